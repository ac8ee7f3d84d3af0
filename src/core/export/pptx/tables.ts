import type PptxGenJS from 'pptxgenjs'
import {
  AGENDA, agendaRowHeight, columnWidth, CONTENT, MATRIX, matrixHeadHeight, matrixRowHeight, SOURCES, sourcesRowHeight, TERMS, termColumnWidth,
  termsHeadHeight, uniqueRowHeight, type AgendaSlide, type MatrixSlide, type SourcesSlide, type TermsSlide,
} from '../../present'
import { COLOURS, inches } from './look'
import { lineBelow, type Border, type Style, type Text, type Typesetter } from './typesetter'

type Cell = PptxGenJS.TableCell
const AT_CONTENT = { x: inches(CONTENT.left), y: inches(CONTENT.top), w: inches(CONTENT.width) }

export function agendaTable(page: PptxGenJS.Slide, { heading, padY, entries }: AgendaSlide, type: Typesetter): void {
  const rows = entries.map(({ number, title, detail }) => [
    cell([type.text(number, { face: 'song', size: 17, leading: AGENDA.leading, colour: COLOURS.cinnabar })], { padX: 0, padY }),
    cell([type.text(title, { face: 'song', size: AGENDA.size, leading: AGENDA.leading })], { padX: 0, padY }),
    cell([type.text(detail, { face: 'hei', size: AGENDA.detailSize, leading: AGENDA.detailLeading, colour: COLOURS.inkFaint, align: 'right' })], { padX: 0, padY, valign: 'middle' }),
  ])
  const titleWidth = CONTENT.width - AGENDA.numberWidth - AGENDA.detailWidth
  page.addTable(rows, {
    ...AT_CONTENT, objectName: heading, ...sizes([AGENDA.numberWidth, titleWidth, AGENDA.detailWidth], entries.map((entry) => agendaRowHeight(entry, padY))),
  })
}

export function matrixTable(page: PptxGenJS.Slide, { heading, columns, rows }: MatrixSlide, type: Typesetter): void {
  const pad = { padX: MATRIX.padX, padY: MATRIX.padY }
  const strong = lineBelow(COLOURS.cinnabar, 1.5)
  const head = [
    cell([], { ...pad, border: strong }),
    ...columns.map(({ title, detail }) => {
      const texts = [type.text(title, { face: 'song', size: MATRIX.headSize, leading: MATRIX.headLeading, bold: true })]
      if (detail !== '') {
        texts[0]!.options!.breakLine = true
        texts.push(type.text(detail, { face: 'hei', size: MATRIX.detailSize, leading: MATRIX.detailLeading, colour: COLOURS.inkFaint }))
      }
      return cell(texts, { ...pad, border: strong, valign: 'bottom' })
    }),
  ]
  const text: Style = { face: 'hei', size: MATRIX.size, leading: MATRIX.leading }
  const body = rows.map(({ label, cells }) => [
    cell([type.text(label, { ...text, colour: COLOURS.cinnabar, bold: true })], pad),
    ...cells.map((content) => cell([type.text(content, text)], pad)),
  ])
  page.addTable([head, ...body], {
    ...AT_CONTENT,
    objectName: [heading, ...columns.map(({ title }) => title)].join(' · '),
    ...sizes([MATRIX.labelWidth, ...columns.map(() => columnWidth(columns.length))], [matrixHeadHeight(columns), ...rows.map((row) => matrixRowHeight(row, columns.length))]),
  })
}

export function termsTable(page: PptxGenJS.Slide, { heading, columns, shared, unique, uniqueLabel }: TermsSlide, type: Typesetter): void {
  const pad = { padX: MATRIX.padX, padY: TERMS.padY }
  const strong = lineBelow(COLOURS.cinnabar, 1.5)
  const text: Style = { face: 'hei', size: TERMS.size, leading: 18 }
  const head = [
    cell([], { ...pad, border: strong }),
    ...columns.map((title) => cell([type.text(title, { face: 'song', size: TERMS.size, leading: 18, bold: true, align: 'center' })], { ...pad, padY: 7, border: strong, valign: 'bottom' })),
  ]
  const sharedRows = shared.map(({ term, present }) => [
    cell([type.text(term, text)], pad),
    ...present.map((has) => cell(has ? [type.text('●', { ...text, colour: COLOURS.jade, align: 'center' })] : [], pad)),
  ])
  const hasUnique = unique.some((terms) => terms.length > 0)
  const uniqueRow = [
    cell([type.text(uniqueLabel, { ...text, colour: COLOURS.ochre, bold: true })], { ...pad, padY: TERMS.uniquePadY, valign: 'top' }),
    ...unique.map((terms) => cell(
      terms.map((term, index) => type.text(term, { ...text, leading: TERMS.uniqueLeading, colour: COLOURS.ochre, align: 'center' }, index < terms.length - 1 ? { breakLine: true } : {})),
      { ...pad, padY: TERMS.uniquePadY, valign: 'top' },
    )),
  ]
  page.addTable([head, ...sharedRows, ...(hasUnique ? [uniqueRow] : [])], {
    ...AT_CONTENT,
    objectName: [heading, ...columns].join(' · '),
    ...sizes(
      [TERMS.labelWidth, ...columns.map(() => termColumnWidth(columns.length))],
      [termsHeadHeight(columns), ...shared.map(() => TERMS.rowHeight), ...(hasUnique ? [uniqueRowHeight(unique)] : [])],
    ),
  })
}

export function sourcesTable(page: PptxGenJS.Slide, { heading, padY, entries }: SourcesSlide, type: Typesetter): void {
  const text: Style = { face: 'hei', size: SOURCES.size, leading: SOURCES.leading }
  const pad = { padX: 0, padY }
  const rows = entries.map(({ number, title, citations }) => [
    cell([type.text(number, { face: 'song', size: 14, leading: SOURCES.leading, colour: COLOURS.cinnabar })], pad),
    cell([type.text(title, { ...text, face: 'song', bold: true })], { ...pad, padRight: 16 }),
    cell(citations.map((citation, index) => type.text(citation, { ...text, colour: COLOURS.inkSoft }, index < citations.length - 1 ? { breakLine: true } : {})), pad),
  ])
  const citationWidth = CONTENT.width - SOURCES.numberWidth - SOURCES.titleWidth
  page.addTable(rows, {
    ...AT_CONTENT, objectName: heading,
    ...sizes([SOURCES.numberWidth, SOURCES.titleWidth, citationWidth], entries.map((entry) => sourcesRowHeight(entry, padY))),
  })
}

interface CellLook {
  padX: number
  padY: number
  padRight?: number
  border?: [Border, Border, Border, Border]
  valign?: 'top' | 'middle' | 'bottom'
}

function cell(texts: Text[], { padX, padY, padRight, border, valign }: CellLook): Cell {
  const margin: [number, number, number, number] = [inches(padY), inches(padRight ?? padX), inches(padY), inches(padX)]
  return {
    text: texts as unknown as Cell[],
    options: {
      margin, valign: valign ?? 'top', border: border ?? lineBelow(COLOURS.line),
      ...(texts[0]?.options?.align === undefined ? {} : { align: texts[0].options.align }),
    },
  }
}

function sizes(columns: number[], rows: number[]): { colW: number[]; rowH: number[] } {
  return { colW: columns.map(inches), rowH: rows.map(inches) }
}
