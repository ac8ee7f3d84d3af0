import type { Case, Theme } from '#api'
import { fold } from '../text'
import { fieldsOf, type Field } from './fields'

export interface Suggestion {
  field: string
  start: number
  end: number
  text: string
  /** The lexicon's words that stand in it. */
  terms: string[]
}

const CLAUSE_END = /[，。；！？：,;!?:\n]/
const LONGEST = 120

/** Clauses of a case in which words of the theme's lexicon stand, those with most different words first. */
export function suggestionsOf(item: Case, theme: Pick<Theme, 'name' | 'lexicon'>): Suggestion[] {
  const terms = [...new Set([...theme.lexicon, theme.name].map((term) => fold(term).trim()))].filter((term) => term.length >= 2)
  return fieldsOf(item)
    .filter(({ field }) => field.startsWith('sections/'))
    .flatMap((field) => clausesWith(field, terms))
    .sort((a, b) => b.terms.length - a.terms.length)
}

function clausesWith({ field, text }: Field, terms: string[]): Suggestion[] {
  const folded = fold(text)
  const found = new Map<number, Suggestion>()
  for (const term of terms) {
    for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + term.length)) {
      const start = clauseStart(text, at)
      const end = clauseEnd(text, at + term.length)
      const known = found.get(start)
      if (known === undefined) found.set(start, { field, start, end, text: text.slice(start, end), terms: [term] })
      else if (!known.terms.includes(term)) known.terms.push(term)
    }
  }
  return [...found.values()].sort((a, b) => a.start - b.start)
}

function clauseStart(text: string, from: number): number {
  let start = from
  while (start > 0 && from - start < LONGEST && !CLAUSE_END.test(text[start - 1]!)) start--
  return start
}

function clauseEnd(text: string, from: number): number {
  let end = from
  while (end < text.length && end - from < LONGEST && !CLAUSE_END.test(text[end]!)) end++
  return end
}
