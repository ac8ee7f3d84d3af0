import type { Suggestion } from '#api'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useApi } from '../../../app/client'
import { useDebounced } from './useDebounced'

/** What can be written into a query, and where the cursor stands after it. */
const SYNTAX = [
  ['tag', 'tag:', 4], ['region', 'region:', 7], ['theme', 'theme:', 6], ['fact', 'fact:', 5], ['title', 'title:', 6], ['year', 'year:', 5], ['has', 'has:', 4],
  ['phrase', '""', 1], ['not', '-', 1],
] as const
export type SyntaxHint = (typeof SYNTAX)[number][0]

const RECENT_SHOWN = 6
const PAUSE_MS = 80

export interface Choice extends Suggestion {
  /** Which part of the syntax it is, to be explained. */
  hint: SyntaxHint | null
}

/** What the box offers: earlier queries and the syntax while it is empty, else what may be meant at the cursor. */
export function useChoices(query: string, cursor: number, recent: string[], open: boolean): Choice[] {
  const api = useApi()
  const blank = query.trim() === ''
  const asked = useDebounced(useMemo(() => ({ query, cursor }), [query, cursor]), PAUSE_MS)
  const { data } = useQuery({
    ...api.search.suggest.queryOptions({ input: { ...asked, recent } }),
    enabled: open && asked.query.trim() !== '',
    placeholderData: keepPreviousData,
  })
  const suggestions = data?.suggestions
  return useMemo(() => {
    if (!open) return []
    if (!blank) return (suggestions ?? []).map((suggestion) => ({ ...suggestion, hint: hintOf(suggestion) }))
    return [
      ...recent.slice(0, RECENT_SHOWN).map((text): Choice => ({ kind: 'recent', text, ranges: [], count: null, query: text, cursor: text.length, hint: null })),
      ...SYNTAX.map(([hint, text, at]): Choice => ({ kind: 'syntax', text, ranges: [], count: null, query: text, cursor: at, hint })),
    ]
  }, [open, blank, suggestions, recent])
}

function hintOf({ kind, text }: Suggestion): SyntaxHint | null {
  return kind === 'syntax' ? SYNTAX.find(([, written]) => written === text)?.[0] ?? null : null
}
