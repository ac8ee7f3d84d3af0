import type { IndexedDocument, Spot } from './document'
import type { FilterCondition } from './query'
import { normalise } from './normalise'

/** Whether the document has what a filter asks for; negation is the caller's business. */
export function passesFilter({ document, filters }: IndexedDocument, condition: FilterCondition): boolean {
  switch (condition.type) {
    case 'tag':
      return filters.tags.some((tag) => isTagOrBelow(tag, condition.value))
    case 'theme':
      return filters.themes.some((theme) => theme.includes(condition.value))
    case 'region':
      return filters.region.includes(condition.value)
    case 'year':
      return filters.years.some(({ from, to }) => from <= condition.to && condition.from <= to)
    case 'has':
      switch (condition.what) {
        case 'source': return document.hasSource
        case 'attachment': return document.hasAttachment === true
        case 'notes': return document.hasNotes === true
        case 'tag': return document.tags.length > 0
        case 'theme': return document.themes.length > 0
        case 'region': return document.region !== ''
        case 'period': return document.period !== ''
        case 'conflict': return document.hasConflict === true
      }
  }
}

/** Where a filter's value stands in the document, to be marked. */
export function filterSpots(indexed: IndexedDocument, condition: FilterCondition): Spot[] {
  if (condition.type !== 'tag' && condition.type !== 'region') return []
  const { type, value } = condition
  return indexed.fields.flatMap(({ field, text, start }) => {
    if (type === 'tag' && field.startsWith('tags') && isTagOrBelow(normalise(text), value)) return [{ start, end: start + text.length }]
    const at = type === 'region' && field === 'region' ? normalise(text).indexOf(value) : -1
    return at < 0 ? [] : [{ start: start + at, end: start + at + value.length }]
  })
}

/** Tags form a tree by `/`: asking for a tag asks for all below it. */
function isTagOrBelow(tag: string, value: string): boolean {
  return tag === value || tag.startsWith(`${value}/`)
}
