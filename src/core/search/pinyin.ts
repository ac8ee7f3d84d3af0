import { isHan, readingsOf } from '../text'
import type { IndexedDocument, Spot } from './document'

const SHORTEST = 2
/** Shorter than this, letters name so many texts that only names are searched. */
const SHORTEST_IN_TEXT = 5
/** Characters of running text looked at for one query; names are always looked at. */
export const TEXT_BUDGET = 3_000_000
const TRANSPARENT = /^[\s"'“”‘’()《》〈〉·\-]$/

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
  for (const field of indexed.fields) {
    if (field.isName !== (where === 'names')) continue
    const end = field.start + field.text.length
    for (let at = field.start; at < end; at++) {
      const character = indexed.folded[at]!
      if (!beginsWith(character, letters)) continue
      const stop = syllables(indexed.folded, at, end, letters, 0) ?? (where === 'names' ? initials(indexed.folded, at, end, letters) : null)
      if (stop === null) continue
      spots.push({ start: at, end: stop })
      at = stop - 1
    }
  }
  return spots
}

function beginsWith(character: string, letters: string): boolean {
  return readingsOf(character).some((reading) => reading[0] === letters[0])
}

/** Where the match that consumes all letters ends, or null. */
function syllables(text: string, at: number, end: number, letters: string, used: number): number | null {
  if (used === letters.length) return at
  if (at >= end) return null
  const character = text[at]!
  if (!isHan(character)) {
    if (character === letters[used]) return syllables(text, at + 1, end, letters, used + 1)
    return TRANSPARENT.test(character) ? syllables(text, at + 1, end, letters, used) : null
  }
  for (const reading of readingsOf(character)) {
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
    const character = text[at]!
    if (isHan(character) ? readingsOf(character).some((reading) => reading[0] === letters[used]) : character === letters[used]) {
      used++
      if (used === letters.length) return at + 1
    } else if (isHan(character) || !TRANSPARENT.test(character)) {
      return null
    }
  }
  return null
}
