import { fold } from './fold'
import { readingOf } from './reading'
import { syllableCount, syllableName, syllablesOfCharacter } from './syllables'

const KEYS_KEPT = 200_000
/** More arguments than this are too many for one call. */
const CHUNK = 8_192
/** Quotation marks and brackets say nothing of a title's place: “云”上商会 stands where 云上商会 does. */
const MARKS = /["'“”‘’()《》〈〉【】〔〕『』「」]/gu
const ZERO = 0x30
const NINE = 0x39
const LETTER_A = 0x61
const LETTERS = 26

const keys = new Map<string, string>()
/** For each letter, then for each syllable, its place among both in the order of the alphabet, from the letter a on. */
const places = buildPlaces()
/** What is neither, from { on, is moved behind the last of them. */
const BEHIND_SYLLABLES = syllableCount

/** How two titles sort: by the pinyin of their characters, with numbers by value and before words. */
export function comparePinyin(a: string, b: string): number {
  const left = pinyinKey(a)
  const right = pinyinKey(b)
  if (left !== right) return left < right ? -1 : 1
  return a < b ? -1 : a > b ? 1 : 0
}

/** The toneless syllables of a text, one for each character (ü as v); what is not Han stands for itself, folded. */
export function syllablesOf(text: string): string[] {
  const folded = fold(text)
  const ids = readingOf(folded)
  const syllables: string[] = []
  let at = 0
  for (const character of folded) {
    syllables.push(ids[at]! < 0 ? character : syllableName(ids[at]!))
    at += character.length
  }
  return syllables
}

/** Every toneless reading of one character, traditional or simplified, the usual one first (ü as v); none if not Han. */
export function readingsOf(char: string): string[] {
  const ids = new Set([...syllablesOfCharacter(fold(char)), ...syllablesOfCharacter(char)])
  return Array.from(ids, syllableName)
}

/** What texts are compared by where they sort by pinyin. */
export function pinyinKey(text: string): string {
  let key = keys.get(text)
  if (key === undefined) {
    if (keys.size >= KEYS_KEPT) keys.clear()
    key = makeKey(fold(text).replace(MARKS, '').trim())
    keys.set(text, key)
  }
  return key
}

/** One unit for each syllable, so that 西安 (xi an) comes before 先 (xian); a number is a zero, its length, its digits. */
function makeKey(folded: string): string {
  const ids = readingOf(folded)
  const units: number[] = []
  for (let at = 0; at < folded.length; at++) {
    const unit = folded.charCodeAt(at)
    if (isDigit(unit)) {
      const start = at
      while (isDigit(folded.charCodeAt(at + 1))) at++
      pushNumber(units, folded.slice(start, at + 1))
    } else if (ids[at]! >= 0) {
      units.push(places[LETTERS + ids[at]!]!)
      if (folded.codePointAt(at)! > 0xffff) at++
    } else if (unit >= LETTER_A && unit < LETTER_A + LETTERS) {
      units.push(places[unit - LETTER_A]!)
    } else {
      units.push(unit < LETTER_A ? unit : Math.min(0xffff, unit + BEHIND_SYLLABLES))
    }
  }
  let key = ''
  for (let start = 0; start < units.length; start += CHUNK) key += String.fromCharCode.apply(null, start === 0 && units.length <= CHUNK ? units : units.slice(start, start + CHUNK))
  return key
}

function pushNumber(units: number[], digits: string): void {
  const value = digits.replace(/^0+(?=.)/u, '')
  units.push(ZERO, Math.min(0xffff, value.length))
  for (let index = 0; index < value.length; index++) units.push(value.charCodeAt(index))
}

function isDigit(unit: number): boolean {
  return unit >= ZERO && unit <= NINE
}

function buildPlaces(): Uint16Array {
  const names = [
    ...Array.from({ length: LETTERS }, (_, index) => String.fromCharCode(LETTER_A + index)),
    ...Array.from({ length: syllableCount }, (_, id) => syllableName(id)),
  ]
  const order = [...names.keys()].sort((a, b) => (names[a]! < names[b]! ? -1 : names[a]! > names[b]! ? 1 : a - b))
  const found = new Uint16Array(names.length)
  for (const [place, index] of order.entries()) found[index] = LETTER_A + place
  return found
}
