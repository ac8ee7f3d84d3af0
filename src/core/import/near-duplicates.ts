import type { Case, Section } from '#api'
import { commonShare, shinglesOf, sketchOf } from './shingles'

export interface NearCase {
  id: string
  title: string
  similarity: number
  inLibrary: boolean
}

export interface NewText {
  id: string
  title: string
  sections: readonly Pick<Section, 'text'>[]
  /** It is found already, letter by letter. */
  isKnown: boolean
}

interface Text {
  id: string
  title: string
  shingles: Uint32Array
}

/** Shared by so many of a sketch's 64, two texts are worth comparing as a whole. */
const WORTH_COMPARING = 12
const MOST_COMPARED = 8
/** A shingle that more texts have is a turn of phrase: the first of them are as good as any. */
const MOST_HOLDERS = 64
/** From here on two texts are the same case with edits, and not two cases of one kind (`bench/import`, part `duplicates`). */
const RESEMBLES = 0.6
/** Or one holds nearly all of the other and is not many times as long. */
const HOLDS = 0.9
const LONGER_AT_MOST = 3
/** Texts with fewer shingles say too little. */
const FEWEST = 24

const sketches = new WeakMap<Case, Uint32Array>()

/**
 * Finds, for new texts, the cases that say nearly the same. The texts are the index and the library goes past it, so
 * that nothing is kept of a library but a sketch of each case.
 */
export class NearDuplicates {
  private readonly texts: (Text | null)[] = []
  private readonly byShingle = new Map<number, number[]>()
  private readonly best: (NearCase | null)[] = []
  private readonly candidates: { item: Case; shared: number }[][] = []
  /** By text, how much of a sketch it shares; all zero between two sketches. */
  private readonly counts: Uint8Array

  /** @param news in the order in which they come: a later one may be a duplicate of an earlier one. */
  constructor(private readonly news: readonly NewText[]) {
    this.counts = new Uint8Array(news.length)
  }

  /** Compares each text with the earlier ones and with cases of the library; a step for each comparison. */
  *compare(cases: Iterable<Case>): Generator<undefined, (NearCase | null)[]> {
    yield* this.gather()
    yield* this.findInLibrary(cases)
    return this.best
  }

  private *gather(): Generator<undefined, void> {
    for (const [index, { id, title, sections, isKnown }] of this.news.entries()) {
      yield undefined
      const shingles = isKnown ? new Uint32Array() : shinglesOf(textOf(sections))
      this.candidates.push([])
      this.best.push(null)
      this.texts.push(shingles.length < FEWEST ? null : { id, title, shingles })
      if (shingles.length < FEWEST) continue
      const sketch = sketchOf(shingles)
      this.findAmongEarlier(index, sketch)
      for (const hash of sketch) {
        const holders = this.byShingle.get(hash)
        if (holders === undefined) this.byShingle.set(hash, [index])
        else if (holders.length < MOST_HOLDERS) holders.push(index)
      }
    }
  }

  private *findInLibrary(cases: Iterable<Case>): Generator<undefined, void> {
    for (const item of cases) {
      for (const { index, shared } of this.sharing(sketchOfCase(item))) this.candidates[index]!.push({ item, shared })
      yield undefined
    }
    for (const [index, text] of this.texts.entries()) {
      if (text === null) continue
      const likely = this.candidates[index]!.sort((a, b) => b.shared - a.shared).slice(0, MOST_COMPARED)
      for (const { item } of likely) {
        this.offer(index, text, shinglesOf(textOf(item.sections)), { id: item.id, title: item.title, inLibrary: true })
        yield undefined
      }
    }
  }

  private findAmongEarlier(index: number, sketch: Uint32Array): void {
    const likely = this.sharing(sketch).sort((a, b) => b.shared - a.shared).slice(0, MOST_COMPARED)
    for (const { index: earlier } of likely) {
      const { id, title, shingles } = this.texts[earlier]!
      this.offer(index, this.texts[index]!, shingles, { id, title, inLibrary: false })
    }
  }

  /** Texts that share enough of a sketch to be worth comparing. */
  private sharing(sketch: Uint32Array): { index: number; shared: number }[] {
    const touched: number[] = []
    for (const hash of sketch) {
      const holders = this.byShingle.get(hash)
      if (holders === undefined) continue
      for (const index of holders) if (this.counts[index]!++ === 0) touched.push(index)
    }
    const worth = touched.map((index) => ({ index, shared: this.counts[index]! })).filter(({ shared }) => shared >= WORTH_COMPARING)
    for (const index of touched) this.counts[index] = 0
    return worth
  }

  private offer(index: number, { shingles }: Text, others: Uint32Array, found: Omit<NearCase, 'similarity'>): void {
    const { resemblance, containment } = commonShare(shingles, others)
    const [shorter, longer] = [Math.min(shingles.length, others.length), Math.max(shingles.length, others.length)]
    const isNear = resemblance >= RESEMBLES || (containment >= HOLDS && longer <= shorter * LONGER_AT_MOST)
    const known = this.best[index] ?? null
    if (!isNear || (known !== null && (known.inLibrary || !found.inLibrary) && known.similarity >= resemblance)) return
    this.best[index] = { ...found, similarity: Math.min(0.99, Math.round(resemblance * 100) / 100) }
  }
}

function sketchOfCase(item: Case): Uint32Array {
  let sketch = sketches.get(item)
  if (sketch === undefined) {
    sketch = sketchOf(shinglesOf(textOf(item.sections)))
    sketches.set(item, sketch)
  }
  return sketch
}

function textOf(sections: readonly Pick<Section, 'text'>[]): string {
  return sections.map(({ text }) => text).join('\n')
}
