import { foldedLetters, foldedUnitSet, isSurrogate, nextOf, type UnitSet } from '../text'

/** Characters of a shingle: fewer would be found in any text, more would not outlive an edit. */
const LENGTH = 4
/** Shingles of a sketch: of two texts that have half in common, about half of these are in both. */
const SKETCH = 64
const LONGEST_READING = 24
/** Words of 32 bits, enough for the shingles of a case of usual length. */
const SIGNATURE = 128
const HAN_OR_NUMBER = /^[\p{Script=Han}\p{N}]/u

/** More than these go to the sort of the language, which needs no room beside them. */
const FEW = 1 << 14

/** Residue of readings in brackets, which one copy may have and the other not: the brackets, and what stands in them. */
interface Sets {
  open: UnitSet
  reading: UnitSet
  close: UnitSet
  hanOrNumber: UnitSet
}

/** Where hashes are made and sorted, one for all calls. */
interface Room {
  all: Uint32Array
  sorted: Uint32Array
  ends: Uint32Array
}

let sets: Sets | null = null
let rooms: Room | null = null

/**
 * A text as the set of its shingles: all runs of four letters of it, hashed, ascending. Script, spacing, punctuation and
 * residue of readings make no difference, and in a text that is mostly Han neither does what is not.
 */
export function shinglesOf(text: string): Uint32Array {
  return distinct(hashes(mostlyHan(foldedLetters(withoutReadings(text)))))
}

/** The least hashes of a set: a sample that is the same for the same text, and much the same for much the same text. */
export function sketchOf(shingles: Uint32Array): Uint32Array {
  return shingles.slice(0, SKETCH)
}

/** A set as bits, some for several shingles: what one has and the other has not tells that sets differ, at a glance. */
export function signatureOf(shingles: Uint32Array): Uint32Array {
  const signature = new Uint32Array(SIGNATURE)
  for (let at = 0; at < shingles.length; at++) signature[shingles[at]! & (SIGNATURE - 1)]! |= 1 << (shingles[at]! >>> 27)
  return signature
}

/** Whether at least `more` shingles are in the first set and not in the second, as far as signatures tell. */
export function lacks(second: Uint32Array, first: Uint32Array, more: number): boolean {
  let lacking = 0
  for (let at = 0; at < SIGNATURE && lacking < more; at++) lacking += bitsOf(first[at]! & ~second[at]!)
  return lacking >= more
}

