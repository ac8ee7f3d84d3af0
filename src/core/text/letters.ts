import { foldUnit } from './fold'
import { isSurrogate } from './han'
import { foldedUnitSet, type UnitSet } from './unit-set'

const KEPT = 65_536
const LETTER = /^[\p{L}\p{N}]/u

/** One for most calls; only a longer text gets a list of its own. */
const buffer = new Uint16Array(KEPT)
let letterUnits: UnitSet | null = null

/** The folded letters and digits of a text, unit by unit, in a list that the next call writes over. */
export function foldedLetters(text: string): Uint16Array {
  letterUnits ??= foldedUnitSet(/[\p{L}\p{N}]+/gu)
  const letters = text.length <= KEPT ? buffer : new Uint16Array(text.length)
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (letterUnits[unit] === 1) {
      letters[count++] = foldUnit(unit)
    } else if (isSurrogate(unit) && LETTER.test(text.slice(at, at + 2))) {
      letters[count++] = unit
      letters[count++] = text.charCodeAt(++at)
    }
  }
  return letters.subarray(0, count)
}
