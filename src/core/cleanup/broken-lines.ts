import { unitSet } from '../text'
import { linesOf, type Line } from './lines'
import { spotAt, type Spot } from './spot'

const NARROWEST = 24
const WIDEST = 140
/** A line ends up to so many columns short: a mark may not begin the next one, and a word or number is not parted. */
const SLACK = 4
/** Lines of Latin words are cut at the word. */
const SLACK_OF_WORDS = 14
const FEWEST = 3
/** Lines longer than the width, of all its lines, that a stretch may have. */
const OVERLONG = 0.02
/** Long enough to tell what the width is, short enough that a change of it is seen. */
const STRETCH = 400

const LIKELY = 0.9
const HYPHENATED = 0.7

/** A line that begins something by itself: an indent, a heading, an entry, a numbered one, a table, a quotation. */
const BEGINS = /^(?:[\t\u3000]| {2,}|[#>|•●■◆○·*+-]|\d{1,3}[.、)．]|[(（]?[一二三四五六七八九十]{1,3}[、.)）]|第[一二三四五六七八九十\d]{1,3}[章节節篇部条條]|[①-⑳])/u
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6“”‘’…—]+/gu
/** Marks that stand behind the width, since they may not begin a line. */
const HANGING = /[，。、；：！？）》”’」』]/u
/** A sentence is over, and with it perhaps a paragraph. */
const SENTENCE_END = /[。！？][”’」』）]*\s*$/u
/** Full lines, of all of them, at whose end a sentence of a running text is over by chance. */
const BY_CHANCE = 1 / 4
const LATIN_END = /[\p{Script=Latin}\d,;.]$/u
const LATIN_START = /^[\p{Script=Latin}\d(]/u

let columns: Readonly<Uint8Array> | null = null

/**
 * Breaks in the middle of sentences, where a program cut the lines of a text at a fixed width (e-mails, text copied out
 * of a PDF file). The width is told by the lines themselves: many end at it and next to none goes beyond.
 */
export function findBrokenLines(text: string): Spot[] {
  const lines = linesOf(text)
  const spots: Spot[] = []
  for (let from = 0; from < lines.length; from += STRETCH) {
    const stretch = lines.slice(from, from + STRETCH)
    const widths = stretch.map(({ start, end }) => widthOf(text, start, HANGING.test(text[end - 1] ?? '') ? end - 1 : end))
    const width = fixedWidth(widths)
    if (width === null) continue
    const isRunning = runsOn(text, stretch, widths, width)
    for (const [index, line] of stretch.entries()) {
      const next = lines[from + index + 1]
      if (next === undefined || !isCut(text, line, next, widths[index]!, width)) continue
      if (!isRunning && endsSentence(text, line)) continue
      spots.push(joined(text, line, next))
    }
  }
  return spots
}

/** The width at which the lines were cut; null where they were not. */
function fixedWidth(widths: readonly number[]): number | null {
  const counts = new Map<number, number>()
  const inked = widths.filter((width) => width > 0)
  for (const width of inked) counts.set(width, (counts.get(width) ?? 0) + 1)
  const ofWidth = (from: number, to: number) => {
    let count = 0
    for (let width = from; width <= to; width++) count += counts.get(width) ?? 0
    return count
  }
  const longest = Math.max(0, ...counts.keys())
  for (let width = Math.min(longest, WIDEST); width >= NARROWEST; width--) {
    const over = inked.length - ofWidth(0, width)
    if (over > inked.length * OVERLONG) return null
    const full = ofWidth(width - SLACK, width)
    if ((counts.get(width) ?? 0) > 0 && full >= FEWEST && full >= inked.length / 3) return width
  }
  return null
}

/**
 * Whether a paragraph goes on behind a sentence that ends with its line: only where paragraphs are parted otherwise, by
 * blank lines or indents, and lines end with sentences no oftener than by chance. Else each such line may be a paragraph.
 */
function runsOn(text: string, lines: readonly Line[], widths: readonly number[], fixed: number): boolean {
  const inked = lines.filter((line) => line.start < line.end)
  const isParted = inked.length < lines.length || inked.some(({ start }) => BEGINS.test(text.slice(start, start + 12)))
  const full = lines.filter((_, index) => widths[index]! <= fixed && widths[index]! >= fixed - SLACK)
  return isParted && full.filter((line) => endsSentence(text, line)).length <= full.length * BY_CHANCE
}

function endsSentence(text: string, { start, end }: Line): boolean {
  return SENTENCE_END.test(text.slice(Math.max(start, end - 8), end))
}

function isCut(text: string, line: Line, next: Line, width: number, fixed: number): boolean {
  if (width > fixed || next.start >= next.end) return false
  const written = text.slice(line.start, line.end).trimEnd()
  const following = text.slice(next.start, Math.min(next.end, next.start + 12))
  const slack = LATIN_END.test(written) && LATIN_START.test(following) ? SLACK_OF_WORDS : SLACK
  return width >= fixed - slack && written !== '' && !BEGINS.test(following) && !/^[#|>]/u.test(written)
}

function joined(text: string, line: Line, next: Line): Spot {
  const written = text.slice(line.start, line.end).trimEnd()
  const from = line.start + written.length
  const isWords = LATIN_END.test(written) && LATIN_START.test(text.slice(next.start, next.start + 1))
  if (/\p{Script=Latin}-$/u.test(written) && /^\p{Ll}/u.test(text.slice(next.start, next.start + 1))) {
    return spotAt(text, 'line', from - 1, next.start, '', HYPHENATED)
  }
  return spotAt(text, 'line', from, next.start, isWords ? ' ' : '', LIKELY)
}

/** Columns that a line takes up, a Han character two. */
function widthOf(text: string, start: number, end: number): number {
  columns ??= columnsOfUnits()
  let width = 0
  for (let at = start; at < end; at++) width += columns[text.charCodeAt(at)]!
  return width
}

/** Of a pair of surrogates the first one stands for both. */
function columnsOfUnits(): Readonly<Uint8Array> {
  return unitSet(WIDE).map((wide, unit) => (unit >= 0xdc00 && unit <= 0xdfff ? 0 : wide === 1 || (unit >= 0xd800 && unit < 0xdc00) ? 2 : 1))
}
