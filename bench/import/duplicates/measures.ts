import { commonShare, shinglesOf } from '#core/import/shingles'

/** How alike two texts are: 0 to 1. */
export type Measure = (one: string, other: string) => number

/** Four characters at a time of the text as it is, by Jaccard's measure: what a script of an afternoon does. */
export const plainJaccard: Measure = (one, other) => {
  const [a, b] = [plainShingles(one), plainShingles(other)]
  let common = 0
  for (const each of a) if (b.has(each)) common++
  return a.size + b.size === 0 ? 0 : common / (a.size + b.size - common)
}

/** Twice the longest common subsequence by both lengths, as diff tools tell it. */
export const subsequenceRatio: Measure = (one, other) => {
  const row = new Uint16Array(other.length + 1)
  for (let at = 0; at < one.length; at++) {
    let diagonal = 0
    const unit = one.charCodeAt(at)
    for (let to = 1; to <= other.length; to++) {
      const above = row[to]!
      row[to] = other.charCodeAt(to - 1) === unit ? diagonal + 1 : Math.max(above, row[to - 1]!)
      diagonal = above
    }
  }
  return 2 * row[other.length]! / Math.max(1, one.length + other.length)
}

export interface Shares {
  resemblance: number
  containment: number
  /** The longer of the two by the shorter. */
  longer: number
}

export function sharesOf(one: string, other: string): Shares {
  const [a, b] = [shinglesOf(one), shinglesOf(other)]
  return { ...commonShare(a, b), longer: Math.max(a.length, b.length) / Math.max(1, Math.min(a.length, b.length)) }
}

function plainShingles(text: string): Set<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 3) }, (_, at) => text.slice(at, at + 4)))
}
