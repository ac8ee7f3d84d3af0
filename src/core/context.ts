import type { CaseReader, Library } from './library'
import type { Ports } from './ports'
import type { SearchEngine } from './search'

/** What every feature of the core works with; `createApp` makes it once. */
export interface AppContext {
  ports: Ports
  library: Library
  cases: CaseReader
  search: SearchEngine
}
