import type { SearchDocument } from './engine'
import { normalise } from './normalise'

export interface YearSpan {
  from: number
  to: number
}

/** What filters and facets ask of a document. */
export interface DocumentValues {
  tags: string[]
  themes: string[]
  region: string
  years: YearSpan[]
  has: string[]
  hasFact: (value: string) => boolean
  /** The same, folded, for filters. */
  folded: { tags: string[]; themes: string[]; region: string }
}

const YEAR_RANGE = /(?<!\d)((?:19|20)\d\d)(?!\d)年?(?:\s*(?:[-–—~～至到]{1,2})\s*(?:((?:19|20)\d\d)(?!\d)|(今|现在|now|present)))?/g
const YEAR_IN_TEXT = /(?<!\d)((?:19|20)\d\d)(?:年|[-–—]{1,2}(?=(?:19|20)\d\d年))/g
/** In either width; texts without are not even folded. */
const MAY_NAME_A_YEAR = /[1１][9９]|[2２][0０]/
const shared = new Map<string, string>()
const known = new WeakMap<SearchDocument, DocumentValues>()

/** What filters and facets ask of it; read once, since both the index and the suggestions want it. */
export function valuesOf(document: SearchDocument): DocumentValues {
  let values = known.get(document)
  if (values === undefined) known.set(document, (values = read(document)))
  return values
}

function read(document: SearchDocument): DocumentValues {
  const { tags, themes, region } = document
  return {
    tags: tags.map(share), themes: themes.map(share), region: share(region), years: yearSpans(document), has: hasOf(document),
    hasFact: document.hasFact ?? (() => false),
    folded: { tags: tags.map((tag) => share(normalise(tag))), themes: themes.map((theme) => share(normalise(theme))), region: share(normalise(region)) },
  }
}

/** One string for all that are alike: thousands of cases have the same tags. */
function share(text: string): string {
  const known = shared.get(text)
  if (known !== undefined) return known
  shared.set(text, text)
  return text
}

function hasOf(document: SearchDocument): string[] {
  return [
    ...(document.hasSource ? ['source'] : []),
    ...(document.hasAttachment === true ? ['attachment'] : []),
    ...(document.hasNotes === true ? ['notes'] : []),
    ...(document.tags.length > 0 ? ['tag'] : []),
    ...(document.themes.length > 0 ? ['theme'] : []),
    ...(document.region !== '' ? ['region'] : []),
    ...(document.period !== '' ? ['period'] : []),
    ...(document.hasConflict === true ? ['conflict'] : []),
  ]
}

/** Years of the period; a case without one has the years that its texts name. */
function yearSpans({ period, fields }: SearchDocument): YearSpan[] {
  const spans: YearSpan[] = []
  for (const [, from, to, open] of normalise(period).matchAll(YEAR_RANGE)) {
    spans.push({ from: Number(from), to: open !== undefined ? Number.POSITIVE_INFINITY : Number(to ?? from) })
  }
  if (spans.length > 0) return spans
  const years = new Set<number>()
  for (const { text } of fields) {
    if (!MAY_NAME_A_YEAR.test(text)) continue
    for (const [, year] of normalise(text).matchAll(YEAR_IN_TEXT)) years.add(Number(year))
  }
  return [...years].map((year) => ({ from: year, to: year }))
}
