import { normalised } from './normalise'

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
  for (let unit = 0xd800; unit <= 0xdfff; unit++) words.add(unit)
  for (const [from, to] of [[0, 0xd7ff], [0xe000, 0xffff]] as const) {
    const all = textOf(Uint16Array.from({ length: to - from + 1 }, (_, index) => from + index))
    // Few long runs instead of a test for each unit: a program that starts waits for this.
    for (const { index, 0: run } of all.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
      for (let at = 0; at < run.length; at++) words.add(from + index + at)
    }
  }
  return words
}

let flags: Uint8Array | null = null

/** A byte for each unit, 1 for those of which words are made; a copy of its own for whoever asks. */
export function wordFlags(): Uint8Array {
  flags ??= Uint8Array.from({ length: 0x1_0000 }, (_, unit) => (wordUnits().has(unit) ? 1 : 0))
  return flags.slice()
}

let targets: UnitSet | null = null

/** Units that stand for others once a text is folded. */
export function foldedTo(): UnitSet {
  if (targets !== null) return targets
  targets = new UnitSet()
  for (let unit = 0; unit < normalised.length; unit++) if (normalised[unit] !== unit) targets.add(normalised[unit]!)
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
