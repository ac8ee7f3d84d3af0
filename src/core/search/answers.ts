import type { Corpus } from './corpus'
import { passesFilter } from './filters'
import type { Condition, TextCondition } from './query'
import { fineScore, HIGHEST_ROUGH, roughScore } from './rank'
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
export function* answering(corpus: Corpus, group: Group): Generator<number> {
  const { terms, without, filters } = group
  const rarest = terms.reduce<TermHits | null>((least, term) => (least === null || term.documents.length < least.documents.length ? term : least), null)
  const candidates: Iterable<number> = rarest === null ? corpus.numbers() : rarest.documents
  for (const document of candidates) {
    if (terms.length > 1 && !terms.every((term) => term.has(document))) continue
    if (without.length > 0 && without.some((term) => term.has(document))) continue
    if (filters.length > 0 && !passesAll(corpus, document, filters)) continue
    yield document
  }
}

function passesAll(corpus: Corpus, document: number, filters: Group['filters']): boolean {
  const values = corpus.values[document]!
  return filters.every((filter) => passesFilter(values, filter) !== filter.negated)
}

export interface Ranked {
  documents: Uint32Array
  /** The group that a document answers best. */
  group: (document: number) => Group
  /** The least score of those that were ordered by it; no later one has more. */
  floor: number
}

/**
 * The documents that answer any group, best first; equal ones by id. All are ordered by what the index knows of them, the
 * first ones then by where in their texts the terms stand.
 */
export function ranked(corpus: Corpus, groups: Group[], only: ((id: string) => boolean) | undefined): Ranked {
  const best = new Uint16Array(corpus.capacity)
  const groupOf = new Uint16Array(corpus.capacity)
  const found: number[] = []
  for (const [index, group] of groups.entries()) {
    for (const document of answering(corpus, group)) {
      const score = 1 + roughScore(group.terms, document)
      if (best[document] === 0) {
        if (only !== undefined && !only(corpus.ids[document]!)) continue
        found.push(document)
      }
      if (score > best[document]!) {
        best[document] = score
        groupOf[document] = index
      }
    }
  }
  const ranks = corpus.ranksById()
  const documents = found.length <= 500
    ? Uint32Array.from(found.sort((a, b) => best[b]! - best[a]! || ranks[a]! - ranks[b]!))
    : byScore(corpus, found, best)
  const group = (document: number) => groups[groupOf[document]!]!
  const first = Array.from(documents.subarray(0, ORDERED_FINELY), (document) => ({ document, score: fineScore(corpus, group(document).terms, document) }))
  first.sort((a, b) => b.score - a.score || ranks[a.document]! - ranks[b.document]!)
  documents.set(first.map(({ document }) => document))
  return { documents, group, floor: first.at(-1)?.score ?? 0 }
}

/** A counting sort: by score, and by id where it is the same. */
function byScore(corpus: Corpus, found: number[], best: Uint16Array): Uint32Array {
  const ranks = corpus.ranksById()
  const byRank = new Int32Array(corpus.size).fill(-1)
  const next = new Uint32Array(HIGHEST_ROUGH + 2)
  for (const document of found) {
    byRank[ranks[document]!] = document
    next[HIGHEST_ROUGH - best[document]! + 1]!++
  }
  for (let score = 1; score < next.length; score++) next[score]! += next[score - 1]!
  const documents = new Uint32Array(found.length)
  for (const document of byRank) if (document >= 0) documents[next[HIGHEST_ROUGH - best[document]!]!++] = document
  return documents
}
