import type { Contents } from './attachments/contents'
import type { CaseFacts } from './coding/case-facts'
import type { BackupKeeper } from './library/backup-keeper'
import type { CaseList, CaseScope } from './library/case-list'
import type { CaseReader } from './library/case-reader'
import type { Library } from './library/library'
import type { Ports } from './ports'
import type { RelatedCases } from './related'
import type { SearchEngine } from './search/engine'
import type { Names } from './search/suggest'

/** A part of the library; the theme by its name. */
export interface ScopeInput {
  tag?: string | undefined
  theme?: string | undefined
  collection?: string | undefined
  id?: string | undefined
}

/** What every feature of the core works with; `createApp` makes it once. */
export interface AppContext {
  ports: Ports
  library: Library
  cases: CaseReader
  list: CaseList
  contents: Contents
  facts: CaseFacts
  search: SearchEngine
  /** What can be completed while typing a query. */
  names: () => Names
  related: RelatedCases
  /** Waits until search has taken every case in, so that nothing stands still meanwhile. */
  searchReady: () => Promise<void>
  /** Waits, though not long, for the text of attachments that are being read. */
  attachmentsRead: () => Promise<void>
  /**
   * The cases of a tag, a theme or a collection, or a single one; undefined for all.
   * @throws AppError COLLECTION_NOT_FOUND, or QUERY_INVALID where the collection's saved query is.
   */
  scope: (input: ScopeInput) => CaseScope | undefined
  backups: BackupKeeper
}
