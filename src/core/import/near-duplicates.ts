import type { Case, Section } from '#api'
import { commonShare, shinglesOf, sketchOf } from './shingles'

export interface NearCase {
  id: string
  title: string
  similarity: number
  inLibrary: boolean
}

interface Text {
  id: string
  title: string
  shingles: Uint32Array
}

/** Shared by so many of a sketch's 64, two texts are worth comparing as a whole. */
const WORTH_COMPARING = 12
const MOST_COMPARED = 8
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

  /** @param texts in the order in which they come: a later one may be a duplicate of an earlier one. */
  constructor(texts: readonly { id: string; title: string; sections: readonly Pick<Section, 'text'>[]; isKnown: boolean }[]) {
    for (const [index, { id, title, sections, isKnown }] of texts.entries()) {
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
        else holders.push(index)
      }
    }
  }

  /** Compares with cases of the library; a step for each, then one for each text. */
  *compare(cases: Iterable<Case>): Generator<undefined, (NearCase | null)[]> {
    const shared = new Map<number, number>()
    for (const item of cases) {
      shared.clear()
      this.countShared(sketchOfCase(item), shared)
      for (const [index, count] of shared) if (count >= WORTH_COMPARING) this.candidates[index]!.push({ item, shared: count })
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
    return this.best
  }

  private findAmongEarlier(index: number, sketch: Uint32Array): void {
    const shared = new Map<number, number>()
    this.countShared(sketch, shared)
    const likely = [...shared].filter(([, count]) => count >= WORTH_COMPARING).sort((a, b) => b[1] - a[1]).slice(0, MOST_COMPARED)
    for (const [earlier] of likely) {
      const { id, title, shingles } = this.texts[earlier]!
      this.offer(index, this.texts[index]!, shingles, { id, title, inLibrary: false })
    }
  }

  private countShared(sketch: Uint32Array, shared: Map<number, number>): void {
    for (const hash of sketch) {
      for (const index of this.byShingle.get(hash) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1)
    }
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
