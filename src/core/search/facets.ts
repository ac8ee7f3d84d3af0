import type { IndexedDocument } from './document'
import type { FacetCount } from './engine'

/** How many of the documents have each value. */
export function countFacets(documents: Iterable<IndexedDocument>): FacetCount[] {
  const counts = new Map<string, FacetCount>()
  for (const { document, filters } of documents) {
    const years = new Set(filters.years.flatMap(({ from, to }) => (to - from < YEARS_LISTED ? range(from, to) : [from])))
    const values: [FacetCount['kind'], Iterable<string>][] = [
      ['region', document.region === '' ? [] : [document.region.split(' ', 1)[0]!]],
      ['tag', document.tags],
      ['theme', document.themes],
      ['year', [...years].map(String)],
      ['has', hasOf(document)],
    ]
    for (const [kind, each] of values) {
      for (const value of each) {
        const key = `${kind}:${value}`
        const known = counts.get(key)
        if (known === undefined) counts.set(key, { kind, value, count: 1 })
        else known.count++
      }
    }
  }
  return [...counts.values()]
}

/** A longer or open period counts for its first year only. */
const YEARS_LISTED = 30

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

function hasOf(document: IndexedDocument['document']): string[] {
  return [
    ...(document.hasSource ? ['source'] : []),
    ...(document.hasAttachment === true ? ['attachment'] : []),
    ...(document.hasNotes === true ? ['notes'] : []),
    ...(document.tags.length > 0 ? ['tag'] : []),
    ...(document.themes.length > 0 ? ['theme'] : []),
    ...(document.region !== '' ? ['region'] : []),
    ...(document.period !== '' ? ['period'] : []),
    ...(document.hasConflict === true ? ['conflict'] : []),
  ]
}
