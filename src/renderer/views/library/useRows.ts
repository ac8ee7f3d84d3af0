import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo } from 'react'
import { useApi } from '../../app/client'
import { useLibrary, type Scope } from '../../app/LibraryState'
import { joinHits, type Row } from './rows'

export type { Row }

export interface Rows {
  rows: Row[]
  pending: boolean
  /** Why the search could not be answered. */
  error: unknown
  /** Whether the rows answer a query. */
  searching: boolean
}

export const HITS = 10_000

/** The list's rows: the cases of the scope, and among them those the query finds, in the order asked for. */
export function useRows(): Rows {
  const api = useApi()
  const { scope, query, sort } = useLibrary()
  const wanted = useDeferredValue(query.trim())
  const searching = wanted !== ''

  const listed = useQuery({
    ...api.cases.list.queryOptions({ input: { ...inputOf(scope), sort: sort === 'relevance' ? 'title' : sort } }),
    placeholderData: keepPreviousData,
  })
  const found = useQuery({
    ...api.search.query.queryOptions({ input: { query: wanted, limit: HITS } }),
    enabled: searching,
    placeholderData: keepPreviousData,
  })

  const summaries = listed.data?.cases
  const hits = searching ? found.data?.hits : undefined
  const rows = useMemo(() => {
    if (summaries === undefined) return []
    if (!searching) return summaries.map((summary): Row => ({ ...summary, hit: undefined }))
    return joinHits(summaries, hits ?? [], sort === 'relevance')
  }, [summaries, hits, searching, sort])

  return {
    rows,
    searching,
    pending: listed.isPending || (searching && found.isPending),
    error: (searching ? found.error : null) ?? listed.error,
  }
}

function inputOf(scope: Scope): { tag?: string; collection?: string; query?: string } {
  switch (scope.kind) {
    case 'all': return {}
    case 'tag': return { tag: scope.tag }
    case 'collection': return { collection: scope.id }
    case 'theme': return { query: `theme:"${scope.name.replaceAll('"', '')}"` }
  }
}
