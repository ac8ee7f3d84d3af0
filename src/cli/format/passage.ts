import type { Case } from '#api'

/** Nothing longer helps to recognise the place. */
const LONGEST = 120
const END = /[。！？；\n]/u

/** The text of a field of a case, named as anchors name it; empty where there is none. */
export function fieldText(item: Case, field: string): string {
  const section = item.sections.find(({ id }) => field === `sections/${id}`)
  if (section !== undefined) return section.text
  const { title, modelName, organisation, period, notes } = item
  return new Map(Object.entries({ title, modelName, organisation, period, notes })).get(field) ?? ''
}

/** The sentence that a stretch of a text stands in, in one line; cut about the stretch where it is long. */
export function sentenceAround(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - LONGEST), start).split(END).at(-1)!
  const after = text.slice(end, end + LONGEST)
  const stop = after.search(END)
  const rest = stop < 0 ? after : after.slice(0, after[stop] === '\n' ? stop : stop + 1)
  return `${before}${text.slice(start, end)}${rest}`.replace(/\s+/gu, ' ').trim()
}
