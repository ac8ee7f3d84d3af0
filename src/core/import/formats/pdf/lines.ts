import type { PdfPage, PdfRun } from '../../../ports'

/** What stands on one line without a wide gap, in points. */
export interface Line {
  text: string
  left: number
  right: number
  /** The baseline, upwards from the page's lower edge. */
  y: number
  size: number
  page: number
  isSlanted: boolean
  /** Cells of a row set side by side. */
  isRow: boolean
}

/**
 * Widths in letters: what still is one line, what is a space between Latin words, and what is one beside a Han
 * character, where programs set letters and figures apart by a little that nobody typed.
 */
const WIDE_GAP = 1.6
const LATIN_SPACE = 0.15
const HAN_SPACE = 0.45
const SAME_BASELINE = 0.45
const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u
const LIGATURES = /[\ufb00-\ufb06]/gu

/** The runs of a page put together into lines, in the order in which the file draws them. */
export function linesOf(page: PdfPage, number: number): Line[] {
  const lines: Line[] = []
  let space = ''
  for (const run of page.runs) {
    if (run.text.trim() === '') {
      space = run.text
      continue
    }
    const last = lines.at(-1)
    if (last !== undefined && goesOn(last, run)) extend(last, run, space)
    else lines.push(lineOf(run, number))
    space = ''
  }
  return lines.map((line) => ({ ...line, text: line.text.trim() }))
}

/** Lines that stand side by side, as the cells of a table's row, made one. */
export function joinRows(lines: readonly Line[]): Line[] {
  const rows: Line[] = []
  for (const line of lines) {
    const last = rows.at(-1)
    if (last === undefined || last.page !== line.page || !isLevel(last, line) || line.left < last.right) rows.push({ ...line })
    else Object.assign(last, { text: `${last.text}\t${line.text}`, right: line.right, isRow: true })
  }
  return rows
}

function goesOn(line: Line, run: PdfRun): boolean {
  const size = Math.max(line.size, run.size)
  const gap = run.x - line.right
  return line.isSlanted === run.isSlanted && isLevel(line, run) && gap < WIDE_GAP * size && gap > -size
}

function isLevel(line: Line, other: { y: number; size: number }): boolean {
  return Math.abs(line.y - other.y) < SAME_BASELINE * Math.max(line.size, other.size)
}

function extend(line: Line, run: PdfRun, space: string): void {
  const text = clean(run.text)
  const [before, after] = [line.text.at(-1) ?? '', text[0] ?? '']
  const gap = (run.x - line.right) / Math.max(line.size, run.size, 1)
  const isApart = WIDE.test(before) || WIDE.test(after) ? gap > HAN_SPACE : gap > LATIN_SPACE || space !== ''
  line.text += (isApart && before !== ' ' && after !== ' ' ? ' ' : '') + text
  line.right = Math.max(line.right, run.x + run.width)
  // A note's small number does not make the line a small one.
  if (run.size > line.size) Object.assign(line, { size: run.size, y: run.y })
}

function lineOf(run: PdfRun, page: number): Line {
  const { x, y, width, size, isSlanted } = run
  return { text: clean(run.text), left: x, right: x + width, y, size: size || 1, page, isSlanted, isRow: false }
}

function clean(text: string): string {
  return text.replace(LIGATURES, (letters) => letters.normalize('NFKC')).replace(/[\s\u0000-\u001f]+/gu, ' ')
}
