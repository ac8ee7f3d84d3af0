import { fold } from '../text'
import type { CaseRange, Range } from './document'

const LONGEST_TITLE = 40
const SENTENCE = /[。!?;:…,]/u
const NUMBERED = /^[^\S\n]*(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十\d]{1,3}[章节篇部例]|案例[一二三四五六七八九十\d]{1,3})/u

/** The stretch without the white space at its ends. */
export function trimmed(text: string, start: number, end: number): Range {
  let from = start
  let to = end
  while (from < to && /\s/u.test(text[from]!)) from++
  while (to > from && /\s/u.test(text[to - 1]!)) to--
  return { start: from, end: to }
}

/** The whole text as one case; a short first line that more text follows is its title. */
export function wholeCase(text: string): CaseRange {
  return caseWithTitle(text, 0, text.length)
}

/** Blocks between blank lines, each a case. */
export function splitByParagraphs(text: string): CaseRange[] {
  const starts: number[] = []
  let afterBlank = true
  for (const { start, end } of linesOf(text)) {
    const isBlank = text.slice(start, end).trim() === ''
    if (afterBlank && !isBlank) starts.push(start)
    afterBlank = isBlank
  }
  return casesFrom(text, starts)
}

/** Headings of one level, each with what follows it a case: the highest level of Markdown that occurs twice, else 一、 */
export function splitByHeadings(text: string): CaseRange[] {
  const headings = text.includes('#') ? [...text.matchAll(/^(#{1,6})[^\S\n]+\S.*$/gmu)] : []
  for (let level = 1; level <= 6; level++) {
    const starts = headings.filter((heading) => heading[1]!.length === level).map((heading) => heading.index)
    if (starts.length > 1) return casesFrom(text, starts)
  }
  const starts = [...linesOf(text)].filter(({ start, end }) => isHeadingLine(text.slice(start, end))).map(({ start }) => start)
  return starts.length > 1 ? casesFrom(text, starts) : []
}

/** The line that ends right before `end`, if it is short and no sentence. */
export function titleLineBefore(text: string, end: number): Range | null {
  const line = trimmed(text, text.lastIndexOf('\n', text.slice(0, end).trimEnd().length - 1) + 1, end)
  return isTitle(text.slice(line.start, line.end)) ? line : null
}

function casesFrom(text: string, starts: number[]): CaseRange[] {
  if (starts.length === 0) return []
  // What stands before the first heading belongs to the first case, unless it is a block of its own.
  const all = text.slice(0, starts[0]).trim() === '' ? [0, ...starts.slice(1)] : [0, ...starts]
  return all.map((start, index) => caseWithTitle(text, start, all[index + 1] ?? text.length))
}

/** The first line of a stretch, if it is short and no sentence, or a heading, and more follows it. */
export function titleLineAt(text: string, start: number, end: number): Range | null {
  const body = trimmed(text, start, end)
  const lineEnd = text.indexOf('\n', body.start)
  if (lineEnd < 0 || lineEnd >= body.end) return null
  const line = trimmed(text, body.start, lineEnd)
  const words = text.slice(line.start, line.end)
  return isTitle(words) || /^#{1,6}\s/u.test(words) ? line : null
}

function caseWithTitle(text: string, start: number, end: number): CaseRange {
  const body = trimmed(text, start, end)
  const line = titleLineAt(text, start, end)
  const title = line === null ? null : withoutHash(text, line)
  return { start, end, title, sections: [{ role: 'other', heading: '', ...(title === null ? body : trimmed(text, title.end, body.end)) }] }
}

/** A heading's words. */
export function withoutHash(text: string, line: Range): Range {
  const hash = /^#{1,6}\s+/u.exec(text.slice(line.start, line.end))
  return hash === null ? line : { start: line.start + hash[0].length, end: line.end }
}

function isTitle(line: string): boolean {
  return line !== '' && [...line].length <= LONGEST_TITLE && !SENTENCE.test(fold(line))
}

function isHeadingLine(line: string): boolean {
  return NUMBERED.test(line) && [...line.trim()].length <= LONGEST_TITLE && !/[。;]/u.test(fold(line))
}

function* linesOf(text: string): Iterable<Range> {
  for (let start = 0; start < text.length;) {
    const next = text.indexOf('\n', start)
    const end = next < 0 ? text.length : next
    yield { start, end }
    start = end + 1
  }
}
