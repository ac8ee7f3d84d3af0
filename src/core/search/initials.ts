import { syllableName, syllablesOfUnit } from '../text'

const OTHER = 26
const others: readonly number[] = [OTHER]
const known: (readonly number[] | undefined)[] = []

/** The pinyin initials of a folded unit, 0 for a to 25 for z, every reading's; a Latin letter is its own; 26 for all else. */
export function initialsOf(unit: number): readonly number[] {
  return known[unit] ??= lookUp(unit)
}

function lookUp(unit: number): readonly number[] {
  if (unit >= 0x61 && unit <= 0x7a) return [unit - 0x61]
  const initials = new Set(syllablesOfUnit(unit).map((id) => syllableName(id).charCodeAt(0) - 0x61))
  return initials.size === 0 ? others : [...initials]
}
