/**
 * A deck as data: what is on each slide, already divided so that it fits, but nothing of any file format. Every slide
 * names the cases it was made from, so that it can be made anew when they change.
 */
export interface Deck {
  title: string
  slides: Slide[]
}

export type Slide = TitleSlide | AgendaSlide | MatrixSlide | TermsSlide | CaseSlide | QuotationSlide | SourcesSlide

interface Common {
  caseIds: string[]
  /** What the speaker sees: where the slide's content comes from, and what did not fit on it. */
  notes: string
}

/** Which of the slides that share one heading this is; `index` counts from 1. */
export interface Part {
  index: number
  of: number
}

export interface TitleSlide extends Common {
  kind: 'title'
  title: string
  subtitle: string
}

export interface AgendaSlide extends Common {
  kind: 'agenda'
  heading: string
  part: Part
  /** Room above and below an entry, in points: the largest with which the entries need fewest slides. */
  padY: number
  entries: { number: string; title: string; detail: string }[]
}

export interface MatrixSlide extends Common {
  kind: 'matrix'
  heading: string
  part: Part
  columns: { title: string; detail: string }[]
  rows: { label: string; cells: string[] }[]
}

/** Which case has which of the shared terms, and what each has alone. */
export interface TermsSlide extends Common {
  kind: 'terms'
  heading: string
  columns: string[]
  shared: { term: string; present: boolean[] }[]
  uniqueLabel: string
  unique: string[][]
}

export interface CaseSlide extends Common {
  kind: 'case'
  number: string
  title: string
  part: Part
  /** Point size of the body, the largest with which the case needs fewest slides. */
  size: number
  facts: { label: string; value: string }[]
  blocks: Block[]
}

export interface QuotationSlide extends Common {
  kind: 'quotation'
  text: string
  from: string
  themes: string[]
}

export interface SourcesSlide extends Common {
  kind: 'sources'
  heading: string
  part: Part
  padY: number
  entries: { number: string; title: string; citations: string[] }[]
}

/** A section of a case, or the part of it that a slide holds. */
export interface Block {
  label: string
  /** Set larger, in the headings' face. */
  lead: boolean
  paragraphs: Paragraph[]
}

export interface Paragraph {
  style: 'text' | 'heading' | 'item'
  runs: Run[]
}

export interface Run {
  text: string
  strong: boolean
}

/** What a slide is called in outlines and lists of slides. */
export function titleOf(slide: Slide): string {
  if (slide.kind === 'quotation') return slide.from
  return slide.kind === 'title' || slide.kind === 'case' ? slide.title : slide.heading
}

/** The number a case goes by throughout a deck. */
export function numberOf(index: number): string {
  return String(index + 1).padStart(2, '0')
}
