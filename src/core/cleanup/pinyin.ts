import { fold, isHan, readingsOf, syllablesOf } from '../text'
import { isEverydayCharacter } from './gbk'
import { hasTone, isReading, toneless } from './reading'
import { spotAt, type Spot } from './spot'

/** A bracket that holds nothing but Latin letters, as pinyin is written, with or without tones, or bopomofo. */
const BRACKET = /[(（]([a-zü:'’ \u00e0-\u01dc\u0251\u0261\u0300-\u030c1-5]{1,40}|[\u3105-\u3129ˉˊˇˋ˙ ]{1,20})[)）]/giu

const RESIDUE = 0.99
const UNSURE = 0.8
/** So many readings of characters that have one only are residue, and then others in the text are too. */
const MANY = 3
/** Characters on each side that tell how a polyphone is read. */
const AROUND = 6

interface Found {
  spot: Spot
  character: string
  /** Whether an author may have written it to tell how a character with several readings is read. */
  isPolyphone: boolean
  /** A polyphone that words around it read in this way. */
  isUsual: boolean
  syllable: string
}

/**
 * Readings left in brackets behind their character, 鄉(xiāng), 鄉(xiang1) or 鄉(ㄒㄧㄤ), as flattened ruby leaves them.
 * The syllable must be a reading of the character. With its tone, behind an everyday character within a text, it is
 * residue. What an author may have written on purpose is only offered: the reading of a rare character, the only one of
 * a text where it tells polyphones apart, one that is not how the character is read here unless the text is full of
 * residue, both readings of one character, an entry of a list of words; and a syllable without a tone, which may be a word.
 */
export function findPinyinResidue(text: string): Spot[] {
  const found: Found[] = []
  for (const match of text.matchAll(BRACKET)) {
    const syllables = match[1]!.split(/[\s'’]+/u).filter((syllable) => syllable !== '')
    const characters = [...text.slice(Math.max(0, match.index - 2 * syllables.length), match.index)].slice(-syllables.length)
    if (syllables.length === 0 || characters.length < syllables.length || !characters.every((character, index) => isReading(character, syllables[index]!))) continue
    const end = match.index + match[0].length
    const isPolyphone = characters.some((character) => readingsOf(character).length > 1)
    const isCertain = syllables.length === 1 && hasTone(syllables[0]!) && isEverydayCharacter(fold(characters[0]!))
      && isWithinText(text, match.index - characters[0]!.length, end)
    const kind = /[\u3105-\u3129]/u.test(match[1]!) ? 'ruby' : 'pinyin'
    found.push({
      spot: spotAt(text, kind, match.index, end, '', isCertain ? RESIDUE : UNSURE), isPolyphone,
      isUsual: isPolyphone && isReadSoHere(text, match.index, end, syllables[0]!),
      character: characters.join(''), syllable: syllables.map(toneless).join(' '),
    })
  }
  const told = toldApart(found)
  const isFullOfThem = found.filter(({ spot, isPolyphone }) => spot.confidence === RESIDUE && !isPolyphone).length >= MANY
  return found.map(({ spot, isPolyphone, isUsual, character }) => {
    const isTold = isPolyphone && (found.length === 1 || told.has(character) || !(isUsual || isFullOfThem))
    return isTold ? { ...spot, confidence: Math.min(spot.confidence, UNSURE) } : spot
  })
}

/** Text goes on at one side at least: an entry of a list stands by itself. */
function isWithinText(text: string, start: number, end: number): boolean {
  // A character before it may have its own reading in brackets.
  const before = text.slice(Math.max(0, start - AROUND * 2), start).replace(/[(（][^()（）]*[)）]$/u, '')
  return isHan(text.slice(end, end + 2)) || isHan([...before.slice(-2)].at(-1) ?? '')
}

function isReadSoHere(text: string, at: number, end: number, syllable: string): boolean {
  const before = [...text.slice(Math.max(0, at - AROUND * 2), at).replace(BRACKET, '')].slice(-AROUND)
  const after = text.slice(end, end + AROUND * 2).replace(BRACKET, '').slice(0, AROUND)
  return syllablesOf(before.join('') + after)[before.length - 1] === toneless(syllable)
}

/** Characters that a text gives with more than one reading. */
function toldApart(found: readonly Found[]): Set<string> {
  const first = new Map<string, string>()
  const told = new Set<string>()
  for (const { character, syllable } of found) {
    if ((first.get(character) ?? syllable) !== syllable) told.add(character)
    first.set(character, syllable)
  }
  return told
}
