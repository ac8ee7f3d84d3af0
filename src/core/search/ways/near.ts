import { nearest } from '../../text'
import { listAt, placeOfKey } from '../segment/postings'
import { CHANGED, type Segment } from '../segment/segment'
import { haveSameDigits, textOf, unitsOf, wordUnits } from '../units'
import { Pattern } from './pattern'
import { documentsNaming } from './names'
import { scanDocument, type Report, type Way } from './way'

/** Room in the text for punctuation that the query lacks. */
const PUNCTUATION_ROOM = 4
/** How far punctuation may have moved a character that is looked for before the term is compared. */
const SHIFT = 2
const SHIFT_OF_LONG = 4
const LONG = 8
/** Places compared in full for one term in one segment; keeps the worst term within bounds. */
const COMPARED = 6000
const LOOKED_AT = 400_000

/**
 * A term with errors. With k errors in a term cut into k + 1 pieces, one piece stands literally (the pigeonhole filter of
 * Navarro, 2001); around each place where one does, enough of the other characters must stand, and then the edit distance
 * decides.
 */
export class Near implements Way {
  private readonly pieces: { offset: number; pattern: Pattern }[]
  private readonly units: Uint16Array
  private readonly distinct: number[]

  constructor(private readonly term: string, private readonly edits: number) {
    const units = this.units = unitsOf(term)
    this.distinct = [...new Set(units)]
    const size = term.length / (edits + 1)
    this.pieces = Array.from({ length: edits + 1 }, (_, index) => {
      const offset = Math.round(index * size)
      return { offset, pattern: Pattern.literal(units.subarray(offset, Math.round((index + 1) * size))) }
    })
  }

  scan(text: Uint16Array, from: number, to: number, report: (start: number, end: number, distance: number) => void): void {
    let done = from
    for (const at of this.placesIn(text, from, to)) {
      if (at < done) continue
      const spot = this.compare(text, at, from, to)
      if (spot === null) continue
      report(spot.start, spot.end, spot.distance)
      done = spot.end
    }
  }

  search(segment: Segment, report: Report): void {
    let looked = 0
    let compared = 0
    const last = new Map<number, number>()
    const counts = this.countUnits(segment)
    const least = this.distinct.length - this.edits
    for (const { offset, pattern } of this.pieces) {
      pattern.search(segment, (slot, start) => {
        if (looked++ > LOOKED_AT || compared > COMPARED || segment.alive[slot] === 0) return
        const at = start - offset
        const from = segment.starts[slot]!
        const to = segment.starts[slot + 1]!
        if (!this.hasEnough(segment.text, at, from, to)) return
        compared++
        const spot = this.compare(segment.text, at, from, to)
        if (spot === null || last.get(slot) === spot.start) return
        last.set(slot, spot.start)
        report(slot, spot.start, spot.end, spot.distance)
      }, { wants: (slot) => counts[slot]! >= least })
    }
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

  private placesIn(text: Uint16Array, from: number, to: number): number[] {
    const places: number[] = []
    for (const { offset, pattern } of this.pieces) {
      pattern.scan(text, from, to, (start) => {
        if (this.hasEnough(text, start - offset, from, to)) places.push(start - offset)
      })
    }
    return places.sort((a, b) => a - b)
  }

  /** Whether at least as many characters of the term as the edits leave stand about where they should. */
  private hasEnough(text: Uint16Array, at: number, from: number, to: number): boolean {
    let mayLack = this.edits
    const shift = this.units.length < LONG ? SHIFT : SHIFT_OF_LONG
    for (let index = 0; index < this.units.length; index++) {
      const unit = this.units[index]!
      const end = Math.min(to - 1, at + index + this.edits + shift)
      let place = Math.max(from, at + index - this.edits - shift)
      while (place <= end && text[place] !== unit) place++
      if (place > end && --mayLack < 0) return false
    }
    return true
  }

  private compare(text: Uint16Array, at: number, from: number, to: number): { start: number; end: number; distance: number } | null {
    const room = this.edits + PUNCTUATION_ROOM
    let start = Math.max(from, at - room)
    let end = Math.min(to, at + this.term.length + room)
    // A find lies within one field.
    for (let index = Math.min(at + this.term.length, end) - 1; index >= start; index--) {
      if (text[index] === 0) {
        if (index < at) start = index + 1
        else end = index
      }
    }
    for (let index = start; index < end; index++) if (text[index] === 0) end = index
    if (end <= start) return null
    const around = textOf(text.subarray(start, end))
    const spot = nearest(around, 0, end - start, this.term, this.edits)
    return spot === null || !haveSameDigits(around.slice(spot.start, spot.end), this.term) ? null : { start: start + spot.start, end: start + spot.end, distance: spot.distance }
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
