import * as z from 'zod'
import { Id } from '../entities'
import { method } from './base'
import { CaseSort } from './cases'

export const HitKind = z.enum(['exact', 'folded', 'pinyin', 'fuzzy'])
export type HitKind = z.infer<typeof HitKind>

export const Match = z.object({
  /** `title`, `notes`, `tags`, `sections/<section id>` … */
  field: z.string(),
  /** Offsets into the original text of the field. */
  start: z.number().int(),
  end: z.number().int(),
  /** The original characters at those offsets. */
  text: z.string(),
})
export type Match = z.infer<typeof Match>

export const Hit = z.object({
  id: z.string(),
  title: z.string(),
  /** 0..1, higher is better; hits come best first. */
  score: z.number(),
  kind: HitKind,
  matches: z.array(Match),
  /** The passage that shows best why this is a hit; `ranges` are offsets into `text`. */
  snippet: z.object({ field: z.string(), text: z.string(), ranges: z.array(z.tuple([z.number(), z.number()])) }),
})
export type Hit = z.infer<typeof Hit>

/** A part of a query that can never match or is beyond what is looked for; the rest of the query is answered without it. */
export const QueryProblem = z.object({
  code: z.enum(['YEAR_INVALID', 'HAS_UNKNOWN', 'TERM_TOO_LONG', 'TOO_MANY_TERMS']),
  /** Offsets of the part in the query, and the part itself, of a long one its beginning. */
  start: z.number().int(),
  end: z.number().int(),
  text: z.string(),
})
export type QueryProblem = z.infer<typeof QueryProblem>

/** By relevance; or as a list of cases is sorted. */
export const SearchSort = z.enum(['relevance', ...CaseSort.options])
export type SearchSort = z.infer<typeof SearchSort>

/** What is searched: the whole library, or the cases of a tag, of a theme by its name, or of a collection. */
const Within = z.object({
  query: z.string().max(10_000),
  tag: z.string().optional(),
  theme: z.string().optional(),
  collection: Id.optional(),
})

export const Facet = z.object({
  kind: z.enum(['region', 'tag', 'theme', 'fact', 'year', 'has']),
  /** 云南, 党建/品牌, 2016, source … */
  value: z.string(),
  /** Cases that match the query and have this value. */
  count: z.number().int(),
  /** The query asks for it already. */
  active: z.boolean(),
  /** The query with this value asked for, or no more asked for where it is active. */
  query: z.string(),
})
export type Facet = z.infer<typeof Facet>

export const Suggestion = z.object({
  kind: z.enum(['syntax', 'tag', 'region', 'theme', 'title', 'modelName', 'organisation', 'year', 'has', 'recent']),
  /** What is offered, and where in it stands what was typed. */
  text: z.string(),
  ranges: z.array(z.tuple([z.number().int(), z.number().int()])),
  /** Cases that have it; null where that says nothing. */
  count: z.number().int().nullable(),
  /** The query, and where the cursor stands in it, once this is taken. */
  query: z.string(),
  cursor: z.number().int(),
})
export type Suggestion = z.infer<typeof Suggestion>

export const RelatedCase = z.object({
  id: z.string(),
  title: z.string(),
  /** 0..1, higher is more alike. */
  score: z.number(),
  /** What both have, the most telling first. */
  shared: z.array(z.object({ kind: z.enum(['practice', 'term', 'tag', 'theme', 'region']), text: z.string() })),
})
export type RelatedCase = z.infer<typeof RelatedCase>

export const search = {
  /**
   * Syntax: words are AND; "phrase"; -not; OR; tag: region: theme: fact: title: has:source year:2015..2018. What can never match
   * is told in `problems`. `total` counts all hits, `hits` is the page from `offset`.
   */
  query: method
    .input(Within.extend({
      /** Only this case, for the places where the query matches in it. */
      id: z.string().optional(),
      sort: SearchSort.default('relevance'),
      offset: z.number().int().nonnegative().default(0),
      limit: z.number().int().positive().max(10_000).default(50),
    }))
    .output(z.object({
      query: z.string(),
      total: z.number().int(),
      tookMs: z.number(),
      hits: z.array(Hit),
      problems: z.array(QueryProblem),
      /** How many cases the index has taken in; the others are read through until it has them. */
      index: z.object({ done: z.number().int(), total: z.number().int() }),
    })),
  /** What the cases that match have (of facts only those asked for), with counts: at most 12 values of each kind, the most frequent first, and every active one. A blank query counts all cases. */
  facets: method.input(Within).output(z.object({ total: z.number().int(), facets: z.array(Facet) })),
  /** What the user may be about to type at the cursor. `recent` are earlier queries, the latest first. */
  suggest: method
    .input(z.object({
      query: z.string().max(10_000),
      cursor: z.number().int().nonnegative(),
      recent: z.array(z.string()).max(50).default([]),
      limit: z.number().int().positive().max(50).default(8),
    }))
    .output(z.object({ suggestions: z.array(Suggestion) })),
  /** The cases most like this one, and why. Fails with CASE_NOT_FOUND. */
  related: method
    .input(z.object({ id: z.string(), limit: z.number().int().positive().max(50).default(5) }))
    .output(z.object({ cases: z.array(RelatedCase) })),
  /** Where a text stands in one case, found as search finds words; a text of several words is a phrase. Fails with CASE_NOT_FOUND. */
  find: method
    .input(z.object({ id: z.string(), text: z.string().max(1000) }))
    .output(z.object({ matches: z.array(Match), kind: HitKind.nullable() })),
}
