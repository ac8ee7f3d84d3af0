import type { Match } from '#api'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo, useState } from 'react'
import { useApi } from '../../../../app/client'

export interface Find {
  /** What is looked for; null while the bar is closed. */
  text: string | null
  matches: Match[]
  /** Grows with every wish to look for something, so that the field takes the focus again. */
  wishes: number
  setText(text: string): void
  /** Opens the bar, with words to look for where some are given. */
  open(words: string): void
  close(): void
}

const none: Match[] = []
const LONGEST = 1000
/** Beyond this a selection is something to be read, not to be looked for. */
const LONGEST_SELECTION = 40

/** The search within one case. */
export function useFind(id: string): Find {
  const [text, setText] = useState<string | null>(null)
  const [wishes, setWishes] = useState(0)
  const wanted = useDeferredValue((text ?? '').trim()).slice(0, LONGEST)
  const { data } = useQuery({
    ...useApi().search.find.queryOptions({ input: { id, text: wanted } }),
    enabled: wanted !== '',
    placeholderData: keepPreviousData,
  })
  const matches = wanted === '' ? none : data?.matches ?? none
  return useMemo(() => ({
    text, matches, wishes, setText,
    open: (words) => {
      setText((before) => (words === '' ? before ?? '' : words))
      setWishes((before) => before + 1)
    },
    close: () => setText(null),
  }), [text, matches, wishes])
}

/** Words selected on the page that are short enough to be looked for. */
export function selectedWords(): string {
  const words = document.getSelection()?.toString().trim() ?? ''
  return words.length > LONGEST_SELECTION || words.includes('\n') ? '' : words
}
