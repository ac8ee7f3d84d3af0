import { CHANGED, CHUNK, type Segment } from '../segment/segment'
import { listAt, mark, placeOfKey, weightOf } from '../segment/postings'
import type { UnitSet } from '../units'
import { unitAtom, type Atom } from './atoms'
import { candidateChunks } from './chunk-lists'
import { scanDocument, type Report, type Way } from './way'

/** Takes finds of a literal term of one or two units of which no more is known than where about they are. */
export interface Taker {
  /** In this chunk of a document; false where that is not enough to know. */
  takesChunk(slot: number, chunk: number): boolean
  /** In a document, as folding has made it or as it was. */
  takesUnit(slot: number, isChanged: boolean): void
}

/** A sequence of units, each of which may be one of several: a literal term, syllables, or characters that sound alike. */
export class Pattern implements Way {
  private readonly length: number
  private readonly literal: Uint16Array | null

  /** @param edits the same for every find; or the term whose units, where others stand, are counted as edits. */
  constructor(readonly atoms: Atom[], private readonly edits: Uint16Array | number = 0) {
    this.length = atoms.length
    this.literal = atoms.every(({ unit }) => unit >= 0) ? Uint16Array.from(atoms, ({ unit }) => unit) : null
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

  /** @param taker spares the reading of documents where that is enough to know, or that are not wanted. */
  search(segment: Segment, report: Report, { wants, pairs: taker }: { wants?: (slot: number, chunk: number) => boolean; pairs?: Taker } = {}): void {
    if (taker !== undefined && this.length === 1 && this.atoms[0]!.unit >= 0) {
      this.searchUnit(segment, report, taker, wants)
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
    const { literal } = this
    const isPair = taker !== undefined && this.length === 2 && this.atoms.every(({ unit }) => unit >= 0)
    for (const chunk of candidates.chunks) {
      const slot = documentOfChunk[chunk]!
      if (segment.alive[slot] === 0 || wants?.(slot, chunk) === false) continue
      if (isPair && taker.takesChunk(slot, chunk - chunks[slot]!)) continue
      const start = starts[slot]! + (chunk - chunks[slot]!) * CHUNK
      const end = Math.min(start + CHUNK, starts[slot + 1]! - this.length + offset + 1)
      if (literal !== null) {
        const next = literal[offset + 1]!
        for (let at = Math.max(start, starts[slot]! + offset); at < end; at++) {
          if (text[at] === driver.unit && text[at + 1] === next && isLiteralAt(text, at - offset, literal)) {
            report(slot, at - offset, at - offset + this.length, this.distanceAt(text, at - offset))
          }
        }
        continue
      }
      for (let at = Math.max(start, starts[slot]! + offset); at < end; at++) {
        const isDriver = driver.unit >= 0 ? text[at] === driver.unit : driver.units.has(text[at]!)
        if (isDriver && this.standsAt(text, at - offset)) report(slot, at - offset, at - offset + this.length, this.distanceAt(text, at - offset))
      }
    }
  }

  private searchUnit(segment: Segment, report: Report, taker: Taker, wants: ((slot: number, chunk: number) => boolean) | undefined): void {
    const { unit } = this.atoms[0]!
    for (const isChanged of [false, true]) {
      const place = placeOfKey(segment.units, unit + (isChanged ? CHANGED : 0))
      if (place < 0) continue
      for (const slot of listAt(segment.units, place)) if (segment.alive[slot] === 1 && wants?.(slot, 0) !== false) taker.takesUnit(slot, isChanged)
    }
    const place = placeOfKey(segment.nameUnits, unit)
    if (place < 0) return
    const { text, starts, ends } = segment
    for (const slot of listAt(segment.nameUnits, place)) {
      this.scan(text, starts[slot]!, starts[slot]! + ends[slot * 3 + 2]!, (start, end, distance) => report(slot, start, end, distance))
    }
  }

  /** With no pair of word units in the term (，or c++), documents that have its rarest unit are read through. */
  private searchByUnit(segment: Segment, report: Report): void {
    let rarest: number[] | null = null
    for (const { unit } of this.atoms) {
      if (unit < 0) continue
      const places = [placeOfKey(segment.units, unit), placeOfKey(segment.units, unit + CHANGED)].filter((place) => place >= 0)
      if (places.length === 0) return
      if (rarest === null || weightOfAll(segment, places) < weightOfAll(segment, rarest)) rarest = places
    }
    if (rarest === null) return
    const marks = new Uint8Array(segment.ids.length)
    for (const place of rarest) mark(segment.units, place, marks)
    for (let slot = 0; slot < marks.length; slot++) if (marks[slot] === 1) scanDocument(this, segment, slot, report)
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

function weightOfAll({ units }: Segment, places: number[]): number {
  return places.reduce((sum, place) => sum + weightOf(units, place), 0)
}

function isLiteralAt(text: Uint16Array, at: number, literal: Uint16Array): boolean {
  for (let index = 0; index < literal.length; index++) if (text[at + index] !== literal[index]) return false
  return true
}
