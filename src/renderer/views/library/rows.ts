import type { CaseSort, CaseSummary, Client, Hit, QueryProblem } from '#api'
import type { ListSort, Scope } from '../../app/LibraryState'

export interface Row extends CaseSummary {
  hit: Hit | undefined
}

/** What a list shows: a part of the library, what is looked for in it, and the order. */
export interface Listing {
  scope: Scope
  query: string
  sort: ListSort
}

/** A stretch of a list's rows. */
export interface RowPage {
  listing: Listing
  /** Rows of the whole list. */
  total: number
  rows: Row[]
  problems: QueryProblem[]
  /** How far the index is; null where none was asked. */
  index: { done: number; total: number } | null
}

/** The most ids one question gives. */
const IDS_AT_ONCE = 10_000

/** Rows of the list from `offset` on. */
export async function readRows(client: Client, listing: Listing, offset: number, limit: number, signal?: AbortSignal): Promise<RowPage> {
  const options = signal === undefined ? {} : { signal }
  if (listing.query === '') {
    const { total, cases } = await client.cases.list({ ...listInput(listing), offset, limit }, options)
    return { listing, total, rows: cases.map((summary) => ({ ...summary, hit: undefined })), problems: [], index: null }
  }
  const { total, hits, problems, index } = await client.search.query({ ...searchInput(listing), offset, limit }, options)
  const { cases } = hits.length === 0 ? { cases: [] } : await client.cases.list({ ids: hits.map(({ id }) => id) }, options)
  return { listing, total, rows: joinHits(cases, hits), problems, index }
}

/** Only the ids of `count` rows from `offset` on, however many they are. */
export async function readIds(client: Client, listing: Listing, offset: number, count: number): Promise<string[]> {
  const ids: string[] = []
  while (ids.length < count) {
    const page = { offset: offset + ids.length, limit: Math.min(IDS_AT_ONCE, count - ids.length) }
    const found = listing.query === ''
      ? (await client.cases.list({ ...listInput(listing), ...page })).cases
      : (await client.search.query({ ...searchInput(listing), ...page })).hits
    if (found.length === 0) break
    ids.push(...found.map(({ id }) => id))
  }
  return ids
}

/** The hits in their order, each with what the list shows of its case. */
export function joinHits(summaries: readonly CaseSummary[], hits: readonly Hit[]): Row[] {
  const byId = new Map(summaries.map((summary) => [summary.id, summary]))
  return hits.flatMap((hit) => {
    const summary = byId.get(hit.id)
    return summary === undefined ? [] : [{ ...summary, hit }]
  })
}

/** The part of the library a search is confined to. */
export function withinScope(scope: Scope): { tag?: string; theme?: string; collection?: string } {
  switch (scope.kind) {
    case 'all': return {}
    case 'tag': return { tag: scope.tag }
    case 'theme': return { theme: scope.name }
    case 'collection': return { collection: scope.id }
  }
}

function listInput({ scope, sort }: Listing) {
  const part = scope.kind === 'theme' ? { query: `theme:"${scope.name.replaceAll('"', '')}"` } : withinScope(scope)
  return { ...part, sort: sort === 'relevance' ? 'title' satisfies CaseSort : sort }
}

function searchInput({ scope, query, sort }: Listing) {
  return { ...withinScope(scope), query, sort }
}
