import type { Contents } from './attachments/contents'
import type { BackupKeeper } from './library/backup-keeper'
import type { CaseReader } from './library/case-reader'
import type { Library } from './library/library'
import type { Ports } from './ports'
import type { SearchEngine } from './search/engine'

/** What every feature of the core works with; `createApp` makes it once. */
export interface AppContext {
  ports: Ports
  library: Library
  cases: CaseReader
  contents: Contents
  search: SearchEngine
  backups: BackupKeeper
}
