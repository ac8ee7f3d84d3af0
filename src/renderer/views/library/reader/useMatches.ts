import type { Match } from '#api'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { useApi } from '../../../app/client'
import { useLibrary } from '../../../app/LibraryState'

const none: Match[] = []

/** Where the list's query matches in a case. */
export function useMatches(id: string): Match[] {
  const { query } = useLibrary()
  const wanted = useDeferredValue(query.trim())
  const { data } = useQuery({
    ...useApi().search.query.queryOptions({ input: { query: wanted, id, limit: 1 } }),
    enabled: wanted !== '',
    placeholderData: keepPreviousData,
  })
  return wanted === '' ? none : data?.hits[0]?.matches ?? none
}
