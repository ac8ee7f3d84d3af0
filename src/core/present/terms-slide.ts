import type { Comparison } from '#api'
import { countLines, shorten } from './measure'
import type { TermsSlide } from './model'
import { singleLine } from './prose'
import { CONTENT, MATRIX, TERMS } from './stage'
import type { Words } from './words'

/** What the cases share and what each has alone, at a glance; no slide where the comparison found nothing. */
export function termsSlides({ cases, shared, unique }: Comparison, words: Words): TermsSlide[] {
  if (shared.length + unique.length === 0) return []
  const width = termColumnWidth(cases.length) - 2 * MATRIX.padX
  const own = cases.map(({ id }) => unique.filter(({ caseId }) => caseId === id).slice(0, TERMS.maxUnique))
  return [{
    kind: 'terms',
    caseIds: cases.map(({ id }) => id),
    heading: `${words.sharedTerms} · ${words.uniqueTerms}`,
    columns: cases.map(({ title }) => shorten(singleLine(title), width, TERMS.size, TERMS.headLines)),
    shared: shared.slice(0, TERMS.maxShared).map(({ term, caseIds }) => ({
      term: shorten(singleLine(term), TERMS.labelWidth - 2 * MATRIX.padX, TERMS.size, 1),
      present: cases.map(({ id }) => caseIds.includes(id)),
    })),
    uniqueLabel: words.uniqueTerms,
    unique: own.map((terms) => terms.map(({ term }) => shorten(singleLine(term), width, TERMS.size, 2))),
    notes: [
      words.labelled(words.sharedTerms, shared.map(({ term }) => singleLine(term)).join('、') || words.noValue),
      ...cases.map(({ id, title }) => words.labelled(
        `${words.uniqueTerms} · ${singleLine(title)}`,
        unique.filter(({ caseId }) => caseId === id).map(({ term }) => singleLine(term)).join('、') || words.noValue,
      )),
    ].join('\n'),
  }]
}

export function termColumnWidth(columns: number): number {
  return (CONTENT.width - TERMS.labelWidth) / columns
}

/** Of the row that lists what each has alone. */
export function uniqueRowHeight(unique: string[][]): number {
  const width = termColumnWidth(unique.length) - 2 * MATRIX.padX
  const lines = unique.map((terms) => terms.reduce((sum, term) => sum + countLines(term, width, TERMS.size), 0))
  return Math.max(...lines) * TERMS.uniqueLeading + 2 * TERMS.uniquePadY
}

export function termsHeadHeight(columns: string[]): number {
  const width = termColumnWidth(columns.length) - 2 * MATRIX.padX
  return Math.max(...columns.map((title) => countLines(title, width, TERMS.size))) * 18 + 14
}
