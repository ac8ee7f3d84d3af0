/** What an exported page hands to the one-file reader in it. */
import type { Language } from './i18n'

/** Id of the element that holds it, as JSON. */
export const READER_DATA_ELEMENT = 'jingjian-data'

/** Id of the element that holds the cases as text. */
export const READER_TEXT_ELEMENT = 'jingjian-text'

export interface ReaderData<Snapshot> {
  /** Of the handed-over selection. */
  title: string
  language: Language
  /** The library as the core stores it, with nothing but the selection in it. */
  snapshot: Snapshot
}
