import type { NearSpot } from '../../text'
import { listAt, placeOfKey } from '../segment/postings'
import { CHANGED, type Segment } from '../segment/segment'
import { haveSameDigits, isDigit, textOf, unitsOf, wordUnits } from '../units'
import { Pattern } from './pattern'
import { documentsNaming } from './names'
import { scanDocument, type Report, type Way } from './way'

/** Terms from this length on are remembered with punctuation left out. */
const LONG = 8
/** Punctuation passed over in one find: who remembers a sentence does not remember its commas. */
const PUNCTUATION_PASSED = 4
/** Passing over some is nearly nothing, but more than nothing, in edits. */
const PASSING = 0.1
/** Places of one piece looked at in one segment; keeps the worst term within bounds. */
const LOOKED_AT = 400_000

interface Piece {
  /** First and last but one index of the term. */
  from: number
  to: number
  pattern: Pattern
}

/**
 * A term with errors: wrong, missing, extra and swapped characters. With k errors in a term cut into k + 1 pieces, one piece
 * stands literally (the pigeonhole filter of Navarro, 2001); from each place where one does, the rest of the term is compared
 * to both sides, and each error branches. Equal characters are always taken as such (Ukkonen, 1985).
 */
export class Near implements Way {
  private readonly pieces: Piece[]
  private readonly units: Uint16Array
  private readonly distinct: number[]
  private readonly hasDigits: boolean
  private readonly punctuation: number
  private text: Uint16Array = new Uint16Array(0)
  private from = 0
  private to = 0
  private step = 1
  /** Where the text that was compared last ends. */
  private reach = 0

  constructor(private readonly term: string, private readonly edits: number) {
    const units = this.units = unitsOf(term)
    this.distinct = [...new Set(units)]
    this.hasDigits = units.some(isDigit)
    this.punctuation = units.reduce((count, unit) => count + (wordUnits().has(unit) ? 0 : 1), 0)
    const size = term.length / (edits + 1)
    this.pieces = Array.from({ length: edits + 1 }, (_, index) => {
      const from = Math.round(index * size)
      const to = Math.round((index + 1) * size)
      return { from, to, pattern: Pattern.literal(units.subarray(from, to)) }
    })
  }

  scan(text: Uint16Array, from: number, to: number, report: (start: number, end: number, distance: number) => void): void {
    const spots: NearSpot[] = []
    for (const piece of this.pieces) {
      piece.pattern.scan(text, from, to, (start) => {
        const spot = this.around(text, from, to, start, piece)
        if (spot !== null) spots.push(spot)
      })
    }
    let done = from
    for (const { start, end, distance } of spots.sort((a, b) => a.start - b.start || a.distance - b.distance)) {
      if (start < done) continue
      report(start, end, distance)
      done = end
    }
  }

  search(segment: Segment, report: Report): void {
    const { text, starts } = segment
    const wants = this.wanted(segment)
    for (const piece of this.pieces) {
      let looked = 0
      piece.pattern.search(segment, (slot, start) => {
        if (looked++ > LOOKED_AT) return
        const spot = this.around(text, starts[slot]!, starts[slot + 1]!, start, piece)
        if (spot !== null) report(slot, spot.start, spot.end, spot.distance)
      }, { wants })
    }
  }

  /**
   * Which chunks may have a find. An error breaks two pairs of neighbours, so of the pairs of a longer term some stand near
   * by (the q-gram lemma of Jokinen and Ukkonen, 1991); of a short one at least the units stand in the document.
   */
  private wanted(segment: Segment): (slot: number, chunk: number) => boolean {
    const words = wordUnits()
    const pairs = this.units.reduce((count, unit, at) => count + (at > 0 && words.has(unit) && words.has(this.units[at - 1]!) ? 1 : 0), 0)
    const least = pairs - 2 * this.edits - (this.units.length < LONG ? 0 : Math.floor(this.units.length / 3))
    if (least >= 2) {
      const near = this.countPairs(segment)
      return (_, chunk) => near[chunk]! + near[chunk + 1]! + near[chunk + 2]! >= least
    }
    const counts = this.countUnits(segment)
    const leastUnits = this.distinct.length - this.edits
    return (slot) => counts[slot]! >= leastUnits
  }

  /** How many of the term's pairs each chunk has, one place further on. */
  private countPairs({ pairs, documentOfChunk }: Segment): Uint8Array {
    const counts = new Uint8Array(documentOfChunk.length + 2)
    for (let at = 0; at + 1 < this.units.length; at++) {
      const place = placeOfKey(pairs, this.units[at]! * 0x1_0000 + this.units[at + 1]!)
      if (place >= 0) for (const chunk of listAt(pairs, place)) counts[chunk + 1]!++
    }
    return counts
  }

