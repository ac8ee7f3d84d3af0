import { foldBy, foldUnit } from '../text'

/** Stands between the fields of a document; `normalise` never gives it, so no query can match across two fields. */
export const FIELD_BORDER = 0

const UNITS = 0x1_0000
const BLANK = 0x20
// Control characters and every kind of space: a line break in the text must match the space a user types.
const BLANKS: readonly (readonly [from: number, to: number])[] = [
  [0x0000, 0x0020], [0x007f, 0x00a0], [0x1680, 0x1680], [0x2000, 0x200a], [0x2028, 0x2029], [0x202f, 0x202f], [0x205f, 0x205f],
  [0x3000, 0x3000], [0xfeff, 0xfeff],
]

/** For each UTF-16 unit, the unit as which it is compared. Not to be changed. */
export const normalised: Readonly<Uint16Array> = buildUnits()

/** The form in which query and text are compared. As long as the original, so offsets are the original's. */
export function normalise(text: string): string {
  return foldBy(normalised, text)
}

/** Whether a character separates words. */
export function isBlank(character: string): boolean {
  return normalised[character.charCodeAt(0)] === BLANK
}

function buildUnits(): Uint16Array {
  const units = new Uint16Array(UNITS)
  for (let unit = 0; unit < UNITS; unit++) units[unit] = foldUnit(unit)
  for (const [from, to] of BLANKS) units.fill(BLANK, from, to + 1)
  return units
}
