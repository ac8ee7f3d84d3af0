import { READINGS } from '../readings'
import { firstPlace, keepTogether, listAt, placeOfKey, weightOf } from '../segment/postings'
import type { Segment } from '../segment/segment'
import type { Atom } from './atoms'

/** A pair of neighbouring atoms, the keys of the index that are such a pair, and how long their lists are together. */
interface PairLists {
  at: number
  places: number[]
  weight: number
}

/** Another list is worth reading where it is at most so many times as long as there are candidates. */
const WORTH_READING = 12
const LISTS_READ = 3
const PAIRS_LOOKED_UP = 4
const LITERAL_PAIRS_LOOKED_UP = 32

/**
 * Offsets at which a sequence of atoms stands, ascending; null where no two neighbours of it are indexed. The lists of its
 * rarest pairs are intersected, each moved by where it stands in the sequence; what they leave open is looked up in the text.
 */
export function offsetsOf(segment: Segment, atoms: readonly Atom[]): Uint32Array | null {
  const pairs: PairLists[] = []
  const isOpen = atoms.some(({ unit }) => unit < 0)
  for (let at = 0; at + 1 < atoms.length; at++) {
    if (pairs.length === (isOpen ? PAIRS_LOOKED_UP : LITERAL_PAIRS_LOOKED_UP)) break
    if (!atoms[at]!.isWord || !atoms[at + 1]!.isWord) continue
    const places = placesOf(segment, atoms[at]!, atoms[at + 1]!)
    if (places.length === 0) return new Uint32Array(0)
    pairs.push({ at, places, weight: places.reduce((sum, place) => sum + weightOf(segment.pairs, place), 0) })
  }
  if (pairs.length === 0) return null
  const [first, ...others] = pairs.sort((a, b) => a.weight - b.weight)
  let offsets = allOf(segment, first!)
  let read = 1
  for (const other of others) {
    if (read === LISTS_READ || other.weight > offsets.length * WORTH_READING) break
    if (first!.places.length > 1 || other.places.length > 1) continue
    offsets = offsets.subarray(0, keepTogether(segment.pairs, other.places[0]!, offsets, other.at - first!.at))
    read++
  }
  const found = read === atoms.length - 1 ? movedBack(offsets, first!.at) : standing(segment.text, offsets, atoms, first!.at)
  return first!.places.length > 1 ? withoutRepeats(found.sort()) : found
}

/** A pair of several readings may come more than once. */
function placesOf({ pairs, pairsByReading: { starts, items } }: Segment, first: Atom, second: Atom): number[] {
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
  for (const one of first.readings) {
    for (const two of second.readings) {
      const group = one * READINGS + two
      for (let at = starts[group]!; at < starts[group + 1]!; at++) {
        const place = items[at]!
        if (second.unit < 0 || (pairs.keys[place]! & 0xffff) === second.unit) places.push(place)
      }
    }
  }
  return places
}

/** In no order where there are several lists. */
function allOf({ pairs }: Segment, { places, weight }: PairLists): Uint32Array {
  if (places.length === 1) return listAt(pairs, places[0]!)
  const offsets = new Uint32Array(weight)
  let length = 0
  for (const place of places) {
    const list = listAt(pairs, place)
    offsets.set(list, length)
    length += list.length
  }
  return offsets.subarray(0, length)
}

function withoutRepeats(offsets: Uint32Array): Uint32Array {
  let count = 0
  for (let index = 0; index < offsets.length; index++) if (index === 0 || offsets[index] !== offsets[index - 1]) offsets[count++] = offsets[index]!
  return offsets.subarray(0, count)
}

function movedBack(offsets: Uint32Array, distance: number): Uint32Array {
  if (distance > 0) for (let index = 0; index < offsets.length; index++) offsets[index]! -= distance
  return offsets
}

/** Where the whole sequence stands, of the offsets at which the atom at `driver` and the next one do. */
function standing(text: Uint16Array, offsets: Uint32Array, atoms: readonly Atom[], driver: number): Uint32Array {
  let count = 0
  for (let index = 0; index < offsets.length; index++) {
    const start = offsets[index]! - driver
    if (start >= 0 && standsAt(text, start, atoms)) offsets[count++] = start
  }
  return offsets.subarray(0, count)
}

/** Whether each atom in turn stands in the text from there on. */
export function standsAt(text: Uint16Array, start: number, atoms: readonly Atom[]): boolean {
  for (let index = 0; index < atoms.length; index++) {
    const atom = atoms[index]!
    const unit = text[start + index]!
    if (atom.unit >= 0 ? unit !== atom.unit : !atom.units.has(unit)) return false
  }
  return true
}
