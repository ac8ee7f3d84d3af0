import { fold } from '../text'

/** Characters of a shingle: fewer would be found in any text, more would not outlive an edit. */
const LENGTH = 4
/** Shingles of a sketch: of two texts that have half in common, about half of these are in both. */
const SKETCH = 64
/** Residue of readings in brackets, which one copy may have and the other not. */
const READING = /[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü ]{1,24}[)）]/giu
const LETTER = /[^\p{L}\p{N}]+/gu
const NOT_HAN = /[^\p{Script=Han}\p{N}]+/gu

/**
 * A text as the set of its shingles: all runs of four letters of it, hashed, ascending. Script, spacing, punctuation and
 * residue of readings make no difference, and in a text that is mostly Han neither does what is not.
 */
export function shinglesOf(text: string): Uint32Array {
  const folded = fold(text).replace(READING, '')
  const letters = folded.replace(LETTER, '')
  const han = letters.replace(NOT_HAN, '')
  return hashes(han.length * 2 >= letters.length ? han : letters)
}

/** The least hashes of a set: a sample that is the same for the same text, and much the same for much the same text. */
export function sketchOf(shingles: Uint32Array): Uint32Array {
  return shingles.slice(0, SKETCH)
}

/**
 * How much two sets have in common.
 * @returns `resemblance`: twice what is in both by what is in either together; `containment`: what is in both by the
 * smaller one (A. Broder, "On the resemblance and containment of documents", 1997, with Dice's measure for Jaccard's).
 */
export function commonShare(a: Uint32Array, b: Uint32Array): { resemblance: number; containment: number } {
  if (a.length === 0 || b.length === 0) return { resemblance: 0, containment: 0 }
  let common = 0
  for (let [one, two] = [0, 0]; one < a.length && two < b.length;) {
    const [left, right] = [a[one]!, b[two]!]
    if (left === right) common++
    if (left <= right) one++
    if (right <= left) two++
  }
  return { resemblance: 2 * common / (a.length + b.length), containment: common / Math.min(a.length, b.length) }
}

function hashes(letters: string): Uint32Array {
  const count = letters.length - LENGTH + 1
  if (count <= 0) return new Uint32Array()
  const all = new Uint32Array(count)
  for (let at = 0; at < count; at++) {
    let hash = 0x811c9dc5
    for (let unit = at; unit < at + LENGTH; unit++) hash = Math.imul(hash ^ letters.charCodeAt(unit), 0x01000193)
    // Least hashes are only a fair sample where every bit depends on every letter (the finaliser of MurmurHash3).
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
    all[at] = hash ^ (hash >>> 16)
  }
  all.sort()
  let kept = 0
  for (const hash of all) if (kept === 0 || all[kept - 1] !== hash) all[kept++] = hash
  return all.slice(0, kept)
}
