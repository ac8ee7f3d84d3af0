import type { HitKind } from '#api'
import type { Corpus } from './corpus'
import { LABEL, NAME, ORGANISATION, TEXT, type Spot } from './layout'
import type { TextCondition } from './query'
import { changeOf } from './segment/build'
import { CHUNK_BITS, type Segment } from './segment/segment'
import { foldedTo } from './units'
import { Pattern } from './ways/pattern'
import { lastStages, plainStages, type Stage, type StageKind } from './ways/plan'
import { scanDocument, searchSegment } from './ways/way'

/** From the loosest to the closest. */
export const KINDS: readonly HitKind[] = ['fuzzy', 'pinyin', 'folded', 'exact']

export interface FoundSpot extends Spot {
  kind: number
  distance: number
}

const GRADES = 4
const nothing = new Uint8Array(0)
const noMasks = new Uint32Array(0)
/** More places than this of one term in one case change neither its rank nor what a reader sees. */
const SPOTS_KEPT = 200

/** The documents of a corpus in which one term stands: how closely, in what kind of field, and in which parts of the text. */
export class TermHits {
  /** Numbers of the documents, in no order. */
  readonly documents: number[] = []
  private values = nothing
  private masks = noMasks
  private stages: Stage[]
  private readonly spelling: Spelling
  private readonly spots = new Map<number, FoundSpot[]>()

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
    if (this.documents.length === 0 && this.within !== null) {
      this.within = null
      for (const stage of this.stages) this.collect(stage)
    }
    if (this.documents.length > 0 || !isGuessed) return
    for (const stage of lastStages(condition)) {
      this.stages = [stage]
      this.collect(stage)
      if (this.documents.length > 0) return
    }
  }

  get original(): string {
    return this.condition.original
  }

  has(document: number): boolean {
    return this.documents.length > 0 && this.values[document] !== 0
  }

  /** Index into `KINDS`. */
  kindOf(document: number): number {
    return (this.values[document]! - 1) >> 2
  }

  /** Of the spots of the best kind the best kind of field; where that is with errors, how many the closest has, at most 3. */
  gradeOf(document: number): number {
    return GRADES - 1 - ((this.values[document]! - 1) & 3)
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
        scanDocument(way, segment, slot, (_, start, end, distance) => {
          if (spots.length < SPOTS_KEPT && this.isWanted(segment, slot, start)) {
            spots.push({ start, end, distance, kind: this.kindAt(kind, segment, slot, start) })
          }
        })
      }
    }
    return spots
  }

  private collect({ kind, ways }: Stage): void {
    for (const segment of this.corpus.segments) {
      for (const way of ways) {
        if (segment.isIndexed && way instanceof Pattern && kind === 'literal' && this.condition.field === 'any') {
          way.search(segment, (slot, start) => this.add(kind, segment, slot, start, 0), { pairs: {
            takesChunk: (slot, chunk) => chunk << CHUNK_BITS >= segment.ends[slot * 3 + LABEL]! && this.takes(segment, slot, chunk),
            takesUnit: (slot, isChanged) => this.put(segment.numbers[slot]!, this.spelling.ofUnit(isChanged), TEXT, 0),
          }, wants: (slot) => this.isWantedDocument(segment, slot) })
        } else searchSegment(way, segment, (slot, start, _, distance) => this.add(kind, segment, slot, start, distance))
      }
    }
  }

  /** Running text, of a document that is spelt as its original, says enough without its places. */
  private takes(segment: Segment, slot: number, chunk: number): boolean {
    const kind = this.spelling.ofDocument(segment.changes[slot]!)
    if (kind === null) return false
    this.put(segment.numbers[slot]!, kind, TEXT, chunk)
    return true
  }

  private add(kind: StageKind, segment: Segment, slot: number, start: number, distance: number): void {
    if (segment.alive[slot] === 0 || !this.isWantedDocument(segment, slot) || !this.isWanted(segment, slot, start)) return
    const offset = start - segment.starts[slot]!
    const grade = kind === 'fuzzy' ? Math.min(Math.floor(distance), GRADES - 1) : rankAt(segment, slot, start)
    this.put(segment.numbers[slot]!, this.kindAt(kind, segment, slot, start), grade, this.condition.folded.length === 1 ? 0 : offset >> CHUNK_BITS)
  }

  private isWantedDocument({ numbers }: Segment, slot: number): boolean {
    return this.within === null || this.within.has(numbers[slot]!)
  }

  private put(document: number, kind: number, grade: number, chunk: number): void {
    if (this.documents.length === 0) {
      this.values = new Uint8Array(this.corpus.capacity)
      this.masks = new Uint32Array(this.corpus.capacity)
    }
    const value = 1 + (kind << 2) + GRADES - 1 - grade
    const known = this.values[document]!
    if (known === 0) this.documents.push(document)
    if (value > known) this.values[document] = value
    this.masks[document]! |= 1 << (chunk & 31)
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

/** Tells whether a literal find is spelt as the term was typed, or only folds to the same. */
class Spelling {
  private readonly differs: boolean[]
  private readonly isPlain: boolean
  /** The changes to a document that bear upon this term, and those without which it cannot be spelt like it. */
  private relevant = 0
  private needed = 0

  constructor({ original, folded }: TextCondition) {
    this.differs = Array.from({ length: folded.length }, (_, at) => original[at] !== folded[at])
    this.isPlain = !this.differs.includes(true)
    for (const [at, differs] of this.differs.entries()) {
      const change = changeOf(folded.charCodeAt(at))
      if (foldedTo().has(folded.charCodeAt(at))) this.relevant |= change
      if (differs) this.needed |= change
    }
  }

  /** Index into `KINDS` where the document as a whole decides it. */
  ofDocument(changes: number): number | null {
    if (this.isPlain) return (changes & this.relevant) === 0 ? 3 : null
    return (changes & this.needed) === 0 ? 2 : null
  }

  /** Of a term of one unit. */
  ofUnit(isChanged: boolean): number {
    return isChanged === this.differs[0] ? 3 : 2
  }

  at({ changed }: Segment, start: number): number {
    for (let index = 0; index < this.differs.length; index++) {
      const at = start + index
      const isChanged = (changed[at >> 3]! & (1 << (at & 7))) !== 0
      if (isChanged !== this.differs[index]) return 2
    }
    return 3
  }
}
