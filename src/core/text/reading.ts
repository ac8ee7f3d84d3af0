import table from '#resources/pinyin.json'
import { isHan } from './han'
import { syllableId, syllablesOfCharacter, usualSyllable } from './syllables'

const LONGEST = 4
/** What may follow a person's name at the head of a title, which tells 解振华会长 from 解民忧. */
const BEHIND_A_NAME = ['会长', '主席', '先生', '女士', '同志', '书记', '主任', '教授', '院士', '董事', '总经理', '总裁', '博士', '家族', '家书', '故居', '的', '与', '和', '谈', '访', '率']
const SURNAMES_THAT_ARE_VERBS_OR_NOUNS = '单查区解盖'

const words = buildWords()
/** For each UTF-16 unit, a bit for each length of the words that begin with it. */
const lengths = buildLengths()
/** What is no mark: where a title begins. */
const WORD = /[\p{L}\p{N}]/u
const surnames = new Map(Object.entries(table.surnames).map(([surname, [reading, behind]]) => [surname, { id: syllableId(reading!), behind: behind! }]))

/**
 * How a folded text is read: for each UTF-16 unit the id of its syllable, -1 for what is not Han and for the second half
 * of a pair. Polyphones are read by the longest word from left to right, a surname at the head as such where a name
 * seems to follow, all others as they usually are.
 */
export function readingOf(folded: string): number[] {
  const ids = new Array<number>(folded.length).fill(-1)
  let at = 0
  while (at < folded.length) {
    const length = wordAt(folded, at, ids)
    if (length > 0) {
      at += length
      continue
    }
    const point = folded.codePointAt(at)!
    ids[at] = point > 0xffff ? (syllablesOfCharacter(String.fromCodePoint(point))[0] ?? -1) : usualSyllable(point)
    at += point > 0xffff ? 2 : 1
  }
  readSurname(folded, ids)
  return ids
}

/** Reads the longest word that begins there and gives its length; 0 where none does. */
function wordAt(folded: string, at: number, ids: number[]): number {
  const possible = lengths[folded.charCodeAt(at)]!
  if (possible === 0) return 0
  for (let length = Math.min(LONGEST, folded.length - at); length > 1; length--) {
    if ((possible & (1 << length)) === 0) continue
    const reading = words.get(folded.slice(at, at + length))
    if (reading === undefined) continue
    for (let index = 0; index < length; index++) ids[at + index] = reading[index]!
    return length
  }
  return 0
}

function readSurname(folded: string, ids: number[]): void {
  let start = 0
  while (start < folded.length && ids[start]! < 0 && !WORD.test(folded[start]!)) start++
  const surname = surnames.get(folded[start] ?? '')
  if (surname === undefined || start + 1 >= folded.length || surname.behind.includes(folded[start + 1]!)) return
  if (SURNAMES_THAT_ARE_VERBS_OR_NOUNS.includes(folded[start]!) && !isName(folded.slice(start + 1))) return
  ids[start] = surname.id
}

/** Whether a given name of one or two characters stands at the head, by what comes behind it. */
function isName(text: string): boolean {
  const [first, ...others] = text.slice(0, 8)
  if (first === undefined || !isHan(first)) return false
  return [0, 1].some((more) => {
    if (more === 1 && !isHan(others[0] ?? '')) return false
    const behind = others.slice(more).join('')
    return behind === '' || !isHan(behind) || BEHIND_A_NAME.some((word) => behind.startsWith(word))
  })
}

function buildWords(): Map<string, number[]> {
  const map = new Map<string, number[]>()
  for (const [key, list] of Object.entries(table.words)) {
    const place = key === '' ? -1 : Number(key[0])
    const id = syllableId(key.slice(1))
    for (const word of list.split(' ')) {
      let reading = map.get(word)
      if (reading === undefined) map.set(word, (reading = usualReading(word)))
      if (place >= 0) reading[place] = id
    }
  }
  return map
}

function usualReading(word: string): number[] {
  const reading: number[] = []
  for (let index = 0; index < word.length; index++) reading.push(usualSyllable(word.charCodeAt(index)))
  return reading
}

function buildLengths(): Uint8Array {
  const found = new Uint8Array(0x1_0000)
  for (const word of words.keys()) found[word.charCodeAt(0)]! |= 1 << word.length
  return found
}
