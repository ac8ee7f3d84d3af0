import { isHanBefore, isSurrogate, matchAt, nextOf, unitSet, type UnitSet } from '../text'
import { isReading, hasTone } from './reading'
import { spotAt, type Spot } from './spot'

/** Markup of readings that was taken for text, with its angle brackets as they are or escaped. */
const MARKUP = /(?:<|&lt;)ruby\b[^<>]{0,200}?(?:>|&gt;)((?:(?!(?:<|&lt;)\/?ruby)[\s\S]){1,2000}?)(?:<|&lt;)\/ruby(?:>|&gt;)/giu
const READING = /(?:<|&lt;)r(?:t|p|tc)\b[^<>]{0,200}?(?:>|&gt;)[\s\S]*?(?:(?:<|&lt;)\/r(?:t|p|tc)(?:>|&gt;)|(?=(?:<|&lt;)r[tpb])|$)/giu
const TAG = /(?:<|&lt;)\/?rb?c?(?:\s[^<>]{0,200})?(?:>|&gt;)/giu
/** Kana in brackets behind Han characters, and as electronic books of Japan mark them. */
const KANA = /(?<=\p{Script=Han})(?:[(（][\u3041-\u3096\u30a1-\u30fa\u30fc]{1,12}[)）]|《[\u3041-\u3096\u30a1-\u30fa\u30fc]{1,12}》)/uy
/** A reading behind its character without any bracket, between Han characters or before punctuation. */
const BARE = /(?<base>\p{Script=Han}) ?(?<reading>[a-zü\u00e0-\u01dc\u0300-\u030c]{1,7}|[\u3105-\u3129]{1,3}[ˊˇˋ˙]?) ?(?=\p{Script=Han}|[，。、；：！？”』」]|$)/muy

/** A letter that Chinese and English texts hardly ever have, without which there is no reading that can be told. */
const TONED = /[\u00e0-\u01dc\u0300-\u030c\u3105-\u3129]+/gu
const OF_READING = /[a-zü\u00e0-\u01dc\u0300-\u030c\u3105-\u3129ˊˇˋ˙]+/gu
const LONGEST_READING = 7
const OPENING = /[(（《]/gu

const CERTAIN = 0.99
const LIKELY = 0.8
/** So many of them are no chance. */
const MANY = 3

interface Sets {
  opening: UnitSet
  toned: UnitSet
  ofReading: UnitSet
}

let sets: Sets | null = null

/** What ruby left behind where it was flattened: its markup, kana in brackets, and readings without any bracket. */
export function findRuby(text: string): Spot[] {
  const spots: Spot[] = []
  if ((text.includes('<') || text.includes('&')) && /ruby/iu.test(text)) {
    for (const match of text.matchAll(MARKUP)) {
      spots.push(spotAt(text, 'ruby', match.index, match.index + match[0].length, match[1]!.replace(READING, '').replace(TAG, ''), CERTAIN))
    }
  }
  const { opening } = unitSets()
  for (let at = nextOf(opening, text, 0); at >= 0; at = nextOf(opening, text, at + 1)) {
    const match = isHanBefore(text, at) ? matchAt(KANA, text, at) : null
    if (match !== null) spots.push(spotAt(text, 'ruby', at, at + match[0].length, '', LIKELY))
  }
  const bare = bareReadings(text)
  for (const { start, end } of bare) spots.push(spotAt(text, 'ruby', start, end, '', bare.length >= MANY ? CERTAIN : LIKELY))
  return spots.sort((a, b) => a.start - b.start)
}

function bareReadings(text: string): { start: number; end: number }[] {
  const { toned } = unitSets()
  const found: { start: number; end: number }[] = []
  for (let at = nextOf(toned, text, 0); at >= 0;) {
    const match = bareReadingOver(text, at)
    const end = match === null ? at + 1 : match.index + match[0].length
    if (match !== null) {
      const { base, reading } = match.groups!
      if (hasTone(reading!) && isReading(base!, reading!)) found.push({ start: match.index + base!.length, end })
    }
    at = nextOf(toned, text, end)
  }
  return found
}

/** The character with a reading behind it that has the letter at a place in it. */
function bareReadingOver(text: string, at: number): RegExpExecArray | null {
  const { ofReading } = unitSets()
  let start = at
  while (at - start < LONGEST_READING && ofReading[text.charCodeAt(start - 1)] === 1) start--
  if (text[start - 1] === ' ') start--
  return isHanBefore(text, start) ? matchAt(BARE, text, start - (isSurrogate(text.charCodeAt(start - 1)) ? 2 : 1)) : null
}

function unitSets(): Sets {
  sets ??= { opening: unitSet(OPENING), toned: unitSet(TONED), ofReading: unitSet(OF_READING) }
  return sets
}
