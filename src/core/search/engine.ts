import type { Facet, Hit, HitKind, Match, QueryProblem } from '#api'

/** A case as search sees it: its texts by field name, and the values that `tag:`, `region:`, `has:` and `year:` ask for. */
export interface SearchDocument {
  id: string
  title: string
  fields: { field: string; text: string }[]
  tags: string[]
  themes: string[]
  /** Province and city, with a blank between. */
  region: string
  period: string
  hasSource: boolean
  hasAttachment?: boolean
  hasNotes?: boolean
  /** A colleague's version of a field waits to be decided on. */
  hasConflict?: boolean
  /** Whether it has a fact with this folded value. */
  hasFact?: (value: string) => boolean
}

export interface Answer {
  total: number
  hits: Hit[]
  problems: QueryProblem[]
}

export interface QueryOptions {
  limit: number
  offset?: number
  /** Only cases for which this holds. */
  only?: (id: string) => boolean
  /** Another order than by relevance: given all that match, the page of them that is wanted, and how many are in it all. */
  arrange?: (found: Set<string>) => { total: number; ids: string[] }
}

export interface FacetCount {
  kind: Facet['kind']
  value: string
  count: number
}

export interface SearchEngine {
  /** Takes a new or changed case in, or with null takes it out. Visible in the next query. */
  update(id: string, document: SearchDocument | null): void
  /** Cases that match; a blank query finds nothing. A part that can never match is told in `problems` and left out. */
  query(query: string, options: QueryOptions): Answer
  /**
   * Only the ids, in no order: for lists and collections. A blank query is no restriction.
   * @throws AppError QUERY_INVALID with the part that can never match in `detail`.
   */
  matching(query: string): Set<string>
  /** How many of the cases that match have each value; a part that can never match is left out. A blank query counts all. */
  facets(query: string, only?: (id: string) => boolean): { total: number; counts: FacetCount[] }
  /** Where a text stands in one case, taken as one phrase. */
  find(id: string, text: string): { matches: Match[]; kind: HitKind | null }
  /** Resolves once every case is in the index; queries are answered all the time. */
  settled(): Promise<void>
  /** How many cases the index has, and how many there are. */
  progress(): { done: number; total: number }
}
