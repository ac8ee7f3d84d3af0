import { charactersAfter, charactersBefore, fold, type WordModel } from '../text'
import { spotAt, type Spot } from './spot'

/** Characters that text recognition takes for one another. */
const ALIKE = [
  '未末', '己已巳', '日曰', '土士', '干千于', '人入八', '大太犬', '天夫', '午牛', '今令', '免兔', '历厉', '侯候', '治冶', '拔拨', '折拆析',
  '晴睛', '贷货', '茶荼', '崇祟', '戊戌戍', '辨辩', '卷券', '孤狐', '刺剌', '未木本', '目自', '且旦', '田由甲', '王玉主', '刀力', '鸟乌', '买卖',
  '问间', '师帅', '住往', '代伐', '使便', '名各', '体休', '处外', '设没', '话活', '清请情', '科料', '微徽', '慢漫', '场扬', '村材', '埋理', '祖租',
]
/** Digits and letters within numbers. */
const IN_NUMBER = /(?<=\d)[OoQ](?=[\d年月日万亿元个]|,\d)|(?<=[\d.])[lI|](?=\d)|(?<![\p{L}\d])[lI](?=\d{1,3}(?:[年月日万亿元个名家%.]|,\d))/gu
const DIGITS = new Map([['O', '0'], ['o', '0'], ['Q', '0'], ['l', '1'], ['I', '1'], ['|', '1']])

const CONTEXT = 5
const LONGEST_WORD = 4
/** By how much the other character must be likelier, in natural logarithm. */
const GAIN_NEEDED = 9
const LEAST_CONFIDENCE = 0.4
/** Never safe: what was recognised is in most cases what is printed. */
const MOST_CONFIDENCE = 0.8
const CONFIDENCE_PER_GAIN = 0.03

const others = new Map<string, string>()
for (const row of ALIKE) for (const character of row) others.set(character, (others.get(character) ?? '') + row.replace(character, ''))
const CANDIDATE = new RegExp(`[${[...others.keys()].join('')}]`, 'gu')

/**
 * Characters that text recognition may have taken for another one (商未 for 商末), each with what it may have been: where
 * no word reaches over the character as it stands, and with the other one the text is far likelier.
 */
export function findMisread(text: string, words: WordModel | null): Spot[] {
  const spots: Spot[] = []
  for (const match of text.matchAll(IN_NUMBER)) {
    spots.push(spotAt(text, 'ocr', match.index, match.index + 1, DIGITS.get(match[0])!, MOST_CONFIDENCE))
  }
  if (words !== null) {
    const folded = fold(text)
    for (const match of folded.matchAll(CANDIDATE)) {
      const spot = spotOf(text, folded, match.index, match[0], words)
      if (spot !== null) spots.push(spot)
    }
  }
  return spots.sort((a, b) => a.start - b.start)
}

function spotOf(text: string, folded: string, at: number, character: string, words: WordModel): Spot | null {
  const before = folded.slice(Math.max(0, at - LONGEST_WORD + 1), at)
  const after = folded.slice(at + 1, at + LONGEST_WORD)
  if (isCovered(before, character, after, words)) return null
  const likely = [...others.get(character)!].filter((other) => isCovered(before, other, after, words))
  if (likely.length === 0) return null
  const head = charactersBefore(folded, at, CONTEXT)
  const tail = charactersAfter(folded, at + 1, CONTEXT)
  const now = words.score(head + character + tail)
  const ranked = likely.map((other) => ({ other, gain: words.score(head + other + tail) - now })).sort((a, b) => b.gain - a.gain)
  const [best] = ranked
  if (best === undefined || best.gain < GAIN_NEEDED) return null
  const confidence = Math.min(MOST_CONFIDENCE, LEAST_CONFIDENCE + CONFIDENCE_PER_GAIN * (best.gain - GAIN_NEEDED))
  // What is simplified here may be traditional in the text.
  if (text[at] !== character) return null
  return spotAt(text, 'ocr', at, at + 1, best.other, confidence)
}

/** Whether a word of several characters reaches over the character. */
function isCovered(before: string, character: string, after: string, words: WordModel): boolean {
  const whole = before + character + after
  for (let start = 0; start <= before.length; start++) {
    for (let end = Math.max(start + 2, before.length + 1); end <= whole.length && end - start <= LONGEST_WORD; end++) {
      if (words.logFrequency(whole.slice(start, end)) !== undefined) return true
    }
  }
  return false
}
