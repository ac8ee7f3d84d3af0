import table from '#resources/pinyin.json'
import { foldUnit } from './fold'

const UNITS = 0x1_0000
const NONE: readonly number[] = []

/** All syllables in the order of the alphabet; the place of one is its id, so that ids sort as syllables do. */
const names = [...new Set(table.readings.flatMap((group) => Object.keys(group)))].sort()
const ids = new Map(names.map((name, id) => [name, id]))

/** Few combinations of readings occur, so that each is kept once, and characters hold its number. */
const combinations: (readonly number[])[] = [NONE]
const numbers = new Map<string, number>([['', 0]])
const ofUnit = new Uint16Array(UNITS)
const ofFoldedUnit = new Uint16Array(UNITS)
const ofAstral = new Map<string, number>()
const units: number[][] = names.map(() => [])
fill()

/** How many toneless syllables there are; their ids are 0 to this minus one, in the order of the alphabet. */
export const syllableCount = names.length

/** The toneless syllable of that id, ü as v. @throws RangeError where there is no such id. */
export function syllableName(id: number): string {
  const name = names[id]
  if (name === undefined) throw new RangeError(`no syllable ${id}`)
  return name
}

/** The id of a toneless syllable (ü as v); -1 where it is none. */
export function syllableId(name: string): number {
  return ids.get(name) ?? -1
}

/**
 * Ids of every syllable that a UTF-16 unit of folded text can be read as, the usual one first: its own readings, then
 * those of the characters that fold to it (干 is gan, and as 乾 also qian). Empty for what is not Han. Shared: not to be
 * changed.
 */
export function syllablesOfUnit(unit: number): readonly number[] {
  return combinations[ofFoldedUnit[unit]!]!
}

/** The folded UTF-16 units that can be read as the syllable of that id. Shared: not to be changed. */
export function unitsOfSyllable(id: number): readonly number[] {
  return units[id] ?? NONE
}

/** Ids of the readings that one character has by itself, in whatever script, the usual one first. Shared. */
export function syllablesOfCharacter(character: string): readonly number[] {
  const number = character.length === 1 ? ofUnit[character.charCodeAt(0)]! : (ofAstral.get(character) ?? 0)
  return combinations[number]!
}

/** The id of the usual reading that a UTF-16 unit has by itself; -1 where it has none. */
export function usualSyllable(unit: number): number {
  return combinations[ofUnit[unit]!]![0] ?? -1
}

function fill(): void {
  const added = new Map<number, number>()
  for (const group of table.readings) {
    for (const [name, characters] of Object.entries(group)) {
      const id = ids.get(name)!
      const first = withSyllable(0, id, added)
      // By index: an iterator would make a string of every character, at every start.
      for (let index = 0; index < characters.length; index++) {
        const point = characters.codePointAt(index)!
        if (point > 0xffff) {
          index++
          const character = String.fromCodePoint(point)
          ofAstral.set(character, withSyllable(ofAstral.get(character) ?? 0, id, added))
        } else {
          ofUnit[point] = ofUnit[point] === 0 ? first : withSyllable(ofUnit[point]!, id, added)
        }
      }
    }
  }
  ofFoldedUnit.set(ofUnit)
  for (let unit = 0; unit < UNITS; unit++) {
    if (ofUnit[unit] === 0) continue
    const folded = foldUnit(unit)
    if (folded === unit) continue
    ofFoldedUnit[unit] = 0
    for (const id of combinations[ofUnit[unit]!]!) ofFoldedUnit[folded] = withSyllable(ofFoldedUnit[folded]!, id, added)
  }
  for (let unit = 0; unit < UNITS; unit++) {
    if (ofFoldedUnit[unit] === 0) continue
    for (const id of combinations[ofFoldedUnit[unit]!]!) units[id]!.push(unit)
  }
}

/** The number of a combination with one more syllable at its end, unless it has that one. */
function withSyllable(number: number, id: number, added: Map<number, number>): number {
  const key = number * names.length + id
  let result = added.get(key)
  if (result === undefined) {
    const before = combinations[number]!
    const after = before.includes(id) ? before : [...before, id]
    const name = after.join(' ')
    result = numbers.get(name) ?? combinations.push(after) - 1
    numbers.set(name, result)
    added.set(key, result)
  }
  return result
}
