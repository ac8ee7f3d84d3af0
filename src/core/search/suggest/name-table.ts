import Fuse from 'fuse.js'
import { isHan, nearest, syllablesOf } from '../../text'
import { normalise } from '../normalise'
import { NameChunk, type Named } from './name-chunk'
import { soundingSpot } from './sounds'

/** How a name answers to what was typed: it begins with it, holds it, sounds like it from its beginning or inside, or nearly is it. Less is better. */
export const LIKENESS = { beginning: 0, inside: 1, soundingBeginning: 2, soundingInside: 3, near: 4 } as const
export type Likeness = (typeof LIKENESS)[keyof typeof LIKENESS]

export interface FoundName extends Named {
  likeness: Likeness
  ranges: [number, number][]
}

const LETTERS = /^[a-z][a-z0-9]+$/
const CHUNK = 128
/** Names looked at for one answer, of each likeness. */
const ENOUGH = 150
/** Names given for one answer. */
const GIVEN = 40
/** Names compared with errors, and the shortest text that may have one. */
const MOST_COMPARED = 2000
const SHORTEST_WITH_ERROR = 3
/** One wrong character in three. */
const ERRORS = 0.34

/** Names of one kind with the number of cases that have each, to be completed while typing. */
export class NameTable {
  private readonly places = new Map<string, { name: Named; chunk: NameChunk }>()
  private readonly chunks: NameChunk[] = []
  private fuse: Fuse<Named> | null = null

  get size(): number {
    return this.places.size
  }

  countOf(value: string): number {
    return this.places.get(value)?.name.count ?? 0
  }

  add(value: string): void {
    const known = this.places.get(value)
    if (known !== undefined) {
      known.name.count++
      return
    }
    let chunk = this.chunks.at(-1)
    if (chunk === undefined || chunk.names.length >= CHUNK) {
      chunk = new NameChunk()
      this.chunks.push(chunk)
    }
    const name = { value, count: 1 }
    chunk.add(name)
    this.places.set(value, { name, chunk })
    this.fuse = null
  }

  remove(value: string): void {
    const known = this.places.get(value)
    if (known === undefined || --known.name.count > 0) return
    this.places.delete(value)
    known.chunk.remove(known.name)
    this.fuse = null
  }

  /** Those that most cases have. */
  frequent(limit: number): FoundName[] {
    let least = 0
    let best: Named[] = []
    for (const { names } of this.chunks) {
      for (const name of names) {
        if (best.length >= limit && name.count <= least) continue
        best.push(name)
        if (best.length < limit * 2) continue
        best = best.sort((a, b) => b.count - a.count).slice(0, limit)
        least = best.at(-1)!.count
      }
    }
    return best.sort((a, b) => b.count - a.count).slice(0, limit)
      .map((name) => ({ ...name, likeness: LIKENESS.inside, ranges: [] }))
  }

  /** Names that begin with, hold or sound like what was typed; with an error only where there are none. */
  find(typed: string): FoundName[] {
    const needle = normalise(typed).trim()
    if (needle === '') return []
    const found = new Map<Named, FoundName>()
    this.written(needle, found)
    const letters = lettersOf(needle)
    if (letters !== null) this.sounding(letters, found)
    if (found.size > 0) return best(found)
    if (letters === null && needle.length > 1 && [...needle].every(isHan)) this.sounding(syllablesOf(needle).join(''), found, needle.length)
    if (found.size === 0) this.near(needle, found)
    return best(found)
  }

  /** Prepares the sounds of all names, a chunk at each step. */
  *warmUp(): Generator<void> {
    for (const chunk of this.chunks) {
      chunk.prepare()
      yield
    }
  }

  private written(needle: string, found: Map<Named, FoundName>): void {
    const add = (name: Named, likeness: Likeness, start: number): void => {
      if (!found.has(name)) found.set(name, { ...name, likeness, ranges: [[start, start + needle.length]] })
    }
    for (const chunk of this.chunks) {
      for (const name of chunk.beginningWith(needle)) {
        if (found.size >= ENOUGH) return
        add(name, LIKENESS.beginning, 0)
      }
    }
    for (const chunk of this.chunks) {
      for (const [name, start] of chunk.holding(needle)) {
        if (found.size >= ENOUGH) return
        add(name, LIKENESS.inside, start)
      }
    }
  }

  /** With many names, sounds that are not prepared yet are passed over, all but one chunk, so that no key waits. */
  private sounding(letters: string, found: Map<Named, FoundName>, length?: number): void {
    let unprepared = 1
    const limit = found.size + ENOUGH
    for (const chunk of this.chunks) {
      if (found.size >= limit) return
      if (!chunk.hasSounds && unprepared-- <= 0) continue
      for (const name of chunk.soundingLike(letters)) {
        if (found.size >= limit) return
        if (found.has(name)) continue
        const spot = soundingSpot(normalise(name.value), letters)
        if (spot === null || (length !== undefined && spot[1] - spot[0] !== length)) continue
        found.set(name, { ...name, likeness: spot[0] === 0 ? LIKENESS.soundingBeginning : LIKENESS.soundingInside, ranges: [spot] })
      }
    }
  }

  private near(needle: string, found: Map<Named, FoundName>): void {
    if (needle.length < SHORTEST_WITH_ERROR || this.size > MOST_COMPARED) return
    this.fuse ??= new Fuse([...this.places.values()].map(({ name }) => name), {
      keys: ['value'], getFn: (name) => normalise(name.value), ignoreLocation: true, threshold: ERRORS, isCaseSensitive: true,
    })
    for (const { item } of this.fuse.search(needle.slice(0, 32))) {
      const folded = normalise(item.value)
      const spot = nearest(folded, 0, folded.length, needle, Math.floor(needle.length * ERRORS))
      if (spot !== null) found.set(item, { ...item, likeness: LIKENESS.near, ranges: [[spot.start, spot.end]] })
    }
  }
}

function best(found: Map<Named, FoundName>): FoundName[] {
  return [...found.values()]
    .sort((a, b) => a.likeness - b.likeness || b.count - a.count || a.value.length - b.value.length)
    .slice(0, GIVEN)
}

/** What may be pinyin, with ü as v and without what stands between syllables; null for all else. */
function lettersOf(folded: string): string | null {
  const letters = folded.replaceAll('ü', 'v').replace(/['’ ]/gu, '')
  return LETTERS.test(letters) ? letters : null
}
