import { AppError } from '#api'
import { openArchive } from '../../archive'
import type { ReadDocument } from '../../document'
import { childOf, elementsIn } from '../../markup/tree'
import { casesOfTables, tableOf } from '../../table'
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
    .map(({ attributes }) => ({ name: attributes.name ?? '', part: relations.get(attributes.id ?? '') }))
    .filter(({ part }) => part?.type === 'worksheet')
    .map(({ name, part }) => tableOf(rowsOf(parts.tree(part!.target), context), name))
    .filter(({ rows }) => rows.length > 0)
  const document = casesOfTables(sheets.length === 1 ? [{ ...sheets[0]!, name: '' }] : sheets)
  if (document.cases.length === 0) throw new AppError('FILE_EMPTY', { file })
  return { ...document, encoding: 'utf-8', warnings: [], isMarkdown: false }
}
