import type { Case } from '#api'
import { countLines, shorten } from './measure'
import { numberOf, type AgendaSlide, type QuotationSlide, type SourcesSlide, type TitleSlide } from './model'
import { citationsOf, placeOf, regionOf, speakerNotes } from './notes'
import { paginateLoosest, partsOf } from './paginate'
import { printable, singleLine } from './prose'
import { AGENDA, CONTENT, QUOTATION, SOURCES, TITLE } from './stage'
import type { Words } from './words'

/** A passage that was coded to a theme, to be shown on its own. */
export interface Quotation {
  caseId: string
  text: string
  themes: string[]
}

export function titleSlide(title: string, cases: Case[], words: Words): TitleSlide {
  const [only] = cases
  const subtitle = cases.length === 1 && only !== undefined ? placeOf(only) : words.casesCounted(cases.length)
  return {
    kind: 'title',
    caseIds: cases.map(({ id }) => id),
    title: shorten(singleLine(title), TITLE.width, TITLE.sizes.at(-1)!, TITLE.maxLines),
    subtitle: shorten(subtitle, TITLE.width, 16, 2),
    notes: cases.map((item) => singleLine(item.title)).join('\n'),
  }
}

export function agendaSlides(cases: Case[], words: Words): AgendaSlide[] {
  const entries = cases.map((item, index) => ({
    number: numberOf(index),
    title: shorten(singleLine(item.title), agendaTitleWidth(), AGENDA.size, 2),
    detail: shorten([regionOf(item), singleLine(item.modelName)].filter(Boolean).join(' · '), AGENDA.detailWidth - 20, AGENDA.detailSize, 2),
  }))
  const { padY, pages } = paginateLoosest(entries, agendaRowHeight, CONTENT.height, AGENDA.padY)
  return partsOf(pages).map(({ page, part }) => ({
    kind: 'agenda',
    caseIds: cases.map(({ id }) => id),
    heading: words.agenda,
    part,
    padY,
    entries: page,
    notes: '',
  }))
}

export function agendaTitleWidth(): number {
  return CONTENT.width - AGENDA.numberWidth - AGENDA.detailWidth - 20
}

export function agendaRowHeight({ title, detail }: AgendaSlide['entries'][number], padY: number): number {
  const titleHeight = countLines(title, agendaTitleWidth(), AGENDA.size) * AGENDA.leading
  const detailHeight = countLines(detail, AGENDA.detailWidth - 20, AGENDA.detailSize) * AGENDA.detailLeading
  return Math.max(titleHeight, detailHeight) + 2 * padY
}

/** One slide for each quotation. */
export function quotationSlides(quotations: Quotation[], item: Case, words: Words): QuotationSlide[] {
  const smallest = QUOTATION.sizes.at(-1)!
  const lines = Math.floor(QUOTATION.height / (smallest * QUOTATION.leadingFactor))
  return quotations.map(({ text, themes }) => ({
    kind: 'quotation',
    caseIds: [item.id],
    text: shorten(singleLine(text), QUOTATION.width, smallest, lines),
    from: shorten(singleLine(item.title), QUOTATION.width, 14, 1),
    themes: themes.map(singleLine),
    notes: [printable(text), '', speakerNotes(item, words)].join('\n'),
  }))
}

/** Citations of the cases that have any. */
export function sourcesSlides(cases: Case[], words: Words): SourcesSlide[] {
  const entries = cases.flatMap((item, index) => {
    const citations = citationsOf(item, words).map((citation) => shorten(citation, citationWidth(), SOURCES.size, 6))
    const title = shorten(singleLine(item.title), SOURCES.titleWidth - 16, SOURCES.size, 3)
    return citations.length === 0 ? [] : [{ number: numberOf(index), title, citations: citations.slice(0, 3) }]
  })
  const { padY, pages } = paginateLoosest(entries, sourcesRowHeight, CONTENT.height, SOURCES.padY)
  return partsOf(pages).map(({ page, part }) => ({
    kind: 'sources',
    caseIds: cases.map(({ id }) => id),
    heading: words.sources,
    part,
    padY,
    entries: page,
    notes: '',
  }))
}

export function citationWidth(): number {
  return CONTENT.width - SOURCES.numberWidth - SOURCES.titleWidth - 16
}

export function sourcesRowHeight({ title, citations }: SourcesSlide['entries'][number], padY: number): number {
  const lines = citations.reduce((sum, citation) => sum + countLines(citation, citationWidth(), SOURCES.size), 0)
  return Math.max(lines, countLines(title, SOURCES.titleWidth - 16, SOURCES.size)) * SOURCES.leading + 2 * padY
}
