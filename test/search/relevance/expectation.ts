import type { HitKind } from '#api'

/** What a user types into the search box, and what has to come of it. */
export interface Expectation {
  query: string
  /** The eight cases that ship, or two thousand with the written ones among them. */
  library: 'sample' | 'large'
  /** How the first hit was found. */
  kind?: HitKind
  /** The first hits in this order; a list within the list may come in any order. */
  first?: (string | string[])[]
  /** All hits, in any order; empty where nothing may be found. */
  all?: string[]
  /** These are among the hits. */
  among?: string[]
  /** These are not. */
  never?: string[]
  /** Parts of the query that are told to be invalid. */
  problems?: string[]
}

export const sample = (query: string, expected: Omit<Expectation, 'query' | 'library'>): Expectation => ({ query, library: 'sample', ...expected })
export const large = (query: string, expected: Omit<Expectation, 'query' | 'library'>): Expectation => ({ query, library: 'large', ...expected })
