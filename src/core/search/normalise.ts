import { fold } from '../text'

/** Stands between the fields of a document; `normalise` never gives it, so no query can match across two fields. */
export const FIELD_BORDER = '\u0000'

// Control characters and every kind of space: a line break in the text must match the space a user types.
const BLANKS = /[\u0000-\u0020\u007f-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]/g

/** The form in which query and text are compared. As long as the original, so offsets are the original's. */
export function normalise(text: string): string {
  return fold(text).replace(BLANKS, ' ')
}

/** Whether a character separates words. */
export function isBlank(character: string): boolean {
  return normalise(character) === ' '
}
