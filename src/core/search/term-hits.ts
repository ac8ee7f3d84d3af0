import type { Corpus } from './corpus'
import { LABEL, NAME, ORGANISATION, TEXT, type Spot } from './layout'
import type { TextCondition } from './query'
import { firstPlace, listAt, placeOfKey } from './segment/postings'
import { CHANGED, slotAt, STRETCH_BITS, type Segment } from './segment/segment'
import { Spelling } from './spelling'
import { GRADES, kindOfValue, valueOf } from './term-value'
import { Pattern } from './ways/pattern'
import { lastStages, plainStages, type Stage, type StageKind } from './ways/plan'
import { scanDocument, searchSegment, type Report, type Way } from './ways/way'

export interface FoundSpot extends Spot {
  kind: number
  distance: number
}

const FEW = 64
/** So few documents of another term are sooner read through than the lists of this one. */
const READ_THROUGH = 96
const nothing = new Uint8Array(0)
const noMasks = new Uint32Array(0)
/** More places than this of one term in one case change neither its rank nor what a reader sees. */
const SPOTS_KEPT = 200

/** The documents of a corpus in which one term stands: how closely, in what kind of field, and in which parts of the text. */
export class TermHits {
  private found = new Uint32Array(FEW)
  private count = 0
  private values = nothing
  private masks = noMasks
  private stages: Stage[]
  private readonly spelling: Spelling
  private readonly spots = new Map<number, FoundSpot[]>()
  /** Where the ways were found to stand, so that the places in one document need not be looked for again. */
  private readonly known = new Map<Way, Map<Segment, Uint32Array>>()

  /**
   * @param isGuessed also as pinyin, in other ways of writing, and with errors where it stands nowhere.
   * @param within only the documents of another term are wanted, as long as there are any.
   */
  constructor(
    private readonly corpus: Corpus, private readonly condition: TextCondition, isGuessed: boolean, private within: TermHits | null = null,
  ) {
    this.spelling = new Spelling(condition)
    this.stages = plainStages(condition, isGuessed)
    for (const stage of this.stages) this.collect(stage)
    if (this.count === 0 && this.within !== null) {
      this.within = null
      for (const stage of this.stages) this.collect(stage)
    }
    if (this.count > 0 || !isGuessed) return
    for (const stage of lastStages(condition)) {
      this.stages = [stage]
      this.collect(stage)
      if (this.count > 0) return
    }
  }

  get original(): string {
    return this.condition.original
  }

  /** Numbers of the documents, in no order. */
  get documents(): Uint32Array {
    return this.found.subarray(0, this.count)
  }

  has(document: number): boolean {
    return this.count > 0 && this.values[document] !== 0
  }

  /** See `term-value.ts`; 0 where it is not in the document. */
  valueOf(document: number): number {
    return this.values[document]!
  }

  /** Index into `KINDS`. */
  kindOf(document: number): number {
    return kindOfValue(this.values[document]!)
  }

  /** A bit for each part of the text, by turns, in which the term begins; of a single character the first only. */
  maskOf(document: number): number {
    return this.masks[document]!
  }

  /** Where it stands, in offsets of the segment's text. */
  spotsOf(document: number): FoundSpot[] {
    let spots = this.spots.get(document)
    if (spots === undefined) {
      const { segment, slot } = this.corpus.placeOf(document)
      spots = this.spotsIn(segment, slot)
      this.spots.set(document, spots)
    }
    return spots
  }

  private spotsIn(segment: Segment, slot: number): FoundSpot[] {
    const spots: FoundSpot[] = []
    for (const { kind, ways } of this.stages) {
      for (const way of ways) {
        this.report(way, segment, slot, (start, end, distance) => {
          if (spots.length < SPOTS_KEPT && this.isWanted(segment, slot, start)) {
            spots.push({ start, end, distance, kind: this.kindAt(kind, segment, slot, start) })
          }
        })
      }
    }
    return spots
  }

  private report(way: Way, segment: Segment, slot: number, report: Report): void {
    const offsets = this.known.get(way)?.get(segment)
    if (offsets === undefined || !(way instanceof Pattern)) {
      scanDocument(way, segment, slot, report)
      return
    }
    const end = segment.starts[slot + 1]!
    for (let index = firstPlace(offsets, segment.starts[slot]!); index < offsets.length && offsets[index]! < end; index++) {
      const at = offsets[index]!
      report(at, at + way.length, way.distanceAt(segment.text, at))
    }
  }

  private collect({ kind, ways }: Stage): void {
    if (this.within !== null && this.within.count <= READ_THROUGH) {
      for (const document of this.within.documents) {
        const { segment, slot } = this.corpus.placeOf(document)
        for (const way of ways) scanDocument(way, segment, slot, (start, _, distance) => this.add(kind, segment, start, distance))
      }
      return
    }
    for (const segment of this.corpus.segments) {
      for (const way of ways) this.collectIn(segment, kind, way)
    }
  }

