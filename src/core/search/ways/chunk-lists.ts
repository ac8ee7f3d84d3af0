import { firstPlace, listAt, mark, placeOfKey, weightOf } from '../segment/postings'
import { INITIALS, type Segment } from '../segment/segment'
import type { Atom } from './atoms'

/** A pair of neighbouring atoms, the keys of the index that are such a pair, and how long their lists are together. */
interface PairLists {
  offset: number
  places: number[]
  weight: number
}

/** Another list is worth reading where it is at most so many times as long as there are candidates. */
const WORTH_READING = 12
const LISTS_READ = 3
/** Within this distance two pairs of one find are in the same chunk or in neighbouring ones. */
const NEAR = 60

/** Lists that are together shorter than one in so many chunks are sorted, longer ones marked. */
const FEW = 16
const PAIRS_LOOKED_UP = 4
const LITERAL_PAIRS_LOOKED_UP = 32

export interface Candidates {
  /** Ascending. */
  chunks: Uint32Array
  /** The pair of atoms that begins in each of these chunks. */
  offset: number
}

/** Chunks in which a find may have the pair of atoms at `offset`; null where no pair of the atoms is indexed. */
export function candidateChunks(segment: Segment, atoms: Atom[]): Candidates | null {
  const pairs: PairLists[] = []
  const isOpen = atoms.some(({ unit }) => unit < 0)
  for (let offset = 0; offset + 1 < atoms.length; offset++) {
    if (pairs.length === (isOpen ? PAIRS_LOOKED_UP : LITERAL_PAIRS_LOOKED_UP)) break
    if (!atoms[offset]!.isWord || !atoms[offset + 1]!.isWord) continue
    const places = placesOf(segment, atoms[offset]!, atoms[offset + 1]!)
    if (places.length === 0) return { chunks: new Uint32Array(0), offset }
    pairs.push({ offset, places, weight: places.reduce((sum, place) => sum + weightOf(segment.pairs, place), 0) })
  }
  if (pairs.length === 0) return null
  const [first, ...others] = pairs.sort((a, b) => a.weight - b.weight)
  let chunks = chunksOf(segment, first!)
  let read = 1
  for (const other of others) {
    if (read === LISTS_READ || other.weight > chunks.length * WORTH_READING) break
    if (Math.abs(other.offset - first!.offset) > NEAR) continue
    chunks = together(chunks, chunksOf(segment, other), other.offset > first!.offset)
    read++
  }
  return { chunks, offset: first!.offset }
}

function placesOf({ pairs, pairsByInitials }: Segment, first: Atom, second: Atom): number[] {
  if (first.unit >= 0 && second.unit >= 0) {
    const place = placeOfKey(pairs, first.unit * 0x1_0000 + second.unit)
    return place < 0 ? [] : [place]
  }
  const places: number[] = []
  if (first.unit >= 0) {
    const end = firstPlace(pairs.keys, (first.unit + 1) * 0x1_0000)
    for (let place = firstPlace(pairs.keys, first.unit * 0x1_0000); place < end; place++) {
      if (second.units.has(pairs.keys[place]! & 0xffff)) places.push(place)
    }
    return places
  }
  for (const one of first.initials) {
    for (const two of second.initials) {
      const group = one * INITIALS + two
      for (let at = pairsByInitials.starts[group]!; at < pairsByInitials.starts[group + 1]!; at++) {
        const place = pairsByInitials.items[at]!
        if (first.units.has(pairs.keys[place]! >>> 16) && second.units.has(pairs.keys[place]! & 0xffff)) places.push(place)
      }
    }
  }
  return places
}

function chunksOf(segment: Segment, { places, weight }: PairLists): Uint32Array {
  if (places.length === 1) return listAt(segment.pairs, places[0]!)
  const count = segment.documentOfChunk.length
  return weight < count / FEW ? sortedLists(segment, places, weight) : markedLists(segment, places, count)
}

function sortedLists(segment: Segment, places: number[], weight: number): Uint32Array {
  const chunks = new Uint32Array(weight)
  let length = 0
  for (const place of places) {
    const list = listAt(segment.pairs, place)
    chunks.set(list, length)
    length += list.length
  }
  const all = chunks.subarray(0, length).sort()
  let kept = 0
  for (let at = 0; at < length; at++) if (at === 0 || all[at] !== all[at - 1]) all[kept++] = all[at]!
  return all.subarray(0, kept)
}

function markedLists(segment: Segment, places: number[], size: number): Uint32Array {
  const marks = new Uint8Array(size)
  for (const place of places) mark(segment.pairs, place, marks)
  const chunks = new Uint32Array(size)
  let count = 0
  for (let chunk = 0; chunk < size; chunk++) {
    chunks[count] = chunk
    count += marks[chunk]!
  }
  return chunks.subarray(0, count)
}

/** Those of `chunks` that are in `others`, or whose next one is (or the one before, where the other pair comes first). */
function together(chunks: Uint32Array, others: Uint32Array, isAfter: boolean): Uint32Array {
  const low = isAfter ? 0 : -1
  let count = 0
  let at = 0
  for (const chunk of chunks) {
    while (at < others.length && others[at]! < chunk + low) at++
    if (at === others.length) break
    if (others[at]! <= chunk + low + 1) chunks[count++] = chunk
  }
  return chunks.subarray(0, count)
}
