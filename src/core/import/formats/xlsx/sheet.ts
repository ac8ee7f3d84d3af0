import { AppError } from '#api'
import { childOf, descendantsOf, elementsIn, textIn, type Element } from '../../markup/tree'
import { MOST_CELLS } from '../../table'
import { numberText } from './numbers'
import type { NumberStyle } from './styles'

export interface SheetContext {
  file: string
  texts: readonly string[]
  styles: readonly NumberStyle[]
  from1904: boolean
}

const MOST_COLUMNS = 16_384

/** Texts that cells refer to by their number, without the readings that stand above characters. */
export function sharedTexts(tree: Element | undefined): string[] {
  const table = childOf(tree, 'sst')
  return table === undefined ? [] : elementsIn(table, 'si').map(richText)
}

/**
 * The rows of a sheet, each filled up to its last cell.
 * @throws AppError FILE_UNSAFE where its cells lie so far apart that the rows would not fit into memory.
 */
export function rowsOf(tree: Element | undefined, context: SheetContext): string[][] {
  const data = childOf(tree, 'worksheet', 'sheetData')
  if (data === undefined) return []
  let cells = 0
  return elementsIn(data, 'row').map((element) => {
    const row: string[] = []
    for (const cell of elementsIn(element, 'c')) {
      const text = cellText(cell, context)
      if (text === '') continue
      const column = columnOf(cell.attributes.r) ?? row.length
      while (row.length < column) row.push('')
      row[column] = text
    }
    cells += row.length
    if (cells > MOST_CELLS) throw new AppError('FILE_UNSAFE', { file: context.file })
    return row
  })
}

function cellText(cell: Element, { texts, styles, from1904 }: SheetContext): string {
  const { t: type = 'n', s: style } = cell.attributes
  if (type === 'inlineStr') return richText(childOf(cell, 'is') ?? { name: '', attributes: {}, children: [] })
  const value = childOf(cell, 'v')
  if (value === undefined) return ''
  const written = textIn(value)
  switch (type) {
    case 's': return texts[Number(written)] ?? ''
    case 'b': return written === '1' ? 'TRUE' : 'FALSE'
    case 'n': return numberText(written, styles[Number(style ?? 0)], from1904)
    default: return written
  }
}

function richText(element: Element): string {
  const text = elementsIn(element)
    .flatMap((part) => (part.name === 't' ? [part] : part.name === 'r' ? descendantsOf(part, 't') : []))
    .map(textIn).join('')
  return text.replace(/_x([0-9a-f]{4})_/giu, (_, code: string) => String.fromCharCode(parseInt(code, 16))).replace(/\r\n?/gu, '\n')
}

/** The column of a cell from its name (B7), from 0. */
function columnOf(name: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}(?=\d)/u.exec(name ?? '')?.[0]
  if (letters === undefined) return undefined
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return column < MOST_COLUMNS ? column : undefined
}
