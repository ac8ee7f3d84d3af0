import { normalise } from './normalise'

/** Bits by UTF-16 unit. */
export class UnitSet {
  private readonly bits = new Uint32Array(2048)

  static of(units: Iterable<number>): UnitSet {
    const set = new UnitSet()
    for (const unit of units) set.add(unit)
    return set
  }

  add(unit: number): void {
    this.bits[unit >> 5]! |= 1 << (unit & 31)
  }

  has(unit: number): boolean {
    return (this.bits[unit >> 5]! & (1 << (unit & 31))) !== 0
  }
}

let words: UnitSet | null = null

/** Units of which words are made: letters and digits of any script, their marks, and halves of astral characters. */
export function wordUnits(): UnitSet {
  if (words !== null) return words
  words = new UnitSet()
  for (let unit = 0; unit < 0x1_0000; unit++) {
    if ((unit >= 0xd800 && unit <= 0xdfff) || /[\p{L}\p{N}\p{M}]/u.test(String.fromCharCode(unit))) words.add(unit)
  }
  return words
}

let targets: UnitSet | null = null

/** Units that stand for others once a text is folded. */
export function foldedTo(): UnitSet {
  if (targets !== null) return targets
  targets = new UnitSet()
  const all = String.fromCharCode(...Array.from({ length: 0x8000 }, (_, unit) => unit)) + String.fromCharCode(...Array.from({ length: 0x8000 }, (_, unit) => 0x8000 + unit))
  const folded = normalise(all)
  for (let unit = 0; unit < 0x1_0000; unit++) if (folded.charCodeAt(unit) !== unit) targets.add(folded.charCodeAt(unit))
  return targets
}

/** Numbers are right or wrong: 2016 is no misspelt 2015. */
export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39
}

/** Whether two texts have the same digits, in the same order. */
export function haveSameDigits(a: string, b: string): boolean {
  return a.replace(/[^0-9]+/g, ' ').trim() === b.replace(/[^0-9]+/g, ' ').trim()
}

/** The UTF-16 units of a text. */
export function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length)
  for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at)
  return units
}

const PART = 4096

export function textOf(units: Uint16Array): string {
  if (units.length <= PART) return String.fromCharCode(...units)
  let text = ''
  for (let at = 0; at < units.length; at += PART) text += String.fromCharCode(...units.subarray(at, at + PART))
  return text
}
