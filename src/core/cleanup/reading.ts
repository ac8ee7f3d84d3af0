import { fold, isHan, syllableId, syllablesOfCharacter } from '../text'
import { pinyinOfBopomofo } from './bopomofo'

const TONE_MARK = /[\u0300\u0301\u0304\u030c]/u
const BOPOMOFO = /^[\u3105-\u3129ˉˊˇˋ˙]+$/u

const KEPT = 4096

const known = new Map<string, Syllable>()

interface Syllable {
  toneless: string
  hasTone: boolean
}

/** The toneless pinyin (ü as v) of a syllable written in pinyin with or without its tone, or in bopomofo. */
export function toneless(syllable: string): string {
  return syllableOf(syllable).toneless
}

/** Whether it is written in a way in which nothing but a reading is: with a tone, or in bopomofo. */
export function hasTone(syllable: string): boolean {
  return syllableOf(syllable).hasTone
}

/** Whether a character can be read so. */
export function isReading(character: string, syllable: string): boolean {
  if (!isHan(character)) return false
  const id = syllableId(toneless(syllable))
  return id >= 0 && (syllablesOfCharacter(fold(character)).includes(id) || syllablesOfCharacter(character).includes(id))
}

/** A text full of readings has the same few hundred again and again. */
function syllableOf(written: string): Syllable {
  let syllable = known.get(written)
  if (syllable === undefined) {
    if (known.size >= KEPT) known.clear()
    syllable = { toneless: withoutTone(written), hasTone: TONE_MARK.test(written.normalize('NFD')) || /[a-z:][1-5]$/iu.test(written) || BOPOMOFO.test(written) }
    known.set(written, syllable)
  }
  return syllable
}

function withoutTone(syllable: string): string {
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
