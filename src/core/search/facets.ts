import type { FacetCount } from './engine'
import type { DocumentValues, YearSpan } from './values'

/** A longer or open period counts for its first year only. */
const YEARS_LISTED = 30

/** How many of the documents have each value. */
export function countFacets(documents: DocumentValues[]): FacetCount[] {
  const counters = { region: new Map<string, number>(), tag: new Map<string, number>(), theme: new Map<string, number>(), year: new Map<string, number>(), has: new Map<string, number>() }
  for (const { region, tags, themes, years, has } of documents) {
    if (region !== '') count(counters.region, region.split(' ', 1)[0]!)
    for (const tag of withAncestors(tags)) count(counters.tag, tag)
    for (const theme of themes) count(counters.theme, theme)
    for (const what of has) count(counters.has, what)
    if (years.length === 1 && years[0]!.from === years[0]!.to) count(counters.year, String(years[0]!.from))
    else for (const year of yearsListed(years)) count(counters.year, String(year))
  }
  return Object.entries(counters).flatMap(([kind, values]) =>
    [...values].map(([value, number]) => ({ kind: kind as FacetCount['kind'], value, count: number })))
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
export function yearsListed(spans: YearSpan[]): Set<number> {
  return new Set(spans.flatMap(({ from, to }) => listed(from, to)))
}

function count(counter: Map<string, number>, value: string): void {
  counter.set(value, (counter.get(value) ?? 0) + 1)
}

function listed(from: number, to: number): number[] {
  return to - from >= YEARS_LISTED ? [from] : Array.from({ length: to - from + 1 }, (_, index) => from + index)
}
