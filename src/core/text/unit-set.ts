import { foldUnit } from './fold'

const UNITS = 0x1_0000
const FIRST_SURROGATE = 0xd800
const LAST_SURROGATE = 0xdfff
const CHUNK = 8192

/** UTF-16 units, 1 for each that is in the set: a text of megabytes is looked through many times faster than by a pattern. */
export type UnitSet = Readonly<Uint8Array>

let below: string | null = null
let above: string | null = null

/** The units that a global pattern of single characters, or rows of them, finds; of surrogates none. */
export function unitSet(pattern: RegExp): UnitSet {
  const set = new Uint8Array(UNITS)
  below ??= unitsFrom(0, FIRST_SURROGATE)
  above ??= unitsFrom(LAST_SURROGATE + 1, UNITS)
  for (const match of below.matchAll(pattern)) set.fill(1, match.index, match.index + match[0].length)
  const shift = LAST_SURROGATE + 1
  for (const match of above.matchAll(pattern)) set.fill(1, shift + match.index, shift + match.index + match[0].length)
  return set
}

/** The units whose folded unit a global pattern of single characters finds. */
export function foldedUnitSet(pattern: RegExp): UnitSet {
  const folded = unitSet(pattern)
  return folded.map((_, unit) => folded[foldUnit(unit)]!)
}

/** The place of the first unit of the set at or behind `from`; -1 where there is none. */
export function nextOf(set: UnitSet, text: string, from: number): number {
  for (let at = from; at < text.length; at++) if (set[text.charCodeAt(at)] === 1) return at
  return -1
}

function unitsFrom(from: number, end: number): string {
  const parts: string[] = []
  for (let start = from; start < end; start += CHUNK) {
    parts.push(String.fromCharCode(...Array.from({ length: Math.min(CHUNK, end - start) }, (_, index) => start + index)))
  }
  return parts.join('')
}
