import type { Repair } from '#api'

/** A stretch of a text with repairs: plain text, or one repaired (or offered) spot. Offsets are into the original. */
export type Piece =
  | { kind: 'text'; start: number; end: number; text: string }
  | { kind: 'repair'; start: number; end: number; repair: Repair }

/**
 * Cuts `original` between `from` and `to` into plain text and repaired spots, in reading order. A repair that overlaps
 * an earlier one, or does not stand where it says, is passed over: the text shown must never differ from the original.
 */
export function repairPieces(original: string, repairs: readonly Repair[], from = 0, to = original.length): Piece[] {
  const pieces: Piece[] = []
  let at = from
  const plain = (end: number) => {
    if (end > at) pieces.push({ kind: 'text', start: at, end, text: original.slice(at, end) })
    at = Math.max(at, end)
  }
  for (const repair of inOrder(repairs)) {
    if (repair.start < at || repair.end > to || original.slice(repair.start, repair.end) !== repair.before) continue
    plain(repair.start)
    pieces.push({ kind: 'repair', start: repair.start, end: repair.end, repair })
    at = repair.end
  }
  plain(to)
  return pieces
}

/** The text as it reads with the applied repairs, and for each of its characters the offset in the original. */
export function repairedText(original: string, repairs: readonly Repair[]): { text: string; origin: number[] } {
  let text = ''
  const origin: number[] = []
  for (const piece of repairPieces(original, repairs)) {
    const applied = piece.kind === 'repair' && piece.repair.applied
    const shown = piece.kind === 'text' ? piece.text : applied ? piece.repair.after : piece.repair.before
    for (let offset = 0; offset < shown.length; offset++) origin.push(applied ? piece.start : piece.start + offset)
    text += shown
  }
  origin.push(original.length)
  return { text, origin }
}

function inOrder(repairs: readonly Repair[]): Repair[] {
  return [...repairs].sort((a, b) => a.start - b.start || b.end - a.end)
}
