import { AppError } from '#api'
import { openArchive } from '../../archive'
import type { ReadDocument } from '../../document'
import { childOf, elementsIn } from '../../markup/tree'
import { readTable } from '../../table'
import type { Reader } from '../format'
import { OfficeParts } from '../office'
import { cellStyles } from './styles'
import { rowsOf, sharedTexts } from './sheet'

/**
 * A spreadsheet: every sheet is a table, a row a case. Cells are text as they are shown, formulas by the result that was
 * saved with them; nothing is computed.
 * @throws AppError FILE_ENCRYPTED, FILE_DAMAGED, FILE_UNSAFE, FILE_EMPTY.
 */
export const readXlsx: Reader = (bytes, file): ReadDocument => {
  const parts = new OfficeParts(openArchive(bytes, file), file)
  const main = parts.main('xl/workbook.xml')
  const relations = parts.relations(main)
  const book = childOf(parts.tree(main), 'workbook')
  const partOf = (kind: string) => [...relations.values()].find(({ type }) => type === kind)?.target ?? ''
  const context = {
    file,
    texts: sharedTexts(parts.tree(partOf('sharedStrings'))),
    styles: cellStyles(parts.tree(partOf('styles'))),
    from1904: ['1', 'true'].includes(childOf(book, 'workbookPr')?.attributes.date1904 ?? ''),
  }
  const sheets = elementsIn(childOf(book, 'sheets') ?? { name: '', attributes: {}, children: [] }, 'sheet')
    .map(({ attributes }) => relations.get(attributes.id ?? ''))
    .filter((sheet) => sheet?.type === 'worksheet')
    .map((sheet) => readTable(rowsOf(parts.tree(sheet!.target), context)))
  const document = joined(sheets)
  if (document.cases.length === 0) throw new AppError('FILE_EMPTY', { file })
  return { ...document, encoding: 'utf-8', warnings: [], isMarkdown: false }
}

function joined(tables: readonly ReturnType<typeof readTable>[]): ReturnType<typeof readTable> {
  let text = ''
  const cases: ReturnType<typeof readTable>['cases'] = []
  for (const table of tables) {
    const by = text.length
    const moved = <Range extends { start: number; end: number }>(range: Range): Range => ({ ...range, start: range.start + by, end: range.end + by })
    cases.push(...table.cases.map(({ range, stated }) => ({
      range: { ...moved(range), title: range.title === null ? null : moved(range.title), sections: range.sections.map(moved) }, stated,
    })))
    text += table.text
  }
  return { text, cases }
}
