import { spotAt, type Spot } from './spot'

const FULL = new Map([[',', '，'], [';', '；'], [':', '：'], ['?', '？'], ['!', '！'], ['(', '（'], [')', '）'], ['.', '。']])
/** Behind a Han character or a closing mark, and before one or the end of the line: not within numbers, times or English. */
const MARK = /(?<=[\p{Script=Han}”’」』）》])(?:[,;:?!] ?(?=[\p{Script=Han}“‘「『（《*_])|[,;:?!](?=\d*\p{Script=Han}|[”’」』*_]|[^\S\n]*(?:$|\r))|\.(?=[”’」』]|[^\S\n]*(?:$|\r)))/gmu
/** A pair of brackets in one line, with Han characters in it and at one side of it at least. */
const BRACKETS = /\((?<inside>[^()（）\n[\]|]{1,120})\)/gu
const HAN = /\p{Script=Han}/u
/** Letters and digits that an input method or an old program made as wide as a Han character, with what joins numbers. */
const WIDE = /[０-９Ａ-Ｚａ-ｚ]+(?:[．，：／－][０-９]+)*[％]?/gu
const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}]/u
const AROUND = 24

const SURE = 0.97
/** How a text is set may be its author's wish. */
const STYLE = 0.9

/**
 * Marks as wide as Latin letters within Chinese text, which Chinese sets in full width; and digits and Latin letters in
 * full width, which it sets in half width. Marks are only offered, letters are sure.
 */
export function findPunctuation(text: string): Spot[] {
  const spots: Spot[] = []
  for (const match of text.matchAll(MARK)) {
    const end = match.index + match[0].length
    if (!isJapanese(text, match.index, end)) spots.push(spotAt(text, 'punctuation', match.index, end, FULL.get(match[0][0]!)!, STYLE))
  }
  for (const match of text.matchAll(BRACKETS)) {
    const end = match.index + match[0].length
    if (!HAN.test(match.groups!.inside!) || !(HAN.test(text[match.index - 1] ?? '') || HAN.test(text[end] ?? '') || isLine(text, match.index, end))) continue
    if (isJapanese(text, match.index, end)) continue
    spots.push(spotAt(text, 'punctuation', match.index, match.index + 1, '（', STYLE), spotAt(text, 'punctuation', end - 1, end, '）', STYLE))
  }
  for (const match of text.matchAll(WIDE)) {
    const end = match.index + match[0].length
    if (!isJapanese(text, match.index, end)) spots.push(spotAt(text, 'punctuation', match.index, end, match[0].replace(/[！-～]/gu, narrow), SURE))
  }
  return spots.sort((a, b) => a.start - b.start)
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