  private collectIn(segment: Segment, kind: StageKind, way: Way): void {
    if (!segment.isIndexed || !(way instanceof Pattern) || kind === 'fuzzy') {
      searchSegment(way, segment, (start, _, distance) => this.add(kind, segment, start, distance))
    } else if (way.length === 1 && this.condition.field === 'any') this.addUnit(segment, kind)
    else {
      const offsets = way.offsets(segment)
      this.known.set(way, (this.known.get(way) ?? new Map()).set(segment, offsets))
      this.addAll(segment, kind, offsets)
    }
  }

  /** Of a single unit the documents are known at once, and only in names where it stands. */
  private addUnit(segment: Segment, kind: StageKind): void {
    const { numbers, alive, units, nameUnits } = segment
    const unit = this.condition.folded.charCodeAt(0)
    for (const isChanged of [false, true]) {
      const place = placeOfKey(units, unit + (isChanged ? CHANGED : 0))
      if (place < 0) continue
      const spelling = this.spelling.ofUnit(isChanged)
      const list = listAt(units, place)
      for (let index = 0; index < list.length; index++) {
        const slot = list[index]!
        if (alive[slot] === 1 && this.isWantedDocument(segment, slot)) this.put(numbers[slot]!, valueOf(spelling, TEXT), 1)
      }
    }
    const place = placeOfKey(nameUnits, unit)
    if (place >= 0) this.addAll(segment, kind, listAt(nameUnits, place))
  }

  /** Finds without errors, ascending: what is the same for all of one document is looked up once. */
  private addAll(segment: Segment, kind: StageKind, offsets: Uint32Array): void {
    const { starts, ends, changes } = segment
    const isAnywhere = this.condition.field === 'any'
    const isSingle = this.condition.folded.length === 1
    for (let index = 0; index < offsets.length;) {
      const slot = slotAt(segment, offsets[index]!)
      const from = starts[slot]!
      const to = starts[slot + 1]!
      if (segment.alive[slot] === 0 || !this.isWantedDocument(segment, slot)) {
        while (index < offsets.length && offsets[index]! < to) index++
        continue
      }
      const spelling = kind === 'literal' ? this.spelling.ofDocument(changes[slot]!) : this.kindAt(kind, segment, slot, from)
      const labels = ends[slot * 3 + LABEL]!
      let value = 0
      let mask = 0
      for (; index < offsets.length && offsets[index]! < to; index++) {
        const start = offsets[index]!
        if (!isAnywhere && !this.isWanted(segment, slot, start)) continue
        const rank = start - from >= labels ? TEXT : rankAt(segment, slot, start)
        value = Math.max(value, valueOf(spelling ?? this.spelling.at(segment, start), rank))
        mask |= isSingle ? 1 : 1 << ((start - from) >> STRETCH_BITS)
      }
      if (value > 0) this.put(segment.numbers[slot]!, value, mask)
    }
  }

  private add(kind: StageKind, segment: Segment, start: number, distance: number): void {
    const slot = slotAt(segment, start)
    if (segment.alive[slot] === 0 || !this.isWantedDocument(segment, slot) || !this.isWanted(segment, slot, start)) return
    const offset = start - segment.starts[slot]!
    const grade = kind === 'fuzzy' ? Math.min(Math.floor(distance), GRADES - 1) : rankAt(segment, slot, start)
    this.put(segment.numbers[slot]!, valueOf(this.kindAt(kind, segment, slot, start), grade), this.condition.folded.length === 1 ? 1 : 1 << (offset >> STRETCH_BITS))
  }

  private isWantedDocument({ numbers }: Segment, slot: number): boolean {
    return this.within === null || this.within.has(numbers[slot]!)
  }

  private put(document: number, value: number, mask: number): void {
    if (this.count === 0) {
      this.values = new Uint8Array(this.corpus.capacity)
      this.masks = new Uint32Array(this.corpus.capacity)
    }
    const known = this.values[document]!
    if (known === 0) {
      if (this.count === this.found.length) this.found = grown(this.found, this.corpus.capacity)
      this.found[this.count++] = document
    }
    if (value > known) this.values[document] = value
    this.masks[document]! |= mask
  }

  private kindAt(kind: StageKind, segment: Segment, slot: number, start: number): number {
    switch (kind) {
      case 'literal': return this.spelling.ofDocument(segment.changes[slot]!) ?? this.spelling.at(segment, start)
      case 'otherwise': return 2
      case 'pinyin': return 1
      case 'fuzzy': return 0
    }
  }

  private isWanted({ text, starts }: Segment, slot: number, start: number): boolean {
    if (this.condition.field === 'any') return true
    for (let at = starts[slot]! + 1; at < start; at++) if (text[at] === 0) return false
    return start > starts[slot]!
  }
}

/** In what kind of field a place of a document is. */
export function rankAt({ starts, ends }: Segment, slot: number, at: number): number {
  const offset = at - starts[slot]!
  return offset < ends[slot * 3]! ? NAME : offset < ends[slot * 3 + 1]! ? ORGANISATION : offset < ends[slot * 3 + 2]! ? LABEL : TEXT
}

function grown(documents: Uint32Array<ArrayBuffer>, most: number): Uint32Array<ArrayBuffer> {
  const more = new Uint32Array(Math.min(most, documents.length * 8))
  more.set(documents)
  return more
}
