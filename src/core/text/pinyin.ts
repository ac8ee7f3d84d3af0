import { pinyin } from 'pinyin-pro'
import { fold } from './fold'
import { isHan } from './han'

const KEYS_KEPT = 200_000

/**
 * Surnames whose reading differs from the word's, at the head of a title, unless the next character makes it a word
 * (曾经, 单位). Surnames that begin too many ordinary words (解, 任) are left to the dictionary.
 */
const SURNAMES: Record<string, { reading: string; words: string }> = {
  曾: { reading: 'zeng', words: '经在是有被获任多于几与' },
  单: { reading: 'shan', words: '位一项独个元招体身纯打双向行词数据人车价' },
  仇: { reading: 'qiu', words: '恨视敌家人富外' },
  查: { reading: 'zha', words: '询找看验处明阅办核对清封禁漏' },
  区: { reading: 'ou', words: '域县委政级块间位分内' },
  朴: { reading: 'piao', words: '素实质' },
}

const keys = new Map<string, string>()
const readings = new Map<string, string[]>()

/** How two titles sort: by the pinyin of their characters, with numbers by value and before words. */
export function comparePinyin(a: string, b: string): number {
  const left = pinyinKey(a)
  const right = pinyinKey(b)
  if (left !== right) return left < right ? -1 : 1
  return a < b ? -1 : a > b ? 1 : 0
}

/** The toneless syllables of a text, one for each character (ü as v); what is not Han stands for itself. */
export function syllablesOf(text: string): string[] {
  const folded = fold(text)
  const syllables = pinyin(folded, { toneType: 'none', type: 'array', v: true })
  const surname = SURNAMES[folded[0] ?? '']
  if (surname !== undefined && folded.length > 1 && !surname.words.includes(folded[1]!)) syllables[0] = surname.reading
  return syllables
}

/** Every toneless reading of one character, traditional or simplified, the usual one first (ü as v); none if not Han. */
export function readingsOf(char: string): string[] {
  const known = readings.get(char)
  if (known !== undefined) return known
  const found = new Set<string>()
  if (isHan(char)) {
    for (const form of new Set([fold(char), char])) {
      for (const reading of pinyin(form, { multiple: true, toneType: 'none', type: 'array', v: true })) {
        if (/^[a-z]+$/u.test(reading)) found.add(reading)
      }
    }
  }
  const result = [...found]
  readings.set(char, result)
  return result
}

/** What texts are compared by where they sort by pinyin. */
export function pinyinKey(text: string): string {
  let key = keys.get(text)
  if (key === undefined) {
    if (keys.size >= KEYS_KEPT) keys.clear()
    // A low separator keeps 西安 (xi an) before 先 (xian).
    key = syllablesOf(text.trim()).join('\u0001').replace(/\d(?:\u0001?\d)*/gu, paddedNumber)
    keys.set(text, key)
  }
  return key
}

function paddedNumber(digits: string): string {
  return digits.replaceAll('\u0001', '').padStart(12, '0')
}
