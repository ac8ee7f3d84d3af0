import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react'
import type { CaseSort } from '#api'
import { useNavigation } from './navigation'

/** Which part of the library the list shows. */
export type Scope =
  | { kind: 'all' }
  | { kind: 'tag'; tag: string }
  | { kind: 'collection'; id: string; name: string }
  | { kind: 'theme'; id: string; name: string }

export type ListSort = CaseSort | 'relevance'

/** A place in a case's text, such as the passage a comparison quotes. */
export interface Place {
  field: string
  /** The words that stand there. */
  text: string
}

export interface LibraryState {
  scope: Scope
  query: string
  sort: ListSort
  /** The case in the reader. */
  currentId: string | null
  /** The place of that case the reader was asked to show; a new object for each request. */
  place: Place | null
  /** Cases ticked in the list. */
  selected: ReadonlySet<string>
  /** Shows a part of the library, without a query; unsaved text is asked about first. */
  showScope(scope: Scope): void
  /** Asks the same query of the whole library. */
  searchEverywhere(): void
  setQuery(query: string): void
  setSort(sort: ListSort): void
  /** Shows a case in the reader, and a place in it where one is given. */
  openCase(id: string | null, place?: Place): void
  setSelected(ids: Iterable<string>): void
  /** The focus is to go to the reader's text as soon as that is there. */
  textWanted: boolean
  setTextWanted(wanted: boolean): void
  /** The reader is to open its search within the case, or to go back to it. */
  findWanted: boolean
  setFindWanted(wanted: boolean): void
  /** The filters stay in sight without a query too, until the window is closed. */
  filtersKept: boolean
  setFiltersKept(kept: boolean): void
}

const LibraryContext = createContext<LibraryState | null>(null)

export function useLibrary(): LibraryState {
  const state = useContext(LibraryContext)
  if (state === null) throw new Error('no library state: render inside LibraryStateProvider')
  return state
}

/** Lives above the views, so that the list is as it was when the user comes back from another view. */
export function LibraryStateProvider({ children }: { children: ReactNode }) {
  const { leave, view, openView } = useNavigation()
  const [scope, setScope] = useState<Scope>({ kind: 'all' })
  const [query, setQueryText] = useState('')
  const [sort, setSort] = useState<ListSort>('title')
  const [currentId, setCurrentId] = useState<string | null>(null)
  const [place, setPlace] = useState<Place | null>(null)
  const [selected, setSelectedSet] = useState<ReadonlySet<string>>(new Set())

  const [textWanted, setTextWanted] = useState(false)
  const [findWanted, setFindWanted] = useState(false)
  const [filtersKept, setFiltersKept] = useState(false)

  const setQuery = useCallback((next: string) => {
    setQueryText(next)
    setSort((before) => {
      if (next !== '' && query === '') return 'relevance'
      return next === '' && before === 'relevance' ? 'title' : before
    })
  }, [query])

  const setSelected = useCallback((ids: Iterable<string>) => setSelectedSet(new Set(ids)), [])

  const openCase = useCallback((id: string | null, at?: Place) => {
    if (view.name !== 'library') openView('library', {})
    if (id === currentId) setPlace(at ?? null)
    else {
      void leave(() => {
        setCurrentId(id)
        setPlace(at ?? null)
      })
    }
  }, [leave, openView, view.name, currentId])

  const showScope = useCallback((next: Scope) => void leave(() => {
    setScope(next)
    setQuery('')
    setSelectedSet(new Set())
    if (view.name !== 'library') openView('library', {})
  }), [leave, setQuery, openView, view.name])

  const searchEverywhere = useCallback(() => setScope({ kind: 'all' }), [])

  const state = useMemo<LibraryState>(
    () => ({
      scope, query, sort, currentId, place, selected, showScope, searchEverywhere, setQuery, setSort, openCase, setSelected,
      textWanted, setTextWanted, findWanted, setFindWanted, filtersKept, setFiltersKept,
    }),
    [scope, query, sort, currentId, place, selected, showScope, searchEverywhere, setQuery, openCase, setSelected, textWanted, findWanted, filtersKept],
  )
  return <LibraryContext value={state}>{children}</LibraryContext>
}
