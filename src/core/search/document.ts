import type { SearchDocument } from './engine'
import { FIELD_BORDER, normalise } from './normalise'

export interface IndexedField {
  field: string
  text: string
  /** Offset of the field in the document's folded text. */
  start: number
  /** 0..1: how much a find in this field says about the case. */
  weight: number
  /** Short fields carry names; only they are searched by initials. */
  isName: boolean
}

/** A document with all of its fields folded into one text, so that a term is looked for once. */
export interface IndexedDocument {
  document: SearchDocument
  fields: IndexedField[]
  folded: string
  filters: { tags: string[]; themes: string[]; region: string; years: YearSpan[] }
}

export interface YearSpan {
  from: number
  to: number
}

/** A stretch of a document's folded text. */
export interface Spot {
  start: number
  end: number
}

const WEIGHTS: Record<string, number> = { title: 1, modelName: 1, organisation: 0.9, tags: 0.85, region: 0.7, notes: 0.4, sources: 0.3, period: 0.3 }
const HEADING_WEIGHT = 0.6
const TEXT_WEIGHT = 0.5
const NAMES = new Set(['title', 'modelName', 'organisation', 'tags', 'region'])

export function indexDocument(document: SearchDocument): IndexedDocument {
  const parts = [FIELD_BORDER]
  const fields: IndexedField[] = []
  let length = 1
  for (const { field, text } of document.fields) {
    const name = field.split('/', 1)[0]!
    const weight = WEIGHTS[name] ?? (field.endsWith('/heading') ? HEADING_WEIGHT : TEXT_WEIGHT)
    fields.push({ field, text, start: length, weight, isName: NAMES.has(name) })
    parts.push(normalise(text), FIELD_BORDER)
    length += text.length + 1
  }
  const folded = parts.join('')
  return {
    document, fields, folded,
    filters: {
      tags: document.tags.map(normalise),
      themes: document.themes.map(normalise),
      region: normalise(document.region),
      years: yearSpans(normalise(document.period), folded),
    },
  }
}

/** The field that holds an offset of the folded text. */
export function fieldAt(indexed: IndexedDocument, offset: number): IndexedField {
  let low = 0
  let high = indexed.fields.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (indexed.fields[middle]!.start <= offset) low = middle
    else high = middle - 1
  }
  return indexed.fields[low]!
}

/** The original characters of a spot. */
export function originalOf(indexed: IndexedDocument, spot: Spot): string {
  const field = fieldAt(indexed, spot.start)
  return field.text.slice(spot.start - field.start, spot.end - field.start)
}

const YEAR_RANGE = /(?<!\d)((?:19|20)\d\d)(?!\d)年?(?:\s*(?:[-–—~～至到]{1,2})\s*(?:((?:19|20)\d\d)(?!\d)|(今|现在|now|present)))?/g
const YEAR_IN_TEXT = /(?<!\d)((?:19|20)\d\d)(?:年|[-–—]{1,2}(?=(?:19|20)\d\d年))/g

/** Years of the period; a case without one has the years that its text names. */
function yearSpans(period: string, folded: string): YearSpan[] {
  const spans: YearSpan[] = []
  for (const [, from, to, open] of period.matchAll(YEAR_RANGE)) {
    spans.push({ from: Number(from), to: open !== undefined ? Number.POSITIVE_INFINITY : Number(to ?? from) })
  }
  if (spans.length > 0) return spans
  for (const [, year] of folded.matchAll(YEAR_IN_TEXT)) spans.push({ from: Number(year), to: Number(year) })
  return spans
}
