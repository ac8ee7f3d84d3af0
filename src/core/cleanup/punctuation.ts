import { matchAt, nextOf, unitSet, type UnitSet } from '../text'
import { spotAt, type Spot } from './spot'

const FULL = new Map([[',', '，'], [';', '；'], [':', '：'], ['?', '？'], ['!', '！'], ['(', '（'], [')', '）'], ['.', '。']])
/** Behind a Han character or a closing mark, and before one or the end of the line: not within numbers, times or English. */
const MARK = /(?<=[\p{Script=Han}”’」』）》])(?:[,;:?!] ?(?=[\p{Script=Han}“‘「『（《*_])|[,;:?!](?=\d*\p{Script=Han}|[”’」』*_]|[^\S\n]*(?:$|\r))|\.(?=[”’」』]|[^\S\n]*(?:$|\r)))/muy
/** A pair of brackets in one line, with Han characters in it and at one side of it at least. */
const BRACKETS = /\((?<inside>[^()（）\n[\]|]{1,120})\)/uy
const HAN = /\p{Script=Han}/u
/** Letters and digits that an input method or an old program made as wide as a Han character, with what joins numbers. */
const WIDE = /[０-９Ａ-Ｚａ-ｚ]+(?:[．，：／－][０-９]+)*[％]?/gu
const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}]/u
const AROUND = 24
/** Every place that is looked for begins with one of them. */
const FIRST = /[,;:?!.(０-９Ａ-Ｚａ-ｚ]/gu

const SURE = 0.97
/** How a text is set may be its author's wish. */
const STYLE = 0.9

let first: UnitSet | null = null

/**
 * Marks as wide as Latin letters within Chinese text, which Chinese sets in full width; and digits and Latin letters in
 * full width, which it sets in half width. Marks are only offered, letters are sure.
 */
export function findPunctuation(text: string): Spot[] {
  first ??= unitSet(FIRST)
  const spots: Spot[] = []
  for (let at = nextOf(first, text, 0); at >= 0;) {
    const match = matchAt(text[at] === '(' ? BRACKETS : text[at]! < '０' ? MARK : WIDE, text, at)
    const end = at + (match === null ? 1 : match[0].length)
    if (match !== null && !isJapanese(text, at, end)) spots.push(...spotsOf(text, match, end))
    // Within brackets there may be others.
    at = nextOf(first, text, text[at] === '(' ? at + 1 : end)
  }
  return spots.sort((a, b) => a.start - b.start)
}

function spotsOf(text: string, match: RegExpExecArray, end: number): Spot[] {
  const { index, groups, 0: written } = match
  if (groups?.inside === undefined) {
    const mark = FULL.get(written[0]!)
    return [mark === undefined ? spotAt(text, 'punctuation', index, end, written.replace(/[！-～]/gu, narrow), SURE) : spotAt(text, 'punctuation', index, end, mark, STYLE)]
  }
  if (!HAN.test(groups.inside) || !(HAN.test(text[index - 1] ?? '') || HAN.test(text[end] ?? '') || isLine(text, index, end))) return []
  return [spotAt(text, 'punctuation', index, index + 1, '（', STYLE), spotAt(text, 'punctuation', end - 1, end, '）', STYLE)]
}

/** A bracket that numbers a line, or stands alone in it. */
function isLine(text: string, start: number, end: number): boolean {
  return (start === 0 || text[start - 1] === '\n') || end === text.length || text[end] === '\n'
}

function narrow(wide: string): string {
  return String.fromCharCode(wide.charCodeAt(0) - 0xfee0)
}

function isJapanese(text: string, start: number, end: number): boolean {
  // Of the same line: a Japanese line may stand beside a Chinese one.
  const before = text.slice(Math.max(0, start - AROUND), start)
  return JAPANESE.test(before.slice(before.lastIndexOf('\n') + 1)) || JAPANESE.test(/^[^\n]*/u.exec(text.slice(end, end + AROUND))![0])
}
