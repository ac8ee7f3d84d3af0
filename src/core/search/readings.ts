import { syllableCount, syllableName, syllablesOfUnit } from '../text'

/** What has no reading: letters, digits, punctuation. */
export const OTHER = syllableCount
/** Syllables and `OTHER`. */
export const READINGS = syllableCount + 1

const others: readonly number[] = [OTHER]

/** The syllables that a folded unit can be read as, or `OTHER` alone. */
export function readingsOf(unit: number): readonly number[] {
  const ids = syllablesOfUnit(unit)
  return ids.length === 0 ? others : ids
}

/** Ids are in the order of the alphabet: those of syllables that begin with a letter, from the first up to but without `end`. */
export function syllablesFrom(letter: number): { first: number; end: number } {
  return ranges[letter - 0x61] ?? { first: 0, end: 0 }
}

const ranges = Array.from({ length: 26 }, (_, index) => {
  const letter = String.fromCharCode(0x61 + index)
  const ids = Array.from({ length: syllableCount }, (_, id) => id).filter((id) => syllableName(id).startsWith(letter))
  return { first: ids[0] ?? 0, end: (ids.at(-1) ?? -1) + 1 }
})
