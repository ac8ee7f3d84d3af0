import { linesOf, type Line } from './lines'
import { spotAt, type Spot } from './spot'

/** A line that is nothing but the number of a page. */
const NUMBER = /^[^\S\n]*(?:第\s*(?<of>\d{1,4})\s*[页頁](?:\s*[,，/／]?\s*[（(]?\s*[共总總]\s*\d{1,4}\s*[页頁]\s*[)）]?)?|[-–—－·•~]\s*(?<dashed>\d{1,4})\s*[-–—－·•~]|[Pp](?:age|AGE)\.?\s*(?<english>\d{1,4})(?:\s*(?:of|\/)\s*\d{1,4})?|(?<slashed>\d{1,4})\s*\/\s*\d{1,4}|(?<bare>\d{1,4}))[^\S\n]*$/u
const LONGEST = 60
const SHORTEST = 4
/** Pages in a row that tell a number of a page from any other. */
const FEWEST = 3
/** Lines between a page's number and what else is printed around its text. */
const NEAR = 2
const PLACEHOLDER = '#'

const SURE = 0.97
const LIKELY = 0.9
const UNSURE = 0.7

interface Numbered {
  index: number
  number: number
  form: string
}

/** What was printed around the text of pages and is left in it: numbers of pages, and lines that repeat beside them. */
export function findPages(text: string): Spot[] {
  if (!text.includes('\n')) return []
  const lines = linesOf(text)
  const numbered = lines.flatMap((line, index) => numberedLine(text, line, index))
  const counting = countingOnes(numbered)
  const spots = numbered
    .filter((one) => counting.has(one) || one.form === 'of')
    .map((one) => spotOf(text, lines[one.index]!, counting.has(one) ? SURE : UNSURE))
  const beside = linesBeside(text, lines, counting)
  return [...spots, ...beside].sort((a, b) => a.start - b.start)
}

function numberedLine(text: string, { start, end }: Line, index: number): Numbered[] {
  if (end - start > LONGEST) return []
  const groups = NUMBER.exec(text.slice(start, end))?.groups
  if (groups === undefined) return []
  const [form, digits] = Object.entries(groups).find(([, value]) => value !== undefined)!
  return [{ index, number: Number(digits), form }]
}

/** Those of one form that count up by one, at least three in a row. */
function countingOnes(numbered: readonly Numbered[]): Set<Numbered> {
  const counting = new Set<Numbered>()
  for (const form of ['of', 'dashed', 'english', 'slashed', 'bare']) {
    let row: Numbered[] = []
    for (const one of numbered.filter((each) => each.form === form)) {
      const last = row.at(-1)
      // A list of numbers, one in each line, counts up too: text stands between pages.
      if (last !== undefined && !(one.number === last.number + 1 && one.index - last.index > NEAR)) row = []
      row.push(one)
      if (row.length >= FEWEST) for (const each of row) counting.add(each)
    }
  }
  return counting
}

/** Short lines, alike but for their digits, that stand beside the numbers of several pages. */
function linesBeside(text: string, lines: readonly Line[], counting: ReadonlySet<Numbered>): Spot[] {
  const numbers = new Set([...counting].map(({ index }) => index))
  const alike = new Map<string, number[]>()
  const seen = new Set<number>()
  for (const { index } of counting) {
    for (let at = Math.max(0, index - NEAR); at <= Math.min(lines.length - 1, index + NEAR); at++) {
      const written = text.slice(lines[at]!.start, Math.min(lines[at]!.end, lines[at]!.start + LONGEST + 1)).trim()
      if (numbers.has(at) || seen.has(at) || written.length < SHORTEST || written.length > LONGEST || /[。！？；，]$/u.test(written)) continue
      seen.add(at)
      const key = keyOf(written)
      alike.set(key, [...(alike.get(key) ?? []), at])
    }
  }
  const repeated = new Set([...alike].filter(([, places]) => places.length >= FEWEST).map(([key]) => key))
  // The first page's header, or the last one's, may stand beside no number.
  return repeated.size === 0 ? [] : lines
    .filter((line) => line.end - line.start <= LONGEST && repeated.has(keyOf(text.slice(line.start, line.end).trim())))
    .map((line) => spotOf(text, line, LIKELY))
}

function keyOf(written: string): string {
  return written.replace(/\d+/gu, PLACEHOLDER)
}

/** The whole line goes, with its break and a form feed at its head. */
function spotOf(text: string, line: Line, confidence: number): Spot {
  return spotAt(text, 'page', line.start, line.next, '', confidence)
}
