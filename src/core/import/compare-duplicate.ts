import { AppError, type DuplicateOf, type Section, type TextRow } from '#api'
import type { AppContext } from '../context'
import type { Preview } from './previews'
import { textRows } from './text-rows'

/**
 * A draft's text beside that of what it is a duplicate of.
 * @throws AppError CASE_NOT_FOUND where the draft is none, or what it is a duplicate of is there no more.
 */
export function compareDuplicate(context: AppContext, { files }: Preview, draftId: string): { of: DuplicateOf; rows: TextRow[] } {
  const drafts = files.flatMap(({ cases }) => cases.map(({ draft }) => draft))
  const draft = drafts.find((each) => each.draftId === draftId)
  const of = draft?.duplicateOf
  if (draft === undefined || of === undefined || of === null) throw new AppError('CASE_NOT_FOUND', { id: draftId })
  const other = of.inLibrary ? context.cases.get(of.id) : drafts.find((each) => each.draftId === of.id)
  if (other === undefined) throw new AppError('CASE_NOT_FOUND', { id: of.id })
  return { of, rows: textRows(written(other.sections), written(draft.sections)) }
}

function written(sections: readonly Section[]): string {
  return sections.map(({ heading, text }) => (heading === '' ? text : `${heading}\n${text}`)).join('\n')
}
