import type { FacetCount } from './engine'
import type { DocumentValues, YearSpan } from './values'

/** A longer or open period counts for its first year only. */
const YEARS_LISTED = 30

/** How many of the documents have each value. */
export function countFacets(documents: DocumentValues[]): FacetCount[] {
  const counters = { region: new Map<string, number>(), tag: new Map<string, number>(), theme: new Map<string, number>(), year: new Map<number, number>(), has: new Map<string, number>() }
  // Far fewer regions than cases: each is cut apart once.
  const regions = new Map<string, number>()
  for (const { region, tags, themes, years, has } of documents) {
    if (region !== '') count(regions, region)
    for (const tag of withAncestors(tags)) count(counters.tag, tag)
    for (const theme of themes) count(counters.theme, theme)
    for (const what of has) count(counters.has, what)
    if (years.length === 1 && years[0]!.from === years[0]!.to) count(counters.year, years[0]!.from)
    else if (years.length > 0) for (const year of yearsListed(years)) count(counters.year, year)
  }
  for (const [region, number] of regions) count(counters.region, region.split(' ', 1)[0]!, number)
  return Object.entries(counters).flatMap(([kind, values]) =>
    Array.from<[string | number, number], FacetCount>(values, ([value, number]) => ({ kind: kind as FacetCount['kind'], value: String(value), count: number })))
}

/** Asking for a tag asks for those below it, so a case tagged 荣誉/国家级 counts for 荣誉 as well. */
export function withAncestors(tags: string[]): Iterable<string> {
  if (!tags.some((tag) => tag.includes('/'))) return tags
  return new Set(tags.flatMap((tag) => {
    const levels = tag.split('/')
    return levels.map((_, index) => levels.slice(0, index + 1).join('/'))
  }))
}

/** The years of some spans, each once. */
export function yearsListed(spans: YearSpan[]): Iterable<number> {
  if (spans.length === 1) return listed(spans[0]!.from, spans[0]!.to)
  return new Set(spans.flatMap(({ from, to }) => listed(from, to)))
}

function count<Value>(counter: Map<Value, number>, value: Value, number = 1): void {
  counter.set(value, (counter.get(value) ?? 0) + number)
}

function listed(from: number, to: number): number[] {
  return to - from >= YEARS_LISTED ? [from] : Array.from({ length: to - from + 1 }, (_, index) => from + index)
}
