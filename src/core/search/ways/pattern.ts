import { CHUNK, type Segment } from '../segment/segment'
import { listAt, mark, placeOfKey, weightOf } from '../segment/postings'
import type { UnitSet } from '../units'
import { unitAtom, type Atom } from './atoms'
import { candidateChunks } from './chunk-lists'
import { scanDocument, type Report, type Way } from './way'

/** Is asked whether it is enough to know that a literal term of one or two units stands somewhere. */
export interface Taker {
  /** In this chunk of a document. */
  takesChunk(slot: number, chunk: number): boolean
  /** In the running text of a document. */
  takesText(slot: number): boolean
}

/** A sequence of units, each of which may be one of several: a literal term, syllables, or characters that sound alike. */
export class Pattern implements Way {
  private readonly length: number

  /** @param edits the same for every find; or the term whose units, where others stand, are counted as edits. */
  constructor(readonly atoms: Atom[], private readonly edits: Uint16Array | number = 0) {
    this.length = atoms.length
  }

  static literal(units: Uint16Array): Pattern {
    return new Pattern(Array.from(units, unitAtom))
  }

  scan(text: Uint16Array, from: number, to: number, report: (start: number, end: number, distance: number) => void): void {
    const first = this.atoms[0]!
    const last = to - this.length
    for (let at = from; at <= last; at++) {
      const isFirst = first.unit >= 0 ? text[at] === first.unit : first.units.has(text[at]!)
      if (isFirst && this.standsAt(text, at)) report(at, at + this.length, this.distanceAt(text, at))
    }
  }

  canStandIn(present: UnitSet): boolean {
    return this.atoms.every(({ unit }) => unit < 0 || present.has(unit))
  }

  /** Only documents whose number of finds matters are read where `taker` is asked first. */
  search(segment: Segment, report: Report, taker?: Taker): void {
    if (taker !== undefined && this.length === 1 && this.atoms[0]!.unit >= 0) {
      this.searchUnit(segment, report, taker)
      return
    }
    const candidates = candidateChunks(segment, this.atoms)
    if (candidates === null) {
      this.searchByUnit(segment, report)
      return
    }
    const { text, starts, chunks, documentOfChunk } = segment
    const { offset } = candidates
    const driver = this.atoms[offset]!
    const isPair = taker !== undefined && this.length === 2 && this.atoms.every(({ unit }) => unit >= 0)
    for (const chunk of candidates.chunks) {
      const slot = documentOfChunk[chunk]!
      if (segment.alive[slot] === 0) continue
      if (isPair && taker.takesChunk(slot, chunk - chunks[slot]!)) continue
      const start = starts[slot]! + (chunk - chunks[slot]!) * CHUNK
      const end = Math.min(start + CHUNK, starts[slot + 1]! - this.length + offset + 1)
      for (let at = Math.max(start, starts[slot]! + offset); at < end; at++) {
        const isDriver = driver.unit >= 0 ? text[at] === driver.unit : driver.units.has(text[at]!)
        if (isDriver && this.standsAt(text, at - offset)) report(slot, at - offset, at - offset + this.length, this.distanceAt(text, at - offset))
      }
    }
  }

  private searchUnit(segment: Segment, report: Report, taker: Taker): void {
    const { unit } = this.atoms[0]!
    const place = placeOfKey(segment.units, unit)
    if (place < 0) return
    const named = new Uint8Array(segment.ids.length)
    const namePlace = placeOfKey(segment.nameUnits, unit)
    if (namePlace >= 0) mark(segment.nameUnits, namePlace, named)
    for (const slot of listAt(segment.units, place)) {
      if (segment.alive[slot] === 1 && !(named[slot] === 0 && taker.takesText(slot))) scanDocument(this, segment, slot, report)
    }
  }

  /** With no pair of word units in the term (，or c++), documents that have its rarest unit are read through. */
  private searchByUnit(segment: Segment, report: Report): void {
    let rarest = -1
    for (const { unit } of this.atoms) {
      if (unit < 0) continue
      const place = placeOfKey(segment.units, unit)
      if (place < 0) return
      if (rarest < 0 || weightOf(segment.units, place) < weightOf(segment.units, rarest)) rarest = place
    }
    if (rarest < 0) return
    for (const slot of listAt(segment.units, rarest)) scanDocument(this, segment, slot, report)
  }

  private standsAt(text: Uint16Array, at: number): boolean {
    const { atoms } = this
    for (let index = 0; index < atoms.length; index++) {
      const atom = atoms[index]!
      if (atom.unit >= 0 ? text[at + index] !== atom.unit : !atom.units.has(text[at + index]!)) return false
    }
    return true
  }

  private distanceAt(text: Uint16Array, at: number): number {
    const { edits } = this
    if (typeof edits === 'number') return edits
    let distance = 0
    for (let index = 0; index < edits.length; index++) if (text[at + index] !== edits[index]) distance++
    return distance
  }
}
