import type { SearchDocument } from '#core/search/index'
import { fold, readingsOf } from '#core/text/index'

/** Which cases answer a query, as reading every text through says. */
export interface Answers {
  /** 1 for each case, by its index, that does. */
  has: Uint8Array
  count: number
}

const BORDER = '\u0000'
const NAMES = /^(?:title|modelName|organisation|region|tags)(?:\/|$)/
const PUNCTUATION = /[\p{P}\s]/gu
/** What may stand between two characters that are spelt in one go. */
const SILENT = /[\s"'“”‘’()《》〈〉·-]/

/** The cases as plain folded text, read through from end to end for every question: slow, and easily seen to be right. */
export class Truth {
  readonly texts: string[]
  /** Title, model name, organisation, region and tags alone. */
  readonly names: string[]
  /** Without punctuation: who types from memory leaves it out. */
  private readonly bare: string[]

  constructor(documents: SearchDocument[]) {
    this.texts = documents.map(({ fields }) => fold(fields.map(({ text }) => text).join(BORDER)))
    this.bare = this.texts.map((text) => text.replace(PUNCTUATION, ''))
    this.names = documents.map(({ fields }) => fold(fields.filter(({ field }) => NAMES.test(field)).map(({ text }) => text).join(BORDER)))
  }

  /** Cases that hold all the words, script aside. */
  holding(words: string[]): Answers {
    const folded = words.map(fold)
    return answers(this.texts, (text) => folded.every((word) => text.includes(word)))
  }

  /** Cases with a name that holds the text. */
  named(text: string): Answers {
    const folded = fold(text)
    return answers(this.names, (name) => name.includes(folded))
  }

  occurs(text: string): boolean {
    const folded = fold(text)
    return this.texts.some((other) => other.includes(folded))
  }

  /** Cases with a place at most `errors` wrong, missing, extra or swapped characters away from the text. */
  near(text: string, errors: number): Answers {
    return answers(this.texts, nearness(fold(text), errors))
  }

  /** The same where punctuation is left out of the cases. */
  nearWithoutPunctuation(text: string, errors: number): Answers {
    return answers(this.bare, nearness(fold(text), errors))
  }

  isNear(text: string, errors: number): boolean {
    const isNear = nearness(fold(text), errors)
    return this.texts.some(isNear) || this.bare.some(isNear)
  }

  /** Cases where letters spell characters by any of their readings, the last perhaps unfinished; Han stands for itself. */
  spelling(query: string, where: 'names' | 'texts' = 'texts'): Answers {
    return answers(this[where], spells(query))
  }

  /** Cases with a name that has these initials (zh, ch and sh may be one), or is spelt so. */
  initials(letters: string): Answers {
    const isSpelt = spells(letters)
    return answers(this.names, (text) => hasInitials(text, letters) || isSpelt(text))
  }
}

function answers(texts: string[], holds: (text: string) => boolean): Answers {
  const has = Uint8Array.from(texts, (text) => (holds(text) ? 1 : 0))
  return { has, count: has.reduce((sum, one) => sum + one, 0) }
}

/** Bit-parallel search with wrong, missing, extra and swapped neighbouring characters (H. Hyyrö, 2003); up to 31 characters. */
function nearness(pattern: string, errors: number): (text: string) => boolean {
  const places = new Uint32Array(0x1_0000)
  for (let index = 0; index < pattern.length; index++) places[pattern.charCodeAt(index)]! |= 1 << index
  const last = 1 << (pattern.length - 1)
  return (text) => {
    let positive = -1
    let negative = 0
    let diagonal = 0
    let before = 0
    let distance = pattern.length
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      if (unit === 0) {
        positive = -1
        negative = diagonal = before = 0
        distance = pattern.length
        continue
      }
      const match = places[unit]!
      diagonal = (((~diagonal & match) << 1) & before) | (((match & positive) + positive) ^ positive) | match | negative
      const increase = negative | ~(diagonal | positive)
      const decrease = diagonal & positive
      if ((increase & last) !== 0) distance++
      if ((decrease & last) !== 0) distance--
      if (distance <= errors) return true
      positive = (decrease << 1) | ~(diagonal | (increase << 1))
      negative = (increase << 1) & diagonal
      before = match
    }
    return false
  }
}

function spells(query: string): (text: string) => boolean {
  return (text) => {
    for (let at = 0; at < text.length; at++) {
      if (mayBegin(text.charCodeAt(at), query) && continues(text, at, query, 0)) return true
    }
    return false
  }
}

const readings: (string[] | undefined)[] = []

function readingsAt(unit: number): string[] {
  return readings[unit] ??= readingsOf(String.fromCharCode(unit))
}

function mayBegin(unit: number, query: string): boolean {
  if (unit === query.charCodeAt(0)) return true
  for (const reading of readingsAt(unit)) if (reading.charCodeAt(0) === query.charCodeAt(0)) return true
  return false
}

function continues(text: string, at: number, query: string, used: number): boolean {
  if (used === query.length) return true
  if (at >= text.length) return false
  if (text[at] === query[used] && continues(text, at + 1, query, used + 1)) return true
  const all = readingsAt(text.charCodeAt(at))
  if (all.length === 0) return used > 0 && SILENT.test(text[at]!) && continues(text, at + 1, query, used)
  return all.some((reading) => (query.startsWith(reading, used) ? continues(text, at + 1, query, used + reading.length) : used > 0 && reading.startsWith(query.slice(used))))
}

function hasInitials(text: string, letters: string): boolean {
  for (let at = 0; at < text.length; at++) {
    if (mayBegin(text.charCodeAt(at), letters) && continuesInitials(text, at, letters, 0)) return true
  }
  return false
}

function continuesInitials(text: string, at: number, letters: string, used: number): boolean {
  if (used === letters.length) return true
  if (at >= text.length) return false
  const all = readingsAt(text.charCodeAt(at))
  if (all.length === 0 && text[at] !== letters[used]) return used > 0 && SILENT.test(text[at]!) && continuesInitials(text, at + 1, letters, used)
  const units = new Set(all.length === 0 ? [text[at]!] : all.flatMap((reading) => [reading[0]!, /^[zcs]h/u.exec(reading)?.[0] ?? reading[0]!]))
  return [...units].some((unit) => letters.startsWith(unit, used) && continuesInitials(text, at + 1, letters, used + unit.length))
}
