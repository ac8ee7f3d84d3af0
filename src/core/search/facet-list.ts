import type { Facet } from '#api'
import { comparePinyin } from '../text'
import type { FacetCount } from './engine'
import { normalise } from './normalise'
import { activeFilters, isSameValue, toggleFilter } from './toggle'

const LISTED = 12
const MOST_FOLDED = 50_000
const folded = new Map<string, string>()

/**
 * Of each kind the values that most of the cases have, by pinyin where as many have them, and every value the query asks
 * for, which all of them have; with the query that taking each gives.
 */
export function facetList(query: string, total: number, counted: FacetCount[]): Facet[] {
  const counts = sameValuesJoined(counted, total)
  const active = activeFilters(query)
  const facets = active.map(({ kind, value }): Facet => {
    const known = counts.find((each) => each.kind === kind && isSameValue(kind, each.value, value))
    return { kind, value: known?.value ?? value, count: total, active: true, query: toggleFilter(query, kind, value) }
  })
  for (const kind of new Set(counts.map((each) => each.kind))) {
    const asked = active.filter((each) => each.kind === kind)
    const others = counts.filter((each) => each.kind === kind && !asked.some(({ value }) => isSameValue(kind, each.value, value)))
    for (const { value, count } of mostFrequent(others, Math.max(0, LISTED - asked.length))) {
      facets.push({ kind, value, count, active: false, query: toggleFilter(query, kind, value) })
    }
  }
  return facets.sort((a, b) => b.count - a.count || comparePinyin(a.value, b.value))
}

/** 党建 and 黨建 are one value to a query; shown as most cases write it. A case with both is counted for each. */
function sameValuesJoined(counts: FacetCount[], total: number): FacetCount[] {
  const joined = new Map<string, FacetCount>()
  for (const each of [...counts].sort((a, b) => b.count - a.count)) {
    const key = `${each.kind}:${foldedValue(each.value)}`
    const known = joined.get(key)
    if (known === undefined) joined.set(key, { ...each })
    else known.count = Math.min(total, known.count + each.count)
  }
  return [...joined.values()]
}

/** Folded once: with every key typed the same thousands of tags come again. */
function foldedValue(value: string): string {
  const known = folded.get(value)
  if (known !== undefined) return known
  if (folded.size >= MOST_FOLDED) folded.clear()
  const made = normalise(value)
  folded.set(value, made)
  return made
}

/** Only those that may come in are compared by pinyin, which costs most. */
function mostFrequent(counts: FacetCount[], limit: number): FacetCount[] {
  const least = counts.map(({ count }) => count).sort((a, b) => b - a)[limit - 1] ?? 0
  return counts.filter(({ count }) => count >= least).sort((a, b) => b.count - a.count || comparePinyin(a.value, b.value)).slice(0, limit)
}
