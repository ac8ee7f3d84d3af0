import type { Case, Section } from '#api'
import { commonShare, lacks, shinglesOf, signatureOf, sketchOf } from './shingles'

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
  signature: Uint32Array
}

/** Shared by so many of a sketch's 64, two texts are worth comparing as a whole. */
const WORTH_COMPARING = 12
const MOST_COMPARED = 8
/** A shingle that more texts have is a turn of phrase: the first of them are as good as any. */
const MOST_HOLDERS = 64
/**
 * From here on two texts are the same case with edits, and not two cases of one kind. By `bench/import`, part `duplicates`,
 * 0.7 has the best F1; 0.65 finds more of the copies with a tenth of their characters changed (0.96, and not 0.91), and to miss
 * a copy is worse than to ask about a case that fills in the same form.
 */
const RESEMBLES = 0.65
/** Or one holds nearly all of the other and is not many times as long: an excerpt (measured in the same place). */
const HOLDS = 0.9
const LONGER_AT_MOST = 4
/** Texts with fewer shingles say too little. */
const FEWEST = 24

/** What a text may be a copy of, by how much of their sketches is shared. */
interface Likely<Of> {
  of: Of
  shared: number
}

const sketches = new WeakMap<Case, Uint32Array>()

/**
 * Finds, for new texts, the cases that say nearly the same. The texts are the index and the library goes past it, so
 * that nothing is kept of a library but a sketch of each case.
 */
export class NearDuplicates {
  private readonly texts: (Text | null)[] = []
  private readonly byShingle = new Map<number, number[]>()
  private readonly best: (NearCase | null)[] = []
  private readonly candidates: Likely<Case>[][] = []
  /** By text, how much of a sketch it shares, and which ones do; all zero between two sketches. */
  private readonly counts: Uint8Array
  private readonly touched: Uint32Array

  /** @param news in the order in which they come: a later one may be a duplicate of an earlier one. */
  constructor(private readonly news: readonly NewText[]) {
    this.counts = new Uint8Array(news.length)
    this.touched = new Uint32Array(news.length)
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
      this.texts.push(shingles.length < FEWEST ? null : { id, title, shingles, signature: signatureOf(shingles) })
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
      this.findSharing(sketchOfCase(item), (index, shared) => withLikely(this.candidates[index]!, { of: item, shared }))
      yield undefined
    }
    for (const [index, text] of this.texts.entries()) {
      if (text === null) continue
      for (const { of: item } of this.candidates[index]!) {
        const shingles = shinglesOf(textOf(item.sections))
        this.offer(index, text, { id: item.id, title: item.title, shingles, signature: signatureOf(shingles) }, true)
        yield undefined
      }
    }
  }

  private findAmongEarlier(index: number, sketch: Uint32Array): void {
    const likely: Likely<number>[] = []
    this.findSharing(sketch, (earlier, shared) => withLikely(likely, { of: earlier, shared }))
    for (const { of: earlier } of likely) {
      this.offer(index, this.texts[index]!, this.texts[earlier]!, false)
    }
  }

  /** Tells of each text that shares enough of a sketch to be worth comparing. */
  private findSharing(sketch: Uint32Array, tell: (index: number, shared: number) => void): void {
    const { counts, touched } = this
    let count = 0
    for (const hash of sketch) {
      const holders = this.byShingle.get(hash)
      if (holders === undefined) continue
      for (let at = 0; at < holders.length; at++) if (counts[holders[at]!]!++ === 0) touched[count++] = holders[at]!
    }
    for (let at = 0; at < count; at++) {
      const index = touched[at]!
      const shared = counts[index]!
      counts[index] = 0
      if (shared >= WORTH_COMPARING) tell(index, shared)
    }
  }

  private offer(index: number, text: Text, other: Text, inLibrary: boolean): void {
    const [{ shingles: shorter, signature }, longer] = text.shingles.length <= other.shingles.length ? [text, other] : [other, text]
    const mayHold = longer.shingles.length <= shorter.length * LONGER_AT_MOST
    const share = (shorter.length + longer.shingles.length) * RESEMBLES / 2
    const needed = Math.floor(mayHold ? Math.min(share, shorter.length * HOLDS) : share)
    if (lacks(longer.signature, signature, shorter.length - needed + 1)) return
    const { resemblance, containment } = commonShare(shorter, longer.shingles, needed)
    const isNear = resemblance >= RESEMBLES || (containment >= HOLDS && mayHold)
    const known = this.best[index] ?? null
    if (!isNear || (known !== null && (known.inLibrary || !inLibrary) && known.similarity >= resemblance)) return
    this.best[index] = { id: other.id, title: other.title, inLibrary, similarity: Math.min(0.99, Math.round(resemblance * 100) / 100) }
  }
}

/** Keeps the likeliest in order, of equal ones those that came first. */
function withLikely<Of>(likely: Likely<Of>[], one: Likely<Of>): void {
  if (likely.length === MOST_COMPARED && likely.at(-1)!.shared >= one.shared) return
  let at = likely.length
  while (at > 0 && likely[at - 1]!.shared < one.shared) at--
  likely.splice(at, 0, one)
  if (likely.length > MOST_COMPARED) likely.pop()
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
