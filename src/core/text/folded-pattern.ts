import { foldUnit } from './fold'

const UNITS = 0x1_0000

let others: Map<number, number[]> | null = null

/** The source of a class of all characters that fold to one of those given, which are folded; for patterns with the flag u. */
export function foldedClass(characters: string): string {
  return `[${[...characters].map((character) => [character.codePointAt(0)!, ...othersOf(character)].map(escaped).join('')).join('')}]`
}

/** The source of a pattern for all texts that fold to the one given, which is folded; for patterns with the flag u. */
export function foldedSource(folded: string): string {
  return [...folded].map(foldedClass).join('')
}

/** The other units that fold to a character. */
function othersOf(character: string): readonly number[] {
  others ??= unfolded()
  return character.length > 1 ? [] : (others.get(character.charCodeAt(0)) ?? [])
}

function escaped(point: number): string {
  return `\\u{${point.toString(16)}}`
}

function unfolded(): Map<number, number[]> {
  const found = new Map<number, number[]>()
  for (let unit = 0; unit < UNITS; unit++) {
    const folded = foldUnit(unit)
    if (folded === unit) continue
    const list = found.get(folded)
    if (list === undefined) found.set(folded, [unit])
    else list.push(unit)
  }
  return found
}
