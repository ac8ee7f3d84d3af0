import type { NearSpot } from '../../text'
import { haveSameDigits, isDigit, textOf, unitsOf, wordFlags, wordUnits } from '../units'

/** Punctuation passed over in one find: who remembers a sentence does not remember its commas. */
export const PUNCTUATION_PASSED = 4
/** Passing over some is nearly nothing, but more than nothing, in edits. */
const PASSING = 0.1

/** A part of a term that stands literally: its first and last but one index. */
export interface Piece {
  from: number
  to: number
}

const WORD = 1
const BEFORE = 2
const AFTER = 4

/**
 * A term laid on a text with up to so many errors around a piece of it that stands literally: the rest of the term is
 * compared to both sides, and each error branches. Equal characters are always taken as such (Ukkonen, 1985). Texts are
 * bordered by units that no term has.
 */
export class Alignment {
  private readonly units: Uint16Array
  private readonly hasDigits: boolean
  private readonly punctuation: number
  /** By unit: whether it makes words, and whether the term has it before or after the piece. */
  private readonly flags = wordFlags()
  private text: Uint16Array = new Uint16Array(0)
  private step = 1
  /** Where the text that was compared last ends. */
  private reach = 0

  constructor(private readonly term: string, private readonly edits: number, private readonly piece: Piece) {
    const units = this.units = unitsOf(term)
    this.hasDigits = units.some(isDigit)
    this.punctuation = units.reduce((count, unit) => count + (wordUnits().has(unit) ? 0 : 1), 0)
    for (let at = 0; at < units.length; at++) this.flags[units[at]!]! |= at < piece.from ? BEFORE : at < piece.to ? 0 : AFTER
  }

  /** The find around the piece that stands at a place, or null where there are more errors than are allowed. */
  around(text: Uint16Array, at: number): NearSpot | null {
    const { piece, edits } = this
    const size = piece.to - piece.from
    const missing = this.missing(text, at + size, 1, AFTER, this.units.length - piece.to)
    if (missing > edits || missing + this.missing(text, at - 1, -1, BEFORE, piece.from) > edits) return null
    this.text = text
    this.step = -1
    const before = this.compare(at - 1, piece.from - 1, edits, PUNCTUATION_PASSED)
    if (before > edits) return null
    const start = this.reach + 1
    this.step = 1
    const after = this.compare(at + size, piece.to, edits - before, PUNCTUATION_PASSED)
    if (before + after > edits) return null
    const end = this.reach
    if (this.hasDigits && !haveSameDigits(textOf(text.subarray(start, end)), this.term)) return null
    return { start, end, distance: before + after + PASSING * this.passed(start, end) }
  }

  /** At least so many of the units on one side of the piece do not stand next to it in the text, in whatever order. */
  private missing(text: Uint16Array, from: number, step: number, side: number, length: number): number {
    const { flags } = this
    let missing = length
    let room = length + this.edits
    let passes = PUNCTUATION_PASSED
    for (let at = from; missing > 0 && room > 0; at += step) {
      const unit = text[at]!
      if (unit === 0) break
      const flag = flags[unit]!
      if ((flag & side) !== 0) missing--
      else if ((flag & WORD) === 0 && passes > 0) {
        passes--
        room++
      }
      room--
    }
    return missing
  }

  /** Punctuation of the text that the term has not. */
  private passed(start: number, end: number): number {
    const { text, flags } = this
    let count = -this.punctuation
    for (let at = start; at < end; at++) if ((flags[text[at]!]! & WORD) === 0) count++
    return Math.max(0, Math.min(PUNCTUATION_PASSED, count))
  }

  /**
   * The least errors with which the term goes on from `index` where the text goes on from `at`, in the direction of `step`;
   * more than `budget` where there is no way. `reach` is then where the text ends.
   */
  private compare(at: number, index: number, budget: number, passes: number): number {
    const { text, units, step, flags } = this
    while (index >= 0 && index < units.length) {
      const unit = text[at]!
      if (unit === units[index]) {
        at += step
        index += step
      } else if (unit !== 0 && passes > 0 && (flags[unit]! & WORD) === 0) {
        at += step
        passes--
      } else return this.branch(at, index, unit, budget, passes)
    }
    this.reach = at
    return 0
  }

  private branch(at: number, index: number, unit: number, budget: number, passes: number): number {
    if (budget === 0) return 1
    const { step, text, units } = this
    let least = budget + 1
    let reach = at
    if (unit !== 0) {
      const wrong = 1 + this.compare(at + step, index + step, budget - 1, passes)
      if (wrong < least) {
        least = wrong
        reach = this.reach
      }
      if (unit === units[index + step] && text[at + step] === units[index]) {
        const swapped = 1 + this.compare(at + 2 * step, index + 2 * step, budget - 1, passes)
        if (swapped < least) {
          least = swapped
          reach = this.reach
        }
      }
    }
    const missing = 1 + this.compare(at, index + step, budget - 1, passes)
    if (missing < least) {
      least = missing
      reach = this.reach
    }
    if (unit !== 0) {
      const extra = 1 + this.compare(at + step, index, budget - 1, passes)
      if (extra < least) {
        least = extra
        reach = this.reach
      }
    }
    this.reach = reach
    return least
  }
}
