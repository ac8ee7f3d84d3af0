/** A stretch of text, and the edits between it and what was looked for. */
export interface NearSpot {
  start: number
  end: number
  distance: number
}

const PUNCTUATION = /[\p{P}\p{Z}]/u

/**
 * The stretch of `text` between `from` and `to` that comes nearest to the term, or null where it takes more than
 * `maximum` edits (Sellers, 1980; two swapped neighbours are one edit, Damerau, 1964). Of equally near stretches the one as long as the term wins, so that a wrong first or
 * last character is marked with the rest. Punctuation that only the text has costs nothing: who remembers a sentence
 * does not remember its commas.
 */
export function nearest(text: string, from: number, to: number, term: string, maximum: number): NearSpot | null {
  const rows = term.length
  let distances = Int32Array.from({ length: rows + 1 }, (_, row) => row)
  let starts = new Int32Array(rows + 1).fill(from)
  let nextDistances = new Int32Array(rows + 1)
  let nextStarts = new Int32Array(rows + 1)
  let beforeDistances = new Int32Array(rows + 1)
  let beforeStarts = new Int32Array(rows + 1)
  let best: NearSpot | null = null
  for (let at = from; at < to; at++) {
    const insertion = PUNCTUATION.test(text[at]!) ? 0 : 1
    nextStarts[0] = at + 1
    for (let row = 1; row <= rows; row++) {
      const replaced = distances[row - 1]! + (text[at] === term[row - 1] ? 0 : 1)
      const inserted = distances[row]! + insertion
      const left = nextDistances[row - 1]! + 1
      const isSwap = row > 1 && at > from && text[at] === term[row - 2] && text[at - 1] === term[row - 1]
      const swapped = isSwap ? beforeDistances[row - 2]! + 1 : rows + 1
      const least = Math.min(replaced, inserted, left, swapped)
      nextDistances[row] = least
      nextStarts[row] = least === swapped ? beforeStarts[row - 2]! : least === replaced ? starts[row - 1]! : least === inserted ? starts[row]! : nextStarts[row - 1]!
    }
    const candidate = { start: nextStarts[rows]!, end: at + 1, distance: nextDistances[rows]! }
    if (candidate.distance <= maximum && candidate.end > candidate.start && isBetter(candidate, best, rows)) best = candidate
    ;[beforeDistances, distances, nextDistances] = [distances, nextDistances, beforeDistances]
    ;[beforeStarts, starts, nextStarts] = [starts, nextStarts, beforeStarts]
  }
  return best
}

function isBetter(candidate: NearSpot, best: NearSpot | null, length: number): boolean {
  if (best === null || candidate.distance < best.distance) return true
  if (candidate.distance > best.distance) return false
  return Math.abs(candidate.end - candidate.start - length) < Math.abs(best.end - best.start - length)
}