/** How many of 32 bits are set. */
function bitsOf(word: number): number {
  let sums = word - ((word >>> 1) & 0x55555555)
  sums = (sums & 0x33333333) + ((sums >>> 2) & 0x33333333)
  return Math.imul((sums + (sums >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/**
 * How much two sets have in common.
 * @param atLeast what is worth counting: of sets with fewer shingles in common both shares are 0.
 * @returns `resemblance`: twice what is in both by what is in either together; `containment`: what is in both by the
 * smaller one (A. Broder, "On the resemblance and containment of documents", 1997, with Dice's measure for Jaccard's).
 */
export function commonShare(a: Uint32Array, b: Uint32Array, atLeast = 0): { resemblance: number; containment: number } {
  const common = commonCount(a, b, atLeast)
  if (common === 0) return { resemblance: 0, containment: 0 }
  return { resemblance: 2 * common / (a.length + b.length), containment: common / Math.min(a.length, b.length) }
}

function commonCount(a: Uint32Array, b: Uint32Array, atLeast: number): number {
  let common = 0
  /** So many that are in one of them only leave enough that are in both. */
  let spare = a.length + b.length - 2 * atLeast
  for (let [one, two] = [0, 0]; one < a.length && two < b.length;) {
    const [left, right] = [a[one]!, b[two]!]
    if (left === right) common++
    else if (--spare < 0) return 0
    if (left <= right) one++
    if (right <= left) two++
  }
  return common
}

function withoutReadings(text: string): string {
  const { open } = unitSets()
  const parts: string[] = []
  let kept = 0
  for (let at = nextOf(open, text, 0); at >= 0; at = nextOf(open, text, at + 1)) {
    const end = endOfReading(text, at)
    if (end < 0) continue
    parts.push(text.slice(kept, at))
    kept = end
  }
  return kept === 0 ? text : parts.join('') + text.slice(kept)
}

/** Where the bracket that opens at a place ends, if nothing but a reading stands in it; else -1. */
function endOfReading(text: string, open: number): number {
  const { reading, close } = unitSets()
  let at = open + 1
  while (at - open <= LONGEST_READING && reading[text.charCodeAt(at)] === 1) at++
  return at > open + 1 && close[text.charCodeAt(at)] === 1 ? at + 1 : -1
}

/** Of letters of which at least half are Han characters or digits, these, moved to the head of the list; else all. */
function mostlyHan(letters: Uint16Array): Uint16Array {
  const { hanOrNumber } = unitSets()
  const isOther = (at: number) => hanOrNumber[letters[at]!] === 0 && !(isSurrogate(letters[at]!) && isHanPair(letters, at))
  let count = 0
  for (let at = 0; at < letters.length; at++) if (!isOther(at)) count++
  if (count * 2 < letters.length || count === letters.length) return letters
  count = 0
  for (let at = 0; at < letters.length; at++) if (!isOther(at)) letters[count++] = letters[at]!
  return letters.subarray(0, count)
}

/** Whether a surrogate is one of a Han character or digit: among letters every one has its other half beside it. */
function isHanPair(letters: Uint16Array, at: number): boolean {
  const first = letters[at]! < 0xdc00 ? at : at - 1
  return HAN_OR_NUMBER.test(String.fromCharCode(letters[first]!, letters[first + 1]!))
}

function unitSets(): Sets {
  sets ??= {
    open: foldedUnitSet(/[(（]/gu),
    reading: foldedUnitSet(/[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü ]/giu),
    close: foldedUnitSet(/[)）]/gu),
    hanOrNumber: foldedUnitSet(/[\p{Script=Han}\p{N}]+/gu),
  }
  return sets
}

function hashes(letters: Uint16Array): Uint32Array {
  const count = letters.length - LENGTH + 1
  if (count <= 0) return new Uint32Array()
  const all = count > FEW ? new Uint32Array(count) : room().all.subarray(0, count)
  for (let at = 0; at < count; at++) {
    let hash = 0x811c9dc5
    for (let unit = at; unit < at + LENGTH; unit++) hash = Math.imul(hash ^ letters[unit]!, 0x01000193)
    // Least hashes are only a fair sample where every bit depends on every letter (the finaliser of MurmurHash3).
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
    all[at] = hash ^ (hash >>> 16)
  }
  return all
}

/** The hashes in order, each once. */
function distinct(all: Uint32Array): Uint32Array {
  const sorted = all.length > FEW ? all.sort() : sortedByBuckets(all)
  let kept = 0
  for (let at = 0; at < sorted.length; at++) {
    const hash = sorted[at]!
    if (kept === 0 || sorted[kept - 1] !== hash) sorted[kept++] = hash
  }
  return sorted.slice(0, kept)
}

/** Hashes are spread evenly, so that a bucket for each leaves hardly anything to be sorted. */
function sortedByBuckets(all: Uint32Array): Uint32Array {
  const count = all.length
  if (count < 2) return all
  const shift = Math.clz32(count)
  const buckets = 2 ** (32 - shift)
  const { ends, sorted: most } = room()
  ends.fill(0, 0, buckets + 1)
  for (let at = 0; at < count; at++) ends[(all[at]! >>> shift) + 1]!++
  for (let bucket = 1; bucket < buckets; bucket++) ends[bucket]! += ends[bucket - 1]!
  for (let at = 0; at < count; at++) most[ends[all[at]! >>> shift]!++] = all[at]!
  for (let at = 1; at < count; at++) {
    const hash = most[at]!
    let to = at
    for (; to > 0 && most[to - 1]! > hash; to--) most[to] = most[to - 1]!
    most[to] = hash
  }
  return most.subarray(0, count)
}

function room(): Room {
  return (rooms ??= { all: new Uint32Array(FEW), sorted: new Uint32Array(FEW), ends: new Uint32Array(2 * FEW + 1) })
}
