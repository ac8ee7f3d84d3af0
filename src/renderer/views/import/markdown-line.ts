import type { Repair, TextRange } from '#api'

/** What a line of Markdown is, and where what it says stands; `cells` are those of a row of a table. */
export interface MarkdownLine {
  kind: 'text' | 'heading' | 'item' | 'row' | 'rule'
  cells: TextRange[]
}

/** Between the cells of the heading and the rows. */
const RULE = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/u
const HEAD = /^\s{0,3}#{1,6}\s+/u
const ITEM = /^\s*[-*+]\s+/u

/** A line without the marks that only say what it is. Where a repair lies across a mark, the line stays as it is written. */
export function markdownLine(original: string, range: TextRange, repairs: readonly Pick<Repair, 'start' | 'end'>[]): MarkdownLine {
  const text = original.slice(range.start, range.end)
  const found = lineOf(text)
  const cells = found.cells.map(({ start, end }) => ({ start: range.start + start, end: range.start + end }))
  const inside = repairs.filter(({ start, end }) => start < range.end && range.start < end)
  const keepsRepairs = inside.every((repair) => cells.some((cell) => cell.start <= repair.start && repair.end <= cell.end))
  return keepsRepairs ? { kind: found.kind, cells } : { kind: 'text', cells: [range] }
}

function lineOf(text: string): MarkdownLine {
  if (text.includes('|') && RULE.test(text)) return { kind: 'rule', cells: [] }
  const row = text.trim()
  if (row.length > 1 && row.startsWith('|') && row.endsWith('|')) return { kind: 'row', cells: cellsOf(text) }
  for (const [kind, mark] of [['heading', HEAD], ['item', ITEM]] as const) {
    const start = mark.exec(text)?.[0].length
    if (start !== undefined && start < text.length) return { kind, cells: [{ start, end: text.length }] }
  }
  return { kind: 'text', cells: [{ start: 0, end: text.length }] }
}

function cellsOf(text: string): TextRange[] {
  const borders = [...text.matchAll(/(?<!\\)\|/gu)].map(({ index }) => index)
  return borders.slice(1).map((end, index) => {
    const cell = text.slice(borders[index]! + 1, end)
    const start = borders[index]! + 1 + (cell.length - cell.trimStart().length)
    return { start, end: Math.max(start, end - (cell.length - cell.trimEnd().length)) }
  })
}

/** Plain text and, without their asterisks, the words in it that are bold. */
export function boldRuns(text: string): { text: string; bold: boolean }[] {
  return text.split(/\*\*(?=\S)([^*\n]+?)(?<=\S)\*\*/u).map((run, index) => ({ text: run, bold: index % 2 === 1 })).filter((run) => run.text !== '')
}
