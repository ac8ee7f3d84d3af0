import { inSlices, pause } from '../slices'
import type { SearchDocument } from './engine'
import { IdOrder } from './id-order'
import { buildSegment, type BuildSource } from './segment/build'
import { SEGMENT_SIZE, type Segment } from './segment/segment'
import { DocumentSource, SegmentSource } from './sources'
import { valuesOf, type DocumentValues } from './values'

/** Documents read through at each query; more than these are indexed in the background. */
const READ_THROUGH = 400
const PARTS_READ_THROUGH = 24
/** Small segments are joined once there are more than these. */
const SMALL_SEGMENTS = 4
const SLICE_MS = 4
/** No more than these wait to be put into a segment, so that no query has to put in many. */
const MOST_WAITING = 128

interface Place {
  segment: Segment
  slot: number
}

/** Every document, each with a number, in segments: most of them indexed, the latest ones not yet. */
export class Corpus {
  readonly segments: Segment[] = []
  /** By the document's number; numbers of documents that are gone are given again. */
  readonly ids: (string | undefined)[] = []
  readonly values: (DocumentValues | undefined)[] = []
  private readonly numbersById = new Map<string, number>()
  private readonly places: (Place | undefined)[] = []
  private readonly free: number[] = []
  private readonly waiting = new Map<string, BuildSource>()
  private readonly order = new IdOrder(this.ids)
  private working: Promise<void> | null = null

  get size(): number {
    return this.numbersById.size
  }

  /** Numbers are below this. */
  get capacity(): number {
    return this.ids.length
  }

  /** How many documents are in an indexed segment. */
  indexed(): number {
    return this.segments.reduce((sum, segment) => sum + (segment.isIndexed ? segment.living : 0), 0)
  }

  /** Documents are being indexed, or so many are not that they will be. */
  get isBehind(): boolean {
    return this.working !== null || this.isUntidy()
  }

  update(id: string, document: SearchDocument | null): void {
    const known = this.numbersById.get(id)
    if (known !== undefined) this.leave(known)
    this.waiting.delete(id)
    if (document === null) {
      if (known !== undefined) this.forget(id, known)
      return
    }
    const number = known ?? this.numberFor(id)
    this.values[number] = valuesOf(document)
    this.waiting.set(id, new DocumentSource(id, document))
    if (this.waiting.size >= MOST_WAITING) this.settleWaiting()
  }

  numberOf(id: string): number | undefined {
    return this.numbersById.get(id)
  }

  /** Of every document. */
  numbers(): Iterable<number> {
    return this.numbersById.values()
  }

  /** Where the text of a document stands. */
  placeOf(number: number): Place {
    return this.places[number]!
  }

  /** Puts every document into a segment, so that it can be searched; call it before a search. */
  settleWaiting(): void {
    if (this.waiting.size === 0) return
    const building = buildSegment([...this.waiting.values()], false)
    this.waiting.clear()
    let step = building.next()
    while (step.done !== true) step = building.next()
    this.take(step.value)
    if (this.isUntidy()) void this.work()
  }

  /** Place of each document in the order of ids: by number. */
  ranksById(): Uint32Array {
    return this.order.ranksByNumber()
  }

  /** Resolves once every document is in an indexed segment. */
  async settled(): Promise<void> {
    while (this.waiting.size > 0 || this.plain().length > 0) await this.work(true)
  }

  private work(isThorough = false): Promise<void> {
    this.working ??= this.tidy(isThorough).finally(() => { this.working = null })
    return this.working
  }

  private isUntidy(): boolean {
    const plain = this.plain()
    return plain.length > PARTS_READ_THROUGH || livingIn(plain) > READ_THROUGH
  }

  private plain(): Segment[] {
    return this.segments.filter(({ isIndexed }) => !isIndexed)
  }

  /** Indexes what is not indexed yet, slice by slice; queries are answered meanwhile. */
  private async tidy(isThorough: boolean): Promise<void> {
    await this.quietened()
    while (isThorough ? this.plain().length > 0 : this.isUntidy()) await this.join(this.plain())
    const small = this.segments.filter(({ isIndexed, living }) => isIndexed && living < SEGMENT_SIZE / 2)
    if (small.length > SMALL_SEGMENTS) await this.join(small)
  }

  /** While more and more documents come, as when a library is opened, they are not indexed a few at a time. */
  private async quietened(): Promise<void> {
    let before
    do {
      before = this.size
      await pause()
    } while (this.size > before && livingIn(this.plain()) < SEGMENT_SIZE)
    this.settleWaiting()
  }

  /** Makes one indexed segment of several, or of as many of their documents as it holds. */
  private async join(segments: Segment[]): Promise<void> {
    const sources: BuildSource[] = []
    const joined = new Set<Segment>()
    for (const segment of segments) {
      if (joined.size > 0 && sources.length + segment.living > SEGMENT_SIZE) break
      joined.add(segment)
      for (let slot = 0; slot < segment.ids.length; slot++) if (segment.alive[slot] === 1) sources.push(new SegmentSource(segment, slot))
    }
    const segment = await inSlices(buildSegment(sources, true), SLICE_MS)
    // Documents may have been edited or removed while the segment was built.
    for (const [slot, id] of segment.ids.entries()) {
      const number = this.numbersById.get(id)
      const place = number === undefined ? undefined : this.places[number]
      if (place === undefined || !joined.has(place.segment)) segment.alive[slot] = 0
    }
    for (const old of joined) this.drop(old)
    this.take(segment)
  }

  private take(segment: Segment): void {
    segment.living = 0
    for (const [slot, id] of segment.ids.entries()) {
      const number = this.numbersById.get(id)
      if (segment.alive[slot] === 0 || number === undefined) continue
      segment.numbers[slot] = number
      segment.living++
      this.places[number] = { segment, slot }
    }
    if (segment.living > 0) this.segments.push(segment)
  }

  private leave(number: number): void {
    const place = this.places[number]
    if (place === undefined) return
    place.segment.alive[place.slot] = 0
    this.places[number] = undefined
    if (--place.segment.living === 0) this.drop(place.segment)
  }

  private drop(segment: Segment): void {
    const at = this.segments.indexOf(segment)
    if (at >= 0) this.segments.splice(at, 1)
  }

  private numberFor(id: string): number {
    const number = this.free.pop() ?? this.ids.length
    this.ids[number] = id
    this.numbersById.set(id, number)
    this.order.add(number)
    return number
  }

  private forget(id: string, number: number): void {
    this.order.remove(number)
    this.numbersById.delete(id)
    this.ids[number] = undefined
    this.values[number] = undefined
    this.free.push(number)
  }
}

function livingIn(segments: Segment[]): number {
  return segments.reduce((sum, { living }) => sum + living, 0)
}
