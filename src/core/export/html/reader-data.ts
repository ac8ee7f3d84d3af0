import type { Language } from '#api/i18n'
import type { StoredRecord } from '../../library'

/** What the one-file reader holds. */
export interface ReaderData {
  version: 1
  title: string
  language: Language
  libraryId: string
  records: StoredRecord[]
}

/** Id of the element that holds it, as JSON. */
export const DATA_ELEMENT = 'jingjian-data'
