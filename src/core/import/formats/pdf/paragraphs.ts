import type { Column } from './columns'
import type { Line } from './lines'

/** Letters by which a first line is set in, sizes that are the same, and line distances that are. */
const INDENT = 0.8
const SAME_SIZE = 0.12
const SAME_DISTANCE = 1.35
const SENTENCE_END = /[。！？!?…：:；;][”’」』）)]?$|[.][”’)]?$/u
const ITEM = /^(?:[•●■◆▪※◎★□◇–—-]\s?|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、．)）]\s?\D|第[一二三四五六七八九十百\d]{1,4}[章节節篇部条條]|【)/u
const LATIN = /[\p{Script=Latin}\d]/u

/** The text with its lines joined into paragraphs, one on each line, also over the ends of columns and pages. */
export function paragraphsOf(columns: readonly Column[]): string {
  const placed = columns.flatMap((column) => {
    const distance = usualDistance(column.lines)
    return column.lines.map((line) => ({ line, column, distance }))
  })
  const isIndented = (index: number) => placed[index]!.line.left > placed[index]!.column.left + INDENT * placed[index]!.line.size
  const startsIndented = placed.filter(({ line }, index) => index > 0 && SENTENCE_END.test(placed[index - 1]!.line.text) && !line.isRow)
  const indents = startsIndented.filter((entry) => isIndented(placed.indexOf(entry))).length * 2 > startsIndented.length
  let text = ''
  for (const [index, { line, column, distance }] of placed.entries()) {
    const before = placed[index - 1]
    const goesOn = before !== undefined && !before.line.isRow && !line.isRow && isSameSize(before.line, line)
      && isFull(before.line, before.column, line) && !(ITEM.test(line.text) && SENTENCE_END.test(before.line.text))
      && (before.column === column
        ? before.line.y - line.y < distance * SAME_DISTANCE + 1 && !startsAnew(before.line, line, isIndented(index))
        : !isIndented(index) && (indents || !SENTENCE_END.test(before.line.text)))
    text = goesOn ? joined(text, line.text) : `${text}${text === '' ? '' : '\n'}${line.text}`
  }
  return text
}

/** Whether a line is set in against the one before; where both are, it goes on unless a sentence has ended. */
function startsAnew(before: Line, line: Line, isIndented: boolean): boolean {
  return isIndented && (line.left > before.left + INDENT * line.size || SENTENCE_END.test(before.text))
}

/** Whether what the next line begins with would not have fitted on this one. */
function isFull(line: Line, column: Column, next: Line): boolean {
  const word = /^[\p{Script=Latin}\d.,%/-]+/u.exec(next.text)?.[0] ?? ''
  return column.right - line.right < line.size * (word === '' ? 2.1 : Math.max(2.1, word.length * 0.6 + 1))
}

function isSameSize(a: Line, b: Line): boolean {
  return Math.abs(a.size - b.size) <= SAME_SIZE * Math.max(a.size, b.size)
}

/** The distance from line to line that most have. */
function usualDistance(lines: readonly Line[]): number {
  const distances = lines.slice(1).map((line, index) => lines[index]!.y - line.y).filter((distance) => distance > 1).sort((a, b) => a - b)
  return distances[Math.floor(distances.length / 4)] ?? Infinity
}

function joined(text: string, next: string): string {
  if (text.endsWith('\u00ad')) return text.slice(0, -1) + next
  if (/\p{Script=Latin}-$/u.test(text) && /^\p{Lowercase_Letter}/u.test(next)) return text.slice(0, -1) + next
  return text + (LATIN.test(text.at(-1) ?? '') && LATIN.test(next[0] ?? '') ? ' ' : '') + next
}
