import type { Case, Fact, RelatedCase } from '#api'
import { fold, isHan, type WordModel } from '../text'

export type TermKind = RelatedCase['shared'][number]['kind']

/** What a case is compared by. */
export interface Term {
  kind: TermKind
  /** The comparable form: folded. */
  key: string
  /** How much it says of this case, before it is known how many cases have it. */
  weight: number
}

/** A name that a person coined or gave says more than a word that stands in the text. */
const KIND_WEIGHTS: Record<Exclude<TermKind, 'term'>, number> = { practice: 6, tag: 2, theme: 2, region: 1 }
/** Words kept of one case. */
const WORDS = 40
/** A word as frequent as e^-7 in the language says nothing of a case; one as rare as e^-12 all that a word can. */
const COMMON = -7
const RARE = -12
const LONGEST_RUN = 400
const RUN = /\p{Script=Han}+|[a-z][a-z0-9]+/gu

/** The terms of a case; without word frequencies those of its text are left out. */
export function termsOf({ item, themes, practices }: { item: Case; themes: string[]; practices: Fact[] }, words: WordModel | null): Term[] {
  const named = (kind: Exclude<TermKind, 'term'>, texts: string[]): Term[] =>
    [...new Set(texts.map((text) => fold(text).trim()))].filter((key) => key !== '').map((key) => ({ kind, key, weight: KIND_WEIGHTS[kind] }))
  return [
    ...named('practice', practices.map(({ key }) => key)),
    ...named('tag', item.tags),
    ...named('theme', themes),
    ...named('region', [item.region.province, item.region.city]),
    ...(words === null ? [] : wordsOf(item, words)),
  ]
}

function wordsOf(item: Case, words: WordModel): Term[] {
  const counts = new Map<string, number>()
  for (const text of [item.title, ...item.sections.map((section) => section.text)]) {
    for (const [run] of fold(text).matchAll(RUN)) {
      for (let at = 0; at < run.length; at += LONGEST_RUN) {
        const part = run.slice(at, at + LONGEST_RUN)
        for (const word of isHan(part) ? words.segment(part) : [part]) {
          if (word.length > 1) counts.set(word, (counts.get(word) ?? 0) + 1)
        }
      }
    }
  }
  return [...counts]
    .map(([key, count]): Term => ({ kind: 'term', key, weight: (1 + Math.log(count)) * rarity(words.logFrequency(key)) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1))
    .slice(0, WORDS)
}

function rarity(logFrequency = RARE): number {
  return Math.min(1, Math.max(0, (logFrequency - COMMON) / (RARE - COMMON)))
}
