import type { CellPassage, Comparison } from '#api'
import type { TextMark } from '../../components/marked-text'

/** A word or phrase that cases share, or that one of them has alone, with the places where it stands. */
export interface Term {
  id: string
  tone: 'shared' | 'unique'
  text: string
  caseIds: string[]
  places: Comparison['shared'][number]['places']
}

/** Both kinds of terms of a comparison in one list, each with an id of its own. */
export function termsOf(comparison: Pick<Comparison, 'shared' | 'unique'>): Term[] {
  return [
    ...comparison.shared.map(({ term, caseIds, places }) => ({ id: `shared ${term}`, tone: 'shared' as const, text: term, caseIds, places })),
    ...comparison.unique.map(({ term, caseId, places }) => (
      { id: `unique ${caseId} ${term}`, tone: 'unique' as const, text: term, caseIds: [caseId], places }
    )),
  ]
}

/** By case and field, so that a passage finds its marks without looking through all the terms. */
export type PlaceIndex = ReadonlyMap<string, readonly TextMark[]>

export function indexPlaces(terms: readonly Term[]): PlaceIndex {
  const index = new Map<string, TextMark[]>()
  for (const { id, tone, places } of terms) {
    for (const { caseId, field, start, end } of places) {
      const key = `${caseId} ${field}`
      const marks = index.get(key)
      if (marks === undefined) index.set(key, [{ id, tone, start, end }])
      else marks.push({ id, tone, start, end })
    }
  }
  return index
}

/** The marks of a passage, as offsets into its own text; a place that lies only partly in it is left out. */
export function passageMarks(index: PlaceIndex, caseId: string, passage: Pick<CellPassage, 'field' | 'start' | 'end'>): TextMark[] {
  return (index.get(`${caseId} ${passage.field}`) ?? [])
    .filter(({ start, end }) => start >= passage.start && end <= passage.end)
    .map((mark) => ({ ...mark, start: mark.start - passage.start, end: mark.end - passage.start }))
}

/** Terms that stand in one of the rows shown; a chip that leads nowhere would only puzzle. */
export function termsInRows(terms: readonly Term[], rows: Comparison['rows']): Term[] {
  const shown = new Map<string, { field: string; start: number; end: number }[]>()
  for (const row of rows) {
    for (const { caseId, passages } of row.cells) shown.set(caseId, [...(shown.get(caseId) ?? []), ...passages])
  }
  return terms.filter(({ places }) => places.some((place) => shown.get(place.caseId)?.some((passage) => (
    passage.field === place.field && passage.start <= place.start && passage.end >= place.end
  ))))
}
