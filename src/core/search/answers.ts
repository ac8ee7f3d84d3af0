import type { Corpus } from './corpus'
import { passesFilter } from './filters'
import type { Condition, TextCondition } from './query'
import { best } from './best'
import { fineScore, roughScore } from './rank'
import { TermHits } from './term-hits'

/** Beyond this many terms of one query, the rest are only taken literally; of a query with very many, all are. */
const TERMS_GUESSED = 8
const MANY_TERMS = 40
/** So many of the best are ordered by all that is known of them. */
export const ORDERED_FINELY = 64

/** One way to answer the query: the terms of a group of conditions, and its filters. */
export interface Group {
  terms: TermHits[]
  without: TermHits[]
  filters: Exclude<Condition, TextCondition>[]
}

/** Looks for the terms of every group; a term that is in several is looked for once. */
export function groupsOf(corpus: Corpus, groups: Condition[][]): Group[] {
  corpus.settleWaiting()
  const known = new Map<string, TermHits>()
  let guessed = groups.reduce((sum, { length }) => sum + length, 0) > MANY_TERMS ? TERMS_GUESSED : 0
  const isAlone = groups.length === 1
  const hitsOf = (condition: TextCondition, within: TermHits | null): TermHits => {
    const key = `${condition.field} ${condition.negated ? '-' : '+'} ${condition.isPhrase ? 'phrase' : 'word'} ${condition.original}`
    let hits = known.get(key)
    if (hits === undefined) {
      hits = new TermHits(corpus, condition, !condition.negated && guessed++ < TERMS_GUESSED, isAlone ? within : null)
      known.set(key, hits)
    }
    return hits
  }
  return groups.map((conditions) => groupOf(conditions, hitsOf))
}

function groupOf(conditions: Condition[], hitsOf: (condition: TextCondition, within: TermHits | null) => TermHits): Group {
  const group: Group = { terms: [], without: [], filters: [] }
  const texts = conditions.filter((condition) => condition.type === 'text')
  group.filters = conditions.filter((condition) => condition.type !== 'text')
  // The longest is likely to be in the fewest documents; the others are wanted in those alone.
  for (const condition of texts.filter(({ negated }) => !negated).sort((a, b) => b.folded.length - a.folded.length)) {
    const hits = hitsOf(condition, group.terms.at(-1) ?? null)
    if (!group.terms.includes(hits)) group.terms.push(hits)
    // One that stands nowhere decides it.
    if (hits.documents.length === 0) return group
  }
  group.without = texts.filter(({ negated }) => negated).map((condition) => hitsOf(condition, null))
  return group
}

/** Numbers of the documents that answer a group, in no order. */
export function answering(corpus: Corpus, group: Group): Uint32Array {
  const { terms, without, filters } = group
  const rarest = terms.reduce<TermHits | null>((least, term) => (least === null || term.documents.length < least.documents.length ? term : least), null)
  const candidates = rarest === null ? Uint32Array.from(corpus.numbers()) : rarest.documents
  const others = terms.filter((term) => term !== rarest)
  if (others.length === 0 && without.length === 0 && filters.length === 0) return candidates
  return candidates.filter((document) =>
    others.every((term) => term.has(document)) && !without.some((term) => term.has(document)) && passesAll(corpus, document, filters))
}

function passesAll(corpus: Corpus, document: number, filters: Group['filters']): boolean {
  if (filters.length === 0) return true
  const values = corpus.values[document]!
  return filters.every((filter) => passesFilter(values, filter) !== filter.negated)
}

export interface Ranked {
  /** All of them, in no order. */
  found: Uint32Array
  /** The best ones, in order. */
  documents: Uint32Array
  /** The group that a document answers best. */
  group: (document: number) => Group
  /** The least score of those that were ordered by it; no later one has more. */
  floor: number
}

/**
 * The documents that answer any group, so many of the best in order; equal ones by id. They are ordered by what the index
 * knows of them, the first ones then by where in their texts the terms stand.
 */
export function ranked(corpus: Corpus, groups: Group[], count: number, only: ((id: string) => boolean) | undefined): Ranked {
  const scores = new Uint16Array(corpus.capacity)
  const groupOf = new Uint16Array(groups.length > 1 ? corpus.capacity : 0)
  const lists = groups.map((group, index) => scored(corpus, group, index, scores, groupOf, only))
  const found = lists.length === 1 ? lists[0]! : together(lists)
  const documents = best(found, scores, corpus.ranksById(), Math.max(count, ORDERED_FINELY))
  const group = (document: number) => groups[groupOf[document] ?? 0]!
  const ranks = corpus.ranksById()
  const first = Array.from(documents.subarray(0, ORDERED_FINELY), (document) => ({ document, score: fineScore(corpus, group(document).terms, document) }))
  first.sort((a, b) => b.score - a.score || ranks[a.document]! - ranks[b.document]!)
  documents.set(first.map(({ document }) => document))
  return { found, documents, group, floor: first.at(-1)?.score ?? 0 }
}

/** Scores those of a group, and gives the ones that no earlier group had. */
function scored(
  corpus: Corpus, group: Group, index: number, scores: Uint16Array, groupOf: Uint16Array, only: ((id: string) => boolean) | undefined,
): Uint32Array {
  const candidates = answering(corpus, group)
  const added = new Uint32Array(candidates.length)
  let count = 0
  for (let at = 0; at < candidates.length; at++) {
    const document = candidates[at]!
    const known = scores[document]!
    if (known === 0) {
      if (only !== undefined && !only(corpus.ids[document]!)) continue
      added[count++] = document
    }
    const score = 1 + roughScore(group.terms, document)
    if (score <= known) continue
    scores[document] = score
    if (index > 0) groupOf[document] = index
  }
  return added.subarray(0, count)
}

function together(lists: Uint32Array[]): Uint32Array {
  const all = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0))
  let length = 0
  for (const list of lists) {
    all.set(list, length)
    length += list.length
  }
  return all
}
