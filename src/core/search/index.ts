import type { SearchEngine } from './engine'
import { MemorySearchEngine } from './memory-engine'

export type { Answer, FacetCount, QueryOptions, SearchDocument, SearchEngine } from './engine'
export { searchFeature } from './feature'

/** An empty engine; feed it with `update`. */
export function createSearchEngine(): SearchEngine {
  return new MemorySearchEngine()
}
