import type { Hit } from '#api'

/** A case as search sees it: its texts by field name, and the values that `tag:`, `region:`, `has:` and `year:` ask for. */
export interface SearchDocument {
  id: string
  title: string
  fields: { field: string; text: string }[]
  tags: string[]
  themes: string[]
  region: string
  period: string
  hasSource: boolean
  /** A colleague's version of a field waits to be decided on. */
  hasConflict?: boolean
}

export interface SearchEngine {
  /** Takes a new or changed case in, or with null takes it out. Visible in the next query. */
  update(id: string, document: SearchDocument | null): void
  /**
   * Cases that match, best first; `total` counts all of them, `hits` has at most `limit`.
   * @throws AppError QUERY_INVALID with the reason in `detail`.
   */
  query(query: string, limit: number): { total: number; hits: Hit[] }
  /** Only the ids, in no order: for lists and collections. */
  matching(query: string): Set<string>
}
