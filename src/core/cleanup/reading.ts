import { isHan, readingsOf } from '../text'
import { pinyinOfBopomofo } from './bopomofo'

const TONE_MARK = /[\u0300\u0301\u0304\u030c]/u
const BOPOMOFO = /^[\u3105-\u3129ˉˊˇˋ˙]+$/u

/** The toneless pinyin (ü as v) of a syllable written in pinyin with or without its tone, or in bopomofo. */
export function toneless(syllable: string): string {
  if (BOPOMOFO.test(syllable)) return pinyinOfBopomofo(syllable) ?? ''
  return syllable
    .toLowerCase()
    .replace(/[1-5]$/u, '')
    .replaceAll('\u0251', 'a')
    .replaceAll('\u0261', 'g')
    .replace(/u:/gu, 'v')
    .normalize('NFD')
    .replace(/u\u0304?\u0308/gu, 'v')
    .replace(/[\u0300-\u036f]/gu, '')
}

/** Whether it is written in a way in which nothing but a reading is: with a tone, or in bopomofo. */
export function hasTone(syllable: string): boolean {
  return TONE_MARK.test(syllable.normalize('NFD')) || /[a-z:][1-5]$/iu.test(syllable) || BOPOMOFO.test(syllable)
}

/** Whether a character can be read so. */
export function isReading(character: string, syllable: string): boolean {
  return isHan(character) && readingsOf(character).includes(toneless(syllable))
}
