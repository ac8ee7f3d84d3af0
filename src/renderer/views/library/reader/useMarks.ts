import type { CaseDetail, Match } from '#api'
import { useCallback, useEffect, useLayoutEffect, useState, type RefObject } from 'react'
import { useShownTexts } from '../../../script/ScriptScope'
import { placeOf, rangesOf } from './ranges'

export interface Marks {
  count: number
  /** The match that was gone to last, from 0; -1 for none. */
  current: number
  /** Scrolls to the next match (1), or the one before (-1). */
  go(step: 1 | -1): void
  /** Scrolls to a quotation in a field and marks it for a moment. */
  pointAt(field: string, text: string): void
}

export interface MarkOptions {
  /** The text is not there to be marked. */
  hidden: boolean
  /** The match that was gone to stays marked apart from the others. */
  lasting: boolean
}

const POINTED_MS = 2400

/**
 * Marks search matches, coded passages and undecided damage in the rendered text without touching its elements: offsets
 * into Markdown do not survive rendering, the quoted characters do.
 */
export function useMarks(root: RefObject<HTMLElement | null>, detail: CaseDetail | undefined, matches: Match[], { hidden, lasting }: MarkOptions): Marks {
  const [ranges, setRanges] = useState<Range[]>([])
  const [current, setCurrent] = useState(-1)
  const shownTexts = useShownTexts()

  useLayoutEffect(() => {
    const element = root.current
    if (element === null || detail === undefined || hidden) return
    const found = rangesOf(element, matches.map(({ field, text }) => ({ field, text })))
    const coded = rangesOf(element, detail.passages.filter(({ lost }) => !lost).map(({ anchor: { field, exact, start, end } }) => {
      const source = detail.case.sections.find(({ id }) => field === `sections/${id}`)?.text
      return { field, text: exact, ...(source === undefined ? {} : { place: placeOf(source, start, end) }) }
    }))
    const undecided = detail.case.original?.repairs.filter(({ applied, decided }) => !applied && !decided) ?? []
    const damaged = rangesOf(element, detail.case.sections.flatMap(({ id }) => undecided.map(({ before }) => ({ field: `sections/${id}`, text: before }))))
    CSS.highlights.set('damaged', new Highlight(...damaged))
    CSS.highlights.set('coded', new Highlight(...coded))
    CSS.highlights.set('search', new Highlight(...found))
    // Ranges exist only once the text is in the document.
    setRanges(found)
    const first = lasting ? Math.min(0, found.length - 1) : found.findIndex((range) => !isIn(range, '[data-field=title]'))
    setCurrent(found.length === 0 ? -1 : Math.max(0, first))
    if (first >= 0) reveal(element, found[first]!)
    if (lasting && found.length > 0) pointed(found[Math.max(0, first)]!)
    return () => {
      if (lasting) CSS.highlights.delete('pointed')
      CSS.highlights.delete('damaged')
      CSS.highlights.delete('coded')
      CSS.highlights.delete('search')
    }
  }, [root, detail, matches, hidden, lasting, shownTexts])

  useEffect(() => () => void CSS.highlights.delete('pointed'), [])

  const point = useCallback((range: Range) => {
    const element = root.current
    if (element === null) return
    reveal(element, range)
    const highlight = pointed(range)
    if (lasting) return
    setTimeout(() => {
      if (CSS.highlights.get('pointed') === highlight) CSS.highlights.delete('pointed')
    }, POINTED_MS)
  }, [root, lasting])

  const go = useCallback((step: 1 | -1) => {
    if (ranges.length === 0) return
    const next = (current + step + ranges.length) % ranges.length
    setCurrent(next)
    point(ranges[next]!)
  }, [ranges, current, point])

  const pointAt = useCallback((field: string, text: string) => {
    const range = root.current === null ? undefined : rangesOf(root.current, [{ field, text }])[0]
    if (range !== undefined) point(range)
  }, [root, point])

  return { count: ranges.length, current, go, pointAt }
}

function pointed(range: Range): Highlight {
  const highlight = new Highlight(range)
  highlight.priority = 1
  CSS.highlights.set('pointed', highlight)
  return highlight
}

function isIn(range: Range, selector: string): boolean {
  return range.startContainer.parentElement?.closest(selector) !== null
}

/** Scrolls only when the range is out of sight, so that reading is not disturbed. */
function reveal(scroller: HTMLElement, range: Range): void {
  const view = scroller.getBoundingClientRect()
  const place = range.getBoundingClientRect()
  if (place.top >= view.top + 60 && place.bottom <= view.bottom - 40) return
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  scroller.scrollBy({ top: place.top - view.top - view.height / 3, behavior: calm ? 'auto' : 'smooth' })
}
