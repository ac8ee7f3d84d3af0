import type { Match } from '#api'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { useApi } from '../../../app/client'
import { useLibrary } from '../../../app/LibraryState'
import { HITS } from '../useRows'

const none: Match[] = []

/** Where the list's query matches in a case. */
export function useMatches(id: string): Match[] {
  const { query } = useLibrary()
  const wanted = useDeferredValue(query.trim())
  const { data } = useQuery({
    ...useApi().search.query.queryOptions({ input: { query: wanted, limit: HITS } }),
    enabled: wanted !== '',
  })
  return wanted === '' ? none : data?.hits.find((hit) => hit.id === id)?.matches ?? none
}
