import type { Case, Comparison } from '#api'
import { agendaSlides, quotationSlides, sourcesSlides, titleSlide, type Quotation } from './plain-slides'
import { caseSlides } from './case-slides'
import { matrixSlides } from './matrix-slides'
import { numberOf, type Deck } from './model'
import { singleLine } from './prose'
import { termsSlides } from './terms-slide'
import { wordsFor, type Language } from './words'

export interface DeckRequest {
  title: string
  cases: Case[]
  language: Language
  /** Of two to four cases; more do not fit side by side on a slide. */
  comparison: Comparison | null
  quotations: Quotation[]
}

export const MOST_COMPARED = 4

/** The deck of a selection: title, agenda, comparison, the cases one after the other, quotations, sources. */
export function buildDeck({ title, cases, language, comparison, quotations }: DeckRequest): Deck {
  const words = wordsFor(language)
  return {
    title: singleLine(title),
    slides: [
      titleSlide(title, cases, words),
      ...(cases.length > 1 ? agendaSlides(cases, words) : []),
      ...(comparison === null ? [] : [...matrixSlides(comparison, words), ...termsSlides(comparison, words)]),
      ...cases.flatMap((item, index) => [
        ...caseSlides(item, numberOf(index), words),
        ...quotationSlides(quotations.filter(({ caseId }) => caseId === item.id), item, words),
      ]),
      ...sourcesSlides(cases, words),
    ],
  }
}
