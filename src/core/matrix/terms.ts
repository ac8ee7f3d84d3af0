import type { Case, Comparison } from '#api'
import type { CaseFacts } from '../coding'
import { corpusOf, occurrences, originalAt, placeAt, type CorpusCase, type Place } from './corpus'
import { repeatsIn } from './repeats'
import { areNominal, commonWords, cutsThroughWords, isWord, termsWith, wordsOf } from './words'

/** Where a term comes from; the more deliberate the wording, the more it says. */
type Origin = 'practice' | 'honour' | 'domain' | 'repeat' | 'common'

interface Term {
  key: string
  origin: Origin
  places: Place[]
  caseIds: string[]
  weight: number
}

const ORIGIN_WEIGHT: Record<Origin, number> = { practice: 8, honour: 6, domain: 3, repeat: 0, common: -8 }
const LENGTH_COUNTED = 8
const SHARED_SHOWN = 60
const UNIQUE_SHOWN_PER_CASE = 12
/** Where cases share fewer terms than this, the common nouns they share say at least what both are about. */
const SHARED_WANTED = 5

/**
 * What at least two of the cases have in common and what only one has: named practices, honours, terms of the domain
 * and strings that recur. Best first: deliberate wording before recurring strings, long before short, more cases before
 * fewer; a term inside a better one with the same cases is left out. `codebook` has words that the library's themes
 * look for, which count as terms of the domain.
 */
export function termsOf(cases: Case[], facts: Pick<CaseFacts, 'of'>, codebook: string[] = []): Pick<Comparison, 'shared' | 'unique'> {
  const corpus = corpusOf(cases, facts)
  const terms = withoutContained(candidates(corpus, termsWith(codebook))).sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1))
  const shown = ({ places: [first] }: Term) => originalAt(corpus.find(({ id }) => id === first!.caseId)!, first!)
  const common = terms.filter(({ caseIds }) => caseIds.length > 1)
  const shared = withCommonNouns(corpus, common).slice(0, SHARED_SHOWN)
  const own = terms.filter((term) => term.caseIds.length === 1 && !common.some((other) => isVariantOf(other, term)))
  return {
    shared: shared.map((term) => ({ term: shown(term), caseIds: term.caseIds, places: term.places })),
    unique: cases.flatMap(({ id }) => own.filter(({ caseIds }) => caseIds[0] === id).slice(0, UNIQUE_SHOWN_PER_CASE))
      .map((term) => ({ term: shown(term), caseId: term.caseIds[0]!, places: term.places })),
  }
}

function candidates(corpus: CorpusCase[], domainTerms: Set<string>): Term[] {
  const terms = new Map<string, Term>()
  const add = (key: string, origin: Origin) => {
    const term = terms.has(key) ? null : termOf(corpus, key, origin)
    if (term !== null) terms.set(key, term)
  }
  for (const kind of ['practice', 'honour'] as const) {
    for (const { facts } of corpus) {
      for (const fact of facts) if (fact.kind === kind) add(fact.key, kind)
    }
  }
  for (const term of domainTerms) add(term, 'domain')
  for (const text of sensibleRepeats(corpus)) add(text, 'repeat')
  return [...terms.values()]
}

function termOf(corpus: CorpusCase[], key: string, origin: Origin): Term | null {
  const places: Place[] = []
  const caseIds: string[] = []
  for (const each of corpus) {
    const found = occurrences(each, key)
    if (found.length > 0) caseIds.push(each.id)
    for (const at of found) places.push(placeAt(each, at, at + key.length))
  }
  return caseIds.length === 0 ? null : { key, origin, places, caseIds, weight: weigh(key, origin, caseIds.length) }
}

function weigh(key: string, origin: Origin, caseCount: number): number {
  return ORIGIN_WEIGHT[origin] + Math.min(LENGTH_COUNTED, key.length) + 2 * Math.log2(caseCount)
}

/** Recurring strings cut at word borders: of known words alone, or clean on both sides wherever they stand. */
function sensibleRepeats(corpus: CorpusCase[]): string[] {
  const cuts = corpus.map(({ bare }) => cutsThroughWords(bare))
  return repeatsIn(corpus.map(({ bare }) => bare))
    .filter(({ text, owners }) => {
      if (isWord(text)) return false
      const words = wordsOf(text)
      if (words === null || !areNominal(words)) return false
      return owners.every((owner) => occurrences(corpus[owner]!, text).some((at) => cuts[owner]![at] === 0 && cuts[owner]![at + text.length] === 0))
    })
    .map(({ text }) => text)
}

function withCommonNouns(corpus: CorpusCase[], shared: Term[]): Term[] {
  if (shared.length >= SHARED_WANTED) return shared
  const nouns = [...commonWords]
    .filter((word) => !shared.some(({ key }) => key.includes(word)))
    .map((word) => termOf(corpus, word, 'common'))
    .filter((term) => term !== null && term.caseIds.length > 1) as Term[]
  nouns.sort((a, b) => b.caseIds.length - a.caseIds.length || b.places.length - a.places.length || (a.key < b.key ? -1 : 1))
  return [...shared, ...nouns.slice(0, SHARED_WANTED - shared.length)]
}

/**
 * Of terms with the same cases, leaves out what a weightier one contains, and what only adds words to a coined name
 * (两学一做学习教育 beside 两学一做).
 */
function withoutContained(terms: Term[]): Term[] {
  const groups = new Map<string, Term[]>()
  for (const term of terms) {
    const group = term.caseIds.join()
    groups.set(group, [...(groups.get(group) ?? []), term])
  }
  return [...groups.values()].flatMap((group) => group.filter((term) => !group.some((other) => isSaidBy(other, term))))
}

/** A shared honour or coined name with a place or the like before it (郑州市先进基层党组织) is nothing of one's own. */
function isVariantOf(shared: Term, term: Term): boolean {
  return (shared.origin === 'honour' || shared.origin === 'practice') && term.key.includes(shared.key)
}

function isSaidBy(other: Term, term: Term): boolean {
  if (other === term) return false
  if (other.key.length > term.key.length) return other.weight >= term.weight && other.key.includes(term.key)
  const isCoined = other.origin === 'practice' || other.origin === 'honour'
  return isCoined && term.origin === 'repeat' && term.key.includes(other.key)
}
