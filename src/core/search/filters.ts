import type { LaidField, Spot } from './layout'
import type { FilterCondition } from './query'
import { normalise } from './normalise'
import type { DocumentValues } from './values'

/** Whether the document has what a filter asks for; negation is the caller's business. */
export function passesFilter({ folded, years, has, hasFact }: DocumentValues, condition: FilterCondition): boolean {
  switch (condition.type) {
    case 'tag':
      return folded.tags.some((tag) => isTagOrBelow(tag, condition.value))
    case 'theme':
      return folded.themes.some((theme) => theme.includes(condition.value))
    case 'region':
      return folded.region.includes(condition.value)
    case 'fact':
      return hasFact(condition.value)
    case 'year':
      return years.some(({ from, to }) => from <= condition.to && condition.from <= to)
    case 'has':
      return has.includes(condition.what)
  }
}

/** Where a filter's value stands in the document, to be marked. */
export function filterSpots(fields: LaidField[], condition: FilterCondition): Spot[] {
  if (condition.type !== 'tag' && condition.type !== 'region') return []
  const { type, value } = condition
  return fields.flatMap(({ field, text, start }) => {
    if (type === 'tag' && field.startsWith('tags') && isTagOrBelow(normalise(text), value)) return [{ start, end: start + text.length }]
    const at = type === 'region' && field === 'region' ? normalise(text).indexOf(value) : -1
    return at < 0 ? [] : [{ start: start + at, end: start + at + value.length }]
  })
}

/** Tags form a tree by `/`: asking for a tag asks for all below it. */
function isTagOrBelow(tag: string, value: string): boolean {
  return tag === value || tag.startsWith(`${value}/`)
}
