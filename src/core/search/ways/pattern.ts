import { CHANGED, type Segment } from '../segment/segment'
import { mark, placeOfKey, weightOf } from '../segment/postings'
import type { UnitSet } from '../units'
import { unitAtom, type Atom } from './atoms'
import { offsetsOf, standsAt } from './offsets'
import { scanDocument, type Report, type Way } from './way'

/** A sequence of units, each of which may be one of several: a literal term, syllables, or characters that sound alike. */
export class Pattern implements Way {
  readonly length: number

  /**
   * @param edits how far a find is from the term: a number, or the term's units of which each that differs is one.
   */
  constructor(readonly atoms: Atom[], private readonly edits: number | Uint16Array = 0) {
    this.length = atoms.length
  }

  static literal(units: Uint16Array, edits = 0): Pattern {
    return new Pattern(Array.from(units, unitAtom), edits)
  }

  scan(text: Uint16Array, from: number, to: number, report: (start: number, end: number, distance: number) => void): void {
    const { atoms, length } = this
    const first = atoms[0]!
    const last = to - length
    if (length === 1 && first.unit >= 0) {
      const part = text.subarray(from, to)
      for (let at = part.indexOf(first.unit); at >= 0; at = part.indexOf(first.unit, at + 1)) report(from + at, from + at + 1, this.distanceAt(text, from + at))
      return
    }
    for (let at = from; at <= last; at++) {
      const isFirst = first.unit >= 0 ? text[at] === first.unit : first.units.has(text[at]!)
      if (isFirst && standsAt(text, at, atoms)) report(at, at + length, this.distanceAt(text, at))
    }
  }

  canStandIn(present: UnitSet): boolean {
    return this.atoms.every(({ unit }) => unit < 0 || present.has(unit))
  }

  /** Where it begins, ascending, in the segment's text. */
  offsets(segment: Segment): Uint32Array {
    return offsetsOf(segment, this.atoms) ?? this.offsetsByUnit(segment)
  }

  search(segment: Segment, report: Report): void {
    for (const at of this.offsets(segment)) report(at, at + this.length, this.distanceAt(segment.text, at))
  }

  /** In edits, of a find that begins there. */
  distanceAt(text: Uint16Array, at: number): number {
    const { edits } = this
    if (typeof edits === 'number') return edits
    let distance = 0
    for (let index = 0; index < edits.length; index++) if (text[at + index] !== edits[index]) distance++
    return distance
  }

  /** With no pair of word units in the term (，or c++), documents that have its rarest unit are read through. */
  private offsetsByUnit(segment: Segment): Uint32Array {
    let rarest: number[] | null = null
    for (const { unit } of this.atoms) {
      if (unit < 0) continue
      const places = [placeOfKey(segment.units, unit), placeOfKey(segment.units, unit + CHANGED)].filter((place) => place >= 0)
      if (places.length === 0) return new Uint32Array(0)
      if (rarest === null || weightOfAll(segment, places) < weightOfAll(segment, rarest)) rarest = places
    }
    if (rarest === null) return new Uint32Array(0)
    const marks = new Uint8Array(segment.ids.length)
    for (const place of rarest) mark(segment.units, place, marks)
    const offsets: number[] = []
    for (let slot = 0; slot < marks.length; slot++) {
      if (marks[slot] === 1 && segment.alive[slot] === 1) scanDocument(this, segment, slot, (start) => offsets.push(start))
    }
    return Uint32Array.from(offsets)
  }
}

function weightOfAll({ units }: Segment, places: number[]): number {
  return places.reduce((sum, place) => sum + weightOf(units, place), 0)
}
