import { charactersAfter, charactersBefore, fold, foldUnit, matchAt, nextOf, unitSet, type UnitSet, type WordModel } from '../text'
import { spotAt, type Spot } from './spot'

/** Characters that text recognition takes for one another. */
const ALIKE = [
  '未末', '己已巳', '日曰', '土士', '干千于', '人入八', '大太犬', '天夫', '午牛', '今令', '免兔', '历厉', '侯候', '治冶', '拔拨', '折拆析',
  '晴睛', '贷货', '茶荼', '崇祟', '戊戌戍', '辨辩', '卷券', '孤狐', '刺剌', '未木本', '目自', '且旦', '田由甲', '王玉主', '刀力', '鸟乌', '买卖',
  '问间', '师帅', '住往', '代伐', '使便', '名各', '体休', '处外', '设没', '话活', '清请情', '科料', '微徽', '慢漫', '场扬', '村材', '埋理', '祖租',
]
/** Digits and letters within numbers. */
const IN_NUMBER = /(?<=\d)[OoQ](?=[\d年月日万亿元个]|,\d)|(?<=[\d.])[lI|](?=\d)|(?<![\p{L}\d])[lI](?=\d{1,3}(?:[年月日万亿元个名家%.]|,\d))/uy
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
const CANDIDATE = new RegExp(`[${[...others.keys(), ...DIGITS.keys()].join('')}]`, 'gu')

let candidates: UnitSet | null = null

/**
 * Characters that text recognition may have taken for another one (商未 for 商末), each with what it may have been: where
 * no word reaches over the character as it stands, and with the other one the text is far likelier.
 */
export function findMisread(text: string, words: WordModel | null): Spot[] {
  candidates ??= unitSet(CANDIDATE)
  const spots: Spot[] = []
  for (let at = nextOf(candidates, text, 0); at >= 0; at = nextOf(candidates, text, at + 1)) {
    const digit = DIGITS.get(text[at]!)
    if (digit === undefined) {
      const spot = words === null ? null : spotOf(text, at, words)
      if (spot !== null) spots.push(spot)
    } else if ((isInNumber(text, at - 1) || isInNumber(text, at + 1)) && matchAt(IN_NUMBER, text, at) !== null) {
      spots.push(spotAt(text, 'ocr', at, at + 1, digit, MOST_CONFIDENCE))
    }
  }
  return spots
}

function isInNumber(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return (unit >= 0x30 && unit <= 0x39) || unit === 0x2e
}

function spotOf(text: string, at: number, words: WordModel): Spot | null {
  const unit = text.charCodeAt(at)
  // What is simplified in the list may be traditional in the text.
  if (foldUnit(unit) !== unit || isCovered(text, at, unit, words)) return null
  const character = text[at]!
  const likely = [...others.get(character)!].filter((other) => isCovered(text, at, other.charCodeAt(0), words))
  if (likely.length === 0) return null
  const head = fold(charactersBefore(text, at, CONTEXT))
  const tail = fold(charactersAfter(text, at + 1, CONTEXT))
  const now = words.score(head + character + tail)
  const ranked = likely.map((other) => ({ other, gain: words.score(head + other + tail) - now })).sort((a, b) => b.gain - a.gain)
  const [best] = ranked
  if (best === undefined || best.gain < GAIN_NEEDED) return null
  const confidence = Math.min(MOST_CONFIDENCE, LEAST_CONFIDENCE + CONFIDENCE_PER_GAIN * (best.gain - GAIN_NEEDED))
  return spotAt(text, 'ocr', at, at + 1, best.other, confidence)
}

/** Whether a word of several characters reaches over a place of the text, with another unit in it. */
function isCovered(text: string, at: number, unit: number, words: WordModel): boolean {
  for (let start = Math.max(0, at - LONGEST_WORD + 1); start <= at; start++) {
    let state = 0
    for (let end = start; end < start + LONGEST_WORD && end < text.length && state >= 0; end++) {
      state = words.step(state, end === at ? unit : foldUnit(text.charCodeAt(end)))
      if (state >= 0 && end >= at && end > start && !Number.isNaN(words.weightAt(state))) return true
    }
  }
  return false
}
