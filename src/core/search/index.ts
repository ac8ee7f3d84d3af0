import type { SearchEngine } from './engine'
import { IndexedSearchEngine, type DocumentSource } from './indexed-engine'

export type { Answer, FacetCount, QueryOptions, SearchDocument, SearchEngine } from './engine'
export type { DocumentSource } from './indexed-engine'
export { searchFeature } from './feature'
export { Names } from './suggest'
export { confined } from './toggle'

/**
 * An empty engine; feed it with `update`.
 * @param source where documents are looked up to show hits; without it the engine keeps those it is fed with.
 */
export function createSearchEngine(source: DocumentSource | null = null): SearchEngine {
  return new IndexedSearchEngine(source)
}
