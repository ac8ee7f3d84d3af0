import { fold, isHan, readingsOf } from '../text'
import { isEverydayCharacter } from './gbk'
import { spotAt, type Spot } from './spot'

/** A bracket that holds nothing but Latin letters, as pinyin is written, behind at least one character. */
const BRACKET = /[(（]([a-zü'’ \u00e0-\u01dc\u0251\u0261\u0300-\u030c]{1,40})[)）]/giu
const TONE = /[\u0300\u0301\u0304\u030c]/u

const RESIDUE = 0.99
const UNSURE = 0.8

/**
 * Pinyin left in brackets behind its character, 鄉(xiāng), as flattened ruby leaves it. The syllable must be a reading
 * of the character. A tone mark on an everyday character is residue; a rare character may be explained on purpose, a
 * polyphone may too where it is the only one, and a syllable without a tone may be a word: those are only offered.
 */
export function findPinyinResidue(text: string): Spot[] {
  const found: { spot: Spot; isPolyphone: boolean }[] = []
  for (const match of text.matchAll(BRACKET)) {
    const syllables = match[1]!.split(/[\s'’]+/u).filter((syllable) => syllable !== '')
    const characters = [...text.slice(Math.max(0, match.index - 2 * syllables.length), match.index)].slice(-syllables.length)
    if (syllables.length === 0 || characters.length < syllables.length || !characters.every((character, index) => isReading(character, syllables[index]!))) continue
    const isCertain = syllables.length === 1 && TONE.test(syllables[0]!.normalize('NFD')) && isEverydayCharacter(fold(characters[0]!))
    found.push({
      spot: spotAt(text, 'pinyin', match.index, match.index + match[0].length, '', isCertain ? RESIDUE : UNSURE),
      isPolyphone: characters.some((character) => readingsOf(character).length > 1),
    })
  }
  return found.map(({ spot, isPolyphone }) => (isPolyphone && found.length === 1 ? { ...spot, confidence: Math.min(spot.confidence, UNSURE) } : spot))
}

function isReading(character: string, syllable: string): boolean {
  return isHan(character) && readingsOf(character).includes(toneless(syllable))
}

function toneless(syllable: string): string {
  return syllable
    .toLowerCase()
    .replaceAll('\u0251', 'a')
    .replaceAll('\u0261', 'g')
    .normalize('NFD')
    .replace(/u\u0304?\u0308/gu, 'v')
    .replace(/[\u0300-\u036f]/gu, '')
}
