import type { Comparison } from '#api'
import { countLines, shorten } from './measure'
import type { MatrixSlide } from './model'
import { paginateRows, partsOf } from './paginate'
import { plainLine, printable, singleLine } from './prose'
import { CONTENT, MATRIX } from './stage'
import type { Words } from './words'

/**
 * The comparison as tables. A cell shows what can be read at a glance, and less of it where that keeps the rows
 * together on one slide; the whole is in the notes.
 */
export function matrixSlides({ cases, rows }: Comparison, words: Words): MatrixSlide[] {
  const width = columnWidth(cases.length) - 2 * MATRIX.padX
  const caseIds = cases.map(({ id }) => id)
  const filled = rows
    .map((row) => ({
      label: singleLine(row.label) || words.rowLabel(row.id),
      full: row.cells.map((cell) => printable(cell.summary).trim()),
      plain: row.cells.map((cell) => plainLine(cell.summary)),
    }))
    .filter(({ plain }) => plain.some((cell) => cell !== ''))
  if (filled.length === 0) return []
  const columns = cases.map((item) => ({
    title: shorten(singleLine(item.title), width, MATRIX.headSize, 2),
    detail: shorten(singleLine(item.modelName || (item.organisation === item.title ? '' : item.organisation)), width, MATRIX.detailSize, 1),
  }))
  const room = CONTENT.height - matrixHeadHeight(columns)
  const attempts = MATRIX.maxLines.map((lines) => {
    const shown = filled.map((row) => ({ ...row, cells: row.plain.map((cell) => shorten(cell, width, MATRIX.size, lines) || words.noValue) }))
    return paginateRows(shown, (row) => matrixRowHeight(row, cases.length), room)
  })
  const pages = attempts.find((attempt) => attempt.length === 1) ?? attempts[0]!
  return partsOf(pages).map(({ page, part }) => ({
    kind: 'matrix',
    caseIds,
    heading: words.comparison,
    part,
    columns,
    rows: page.map(({ label, cells }) => ({ label, cells })),
    notes: page.flatMap(({ label, full }) => [label, ...full.map((text, index) => words.labelled(singleLine(cases[index]!.title), text || words.noValue))]).join('\n'),
  }))
}

export function columnWidth(columns: number): number {
  return (CONTENT.width - MATRIX.labelWidth) / columns
}

export function matrixHeadHeight(columns: MatrixSlide['columns']): number {
  const width = columnWidth(columns.length) - 2 * MATRIX.padX
  const lines = Math.max(...columns.map(({ title }) => countLines(title, width, MATRIX.headSize)))
  const detail = columns.some((column) => column.detail !== '') ? MATRIX.detailLeading : 0
  return lines * MATRIX.headLeading + detail + 2 * MATRIX.padY
}

export function matrixRowHeight({ label, cells }: { label: string; cells: string[] }, columns: number): number {
  const width = columnWidth(columns) - 2 * MATRIX.padX
  const lines = cells.map((cell) => countLines(cell, width, MATRIX.size))
  return Math.max(...lines, countLines(label, MATRIX.labelWidth - 2 * MATRIX.padX, MATRIX.size)) * MATRIX.leading + 2 * MATRIX.padY
}
