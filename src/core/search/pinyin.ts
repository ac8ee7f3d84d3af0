import { readingsOf } from '../text'
import type { IndexedDocument, Spot } from './document'

const SHORTEST = 2
/** Shorter than this, letters name so many texts that only names are searched. */
const SHORTEST_IN_TEXT = 5
const TRANSPARENT = /^[\s"'“”‘’()《》〈〉·-]$/

/** The letters of a query that may be pinyin, or null: "yunnan", "xi'an", "lüshi". */
export function asPinyin(folded: string): string | null {
  const letters = folded.replace(/ü/g, 'v').replace(/['’]/g, '')
  return letters.length >= SHORTEST && /^[a-z][a-z0-9]*$/.test(letters) ? letters : null
}

/**
 * Where letters are the pinyin of characters: all of their syllables (the last may be unfinished, as while typing),
 * or in names also the initials of all. Every reading of a character counts.
 */
export function pinyinSpots(indexed: IndexedDocument, letters: string, where: 'names' | 'text'): Spot[] {
  const spots: Spot[] = []
  if (where === 'text' && letters.length < SHORTEST_IN_TEXT) return spots
  const first = letterBit(letters[0]!)
  for (const field of indexed.fields) {
    if (field.isName !== (where === 'names')) continue
    const end = field.start + field.text.length
    for (let at = field.start; at < end; at++) {
      if ((initialsOf(indexed.folded.charCodeAt(at)) & first) === 0) continue
      const stop = syllables(indexed.folded, at, end, letters, 0) ?? (where === 'names' ? initials(indexed.folded, at, end, letters) : null)
      if (stop === null) continue
      spots.push({ start: at, end: stop })
      at = stop - 1
    }
  }
  return spots
}

const KNOWN = 1 << 31
/** For each UTF-16 unit, a bit for each letter that a reading of it begins with, and whether that has been looked up. */
const initialBits = new Int32Array(0x1_0000)

function initialsOf(unit: number): number {
  const known = initialBits[unit]!
  if (known !== 0) return known & ~KNOWN
  let bits = 0
  for (const reading of readingsOf(String.fromCharCode(unit))) bits |= letterBit(reading[0]!)
  initialBits[unit] = bits | KNOWN
  return bits
}

/** 0 for what is no letter from a to z. */
function letterBit(letter: string): number {
  const index = letter.charCodeAt(0) - 0x61
  return index >= 0 && index < 26 ? 1 << index : 0
}

/** Where the match that consumes all letters ends, or null. */
function syllables(text: string, at: number, end: number, letters: string, used: number): number | null {
  if (used === letters.length) return at
  if (at >= end) return null
  const character = text[at]!
  const readings = readingsOf(character)
  if (readings.length === 0) {
    if (character === letters[used]) return syllables(text, at + 1, end, letters, used + 1)
    return TRANSPARENT.test(character) ? syllables(text, at + 1, end, letters, used) : null
  }
  for (const reading of readings) {
    if (letters.startsWith(reading, used)) {
      const stop = syllables(text, at + 1, end, letters, used + reading.length)
      if (stop !== null) return stop
    } else if (used > 0 && reading.startsWith(letters.slice(used))) {
      return at + 1
    }
  }
  return null
}

function initials(text: string, start: number, end: number, letters: string): number | null {
  let used = 0
  for (let at = start; at < end; at++) {
    const bits = initialsOf(text.charCodeAt(at))
    if (bits === 0 ? text[at] === letters[used] : (bits & letterBit(letters[used]!)) !== 0) {
      used++
      if (used === letters.length) return at + 1
    } else if (bits !== 0 || !TRANSPARENT.test(text[at]!)) {
      return null
    }
  }
  return null
}
