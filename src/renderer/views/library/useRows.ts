import { keepPreviousData, queryOptions, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useDeferredValue, useMemo } from 'react'
import type { QueryProblem } from '#api'
import { useClient } from '../../app/client'
import { useLibrary } from '../../app/LibraryState'
import { readIds, readRows, type Listing, type Row, type RowPage } from './rows'

export type { Row }

/** Rows that are read at once. */
const PAGE = 100
/** How long until the growing index is asked for again. */
const INDEX_POLL_MS = 1500

/** The list as a whole: what it shows, how long it is, and how the search went. */
export interface Outline {
  /** What the rows answer; while a new query is on its way, still the one before. */
  listing: Listing
  total: number
  pending: boolean
  /** Why the list could not be read. */
  error: unknown
  /** Whether the rows answer a query. */
  searching: boolean
  problems: QueryProblem[]
  index: RowPage['index']
}

/** Rows by their number; those out of sight are read when they are needed. */
export interface Rows {
  /** The row, or undefined where it has not been read yet. */
  at(index: number): Row | undefined
  /** The number of a case's row among those that have been read; -1 where it is not among them. */
  indexOf(id: string | null): number
  /** Reads one row. */
  load(index: number): Promise<Row | undefined>
  /** The ids from one row to another, whichever comes first. */
  idsBetween(from: number, to: number): Promise<string[]>
}

/** The first page of the list, and with it what there is to know of all of it. */
export function useOutline(): Outline {
  const options = usePageOptions()
  const { scope, query, sort } = useLibrary()
  const wanted = useDeferredValue(query.trim())
  const asked = useMemo<Listing>(
    () => ({ scope, query: wanted, sort: sort === 'relevance' && wanted === '' ? 'title' : sort }),
    [scope, wanted, sort],
  )
  const { data, error, isPending } = useQuery({
    ...options(asked, 0),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => {
      const index = state.data?.index
      return index !== undefined && index !== null && index.done < index.total ? INDEX_POLL_MS : false
    },
  })
  const listing = data?.listing ?? asked
  return {
    listing, total: data?.total ?? 0, pending: isPending, error, searching: listing.query !== '',
    problems: data?.problems ?? [], index: data?.index ?? null,
  }
}

/** The rows of a list, of which those from `first` to `last` are in sight. */
export function useRows({ listing, total }: Outline, first: number, last: number): Rows {
  const client = useClient()
  const queries = useQueryClient()
  const options = usePageOptions()
  const from = Math.floor(Math.max(0, first) / PAGE)
  const to = Math.floor(Math.max(0, Math.min(last, total - 1)) / PAGE)
  // What is read is looked up in the cache below; this only keeps the pages in sight read and shown anew.
  useQueries({ queries: Array.from({ length: to - from + 1 }, (_, step) => options(listing, from + step)) })

  return useMemo<Rows>(() => {
    const pageOf = (index: number) => options(listing, Math.floor(index / PAGE))
    const at = (index: number): Row | undefined => queries.getQueryData(pageOf(index).queryKey)?.rows[index % PAGE]
    return {
      at,
      indexOf(id) {
        if (id === null) return -1
        for (const [key, page] of queries.getQueriesData<RowPage>({ queryKey: ['rows', listing] })) {
          const index = page?.rows.findIndex((row) => row.id === id) ?? -1
          if (index >= 0) return (key[2] as number) * PAGE + index
        }
        return -1
      },
      load: async (index) => (await queries.fetchQuery(pageOf(index))).rows[index % PAGE],
      async idsBetween(one, other) {
        const start = Math.min(one, other)
        const count = Math.abs(one - other) + 1
        const known = count > PAGE ? [] : Array.from({ length: count }, (_, step) => at(start + step)?.id).filter((id) => id !== undefined)
        return known.length === count ? known : readIds(client, listing, start, count)
      },
    }
  }, [client, queries, options, listing])
}

function usePageOptions() {
  const client = useClient()
  return useCallback((listing: Listing, page: number) => queryOptions({
    queryKey: ['rows', listing, page] as const,
    queryFn: ({ signal }) => readRows(client, listing, page * PAGE, PAGE, signal),
  }), [client])
}