  /** How many of the term's distinct units each document has anywhere. */
  private countUnits({ units, ids }: Segment): Uint8Array {
    const counts = new Uint8Array(ids.length)
    for (const unit of this.distinct) {
      for (const key of [unit, unit + CHANGED]) {
        const place = placeOfKey(units, key)
        // One that a document has both as it was and as folding made it counts twice: a filter may let too many through.
        if (place >= 0) for (const slot of listAt(units, place)) counts[slot]!++
      }
    }
    return counts
  }

  /** The find around a piece that stands at a place, or null where there are more errors than are allowed. */
  private around(text: Uint16Array, from: number, to: number, at: number, piece: Piece): NearSpot | null {
    this.text = text
    this.from = from
    this.to = to
    this.step = -1
    const before = this.compare(at - 1, piece.from - 1, this.edits, PUNCTUATION_PASSED)
    if (before > this.edits) return null
    const start = this.reach + 1
    this.step = 1
    const after = this.compare(at + piece.to - piece.from, piece.to, this.edits - before, PUNCTUATION_PASSED)
    if (before + after > this.edits) return null
    const end = this.reach
    const spot = { start, end, distance: before + after + PASSING * this.passed(start, end) }
    return this.hasDigits && !haveSameDigits(textOf(text.subarray(spot.start, spot.end)), this.term) ? null : spot
  }

  /** Punctuation of the text that the term has not. */
  private passed(start: number, end: number): number {
    let count = -this.punctuation
    for (let at = start; at < end; at++) if (!wordUnits().has(this.text[at]!)) count++
    return Math.max(0, Math.min(PUNCTUATION_PASSED, count))
  }

  /**
   * The least errors with which the term goes on from `index` where the text goes on from `at`, in the direction of `step`;
   * more than `budget` where there is no way. `reach` is then where the text ends.
   */
  private compare(at: number, index: number, budget: number, passes: number): number {
    const { text, units, step } = this
    while (index >= 0 && index < units.length) {
      const unit = at >= this.from && at < this.to ? text[at]! : 0
      if (unit === units[index]) {
        at += step
        index += step
      } else if (unit !== 0 && passes > 0 && !wordUnits().has(unit)) {
        at += step
        passes--
      } else return this.branch(at, index, unit, budget, passes)
    }
    this.reach = at
    return 0
  }

  private branch(at: number, index: number, unit: number, budget: number, passes: number): number {
    if (budget === 0) return 1
    const { step, units } = this
    let least = budget + 1
    let reach = at
    let errors: number
    if (unit !== 0) {
      errors = 1 + this.compare(at + step, index + step, budget - 1, passes)
      if (errors < least) {
        least = errors
        reach = this.reach
      }
      if (this.text[at] === units[index + step] && this.text[at + step] === units[index]) {
        errors = 1 + this.compare(at + 2 * step, index + 2 * step, budget - 1, passes)
        if (errors < least) {
          least = errors
          reach = this.reach
        }
      }
    }
    errors = 1 + this.compare(at, index + step, budget - 1, passes)
    if (errors < least) {
      least = errors
      reach = this.reach
    }
    if (unit !== 0) {
      errors = 1 + this.compare(at + step, index, budget - 1, passes)
      if (errors < least) {
        least = errors
        reach = this.reach
      }
    }
    this.reach = reach
    return least
  }
}

/** A short term of which the text has one character more, anywhere inside: 党部 as 党支部. */
export class Gap implements Way {
  readonly namesOnly: boolean

  constructor(private readonly units: Uint16Array, namesOnly: boolean) {
    this.namesOnly = namesOnly
  }

  scan(text: Uint16Array, from: number, to: number, report: (start: number, end: number, distance: number) => void): void {
    for (let at = from; at < to; at++) if (text[at] === this.units[0] && this.standsAt(text, at, to)) report(at, at + this.units.length + 1, 1)
  }

  search(segment: Segment, report: Report): void {
    const { units } = this
    if (units.length === 2 || this.namesOnly) {
      for (const slot of documentsNaming(segment, units)) scanDocument(this, segment, slot, report)
      return
    }
    for (const [from, to] of [[0, units.length - 1], [1, units.length]] as const) {
      Pattern.literal(units.subarray(from, to)).search(segment, (slot, start) => {
        const at = from === 0 ? start : start - 2
        if (at >= segment.starts[slot]! && segment.alive[slot] === 1 && this.standsAt(segment.text, at, segment.starts[slot + 1]!)) report(slot, at, at + units.length + 1, 1)
      })
    }
  }

  private standsAt(text: Uint16Array, at: number, to: number): boolean {
    const { units } = this
    if (at + units.length + 1 > to || text[at] !== units[0]) return false
    let gap = 0
    for (let index = 1; index < units.length; index++) {
      if (text[at + index + gap] === units[index]) continue
      if (gap === 1 || text[at + index + 1] !== units[index] || !wordUnits().has(text[at + index]!)) return false
      gap = 1
    }
    return gap === 1
  }
}
