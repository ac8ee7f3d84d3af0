import { isReading, hasTone } from './reading'
import { spotAt, type Spot } from './spot'

/** Markup of readings that was taken for text, with its angle brackets as they are or escaped. */
const MARKUP = /(?:<|&lt;)ruby\b[^<>]{0,200}?(?:>|&gt;)((?:(?!(?:<|&lt;)\/?ruby)[\s\S]){1,2000}?)(?:<|&lt;)\/ruby(?:>|&gt;)/giu
const READING = /(?:<|&lt;)r(?:t|p|tc)\b[^<>]{0,200}?(?:>|&gt;)[\s\S]*?(?:(?:<|&lt;)\/r(?:t|p|tc)(?:>|&gt;)|(?=(?:<|&lt;)r[tpb])|$)/giu
const TAG = /(?:<|&lt;)\/?rb?c?(?:\s[^<>]{0,200})?(?:>|&gt;)/giu
/** Kana in brackets behind Han characters, and as electronic books of Japan mark them. */
const KANA = /(?<=\p{Script=Han})(?:[(（][\u3041-\u3096\u30a1-\u30fa\u30fc]{1,12}[)）]|《[\u3041-\u3096\u30a1-\u30fa\u30fc]{1,12}》)/gu
/** A reading behind its character without any bracket, between Han characters or before punctuation. */
const BARE = /(?<base>\p{Script=Han}) ?(?<reading>[a-zü\u00e0-\u01dc\u0300-\u030c]{1,7}|[\u3105-\u3129]{1,3}[ˊˇˋ˙]?) ?(?=\p{Script=Han}|[，。、；：！？”』」]|$)/gmu

const CERTAIN = 0.99
const LIKELY = 0.8
/** So many of them are no chance. */
const MANY = 3

/** What ruby left behind where it was flattened: its markup, kana in brackets, and readings without any bracket. */
export function findRuby(text: string): Spot[] {
  const spots: Spot[] = []
  if (/ruby/iu.test(text)) {
    for (const match of text.matchAll(MARKUP)) {
      spots.push(spotAt(text, 'ruby', match.index, match.index + match[0].length, match[1]!.replace(READING, '').replace(TAG, ''), CERTAIN))
    }
  }
  for (const match of text.matchAll(KANA)) spots.push(spotAt(text, 'ruby', match.index, match.index + match[0].length, '', LIKELY))
  const bare = bareReadings(text)
  for (const { start, end } of bare) spots.push(spotAt(text, 'ruby', start, end, '', bare.length >= MANY ? CERTAIN : LIKELY))
  return spots.sort((a, b) => a.start - b.start)
}

function bareReadings(text: string): { start: number; end: number }[] {
  // Either needs a letter that Chinese and English texts hardly ever have.
  if (!/[\u00e0-\u01dc\u0300-\u030c\u3105-\u3129]/u.test(text)) return []
  return [...text.matchAll(BARE)]
    .filter(({ groups }) => hasTone(groups!.reading!) && isReading(groups!.base!, groups!.reading!))
    .map((match) => ({ start: match.index + match.groups!.base!.length, end: match.index + match[0].length }))
}
