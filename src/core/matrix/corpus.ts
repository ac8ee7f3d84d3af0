import type { Case, Fact } from '#api'
import { fieldsOf, type CaseFacts } from '../coding'
import { fold } from '../text'

export interface Place {
  caseId: string
  field: string
  start: number
  end: number
}

interface CorpusField {
  field: string
  text: string
  /** Offset in the case's joined text. */
  start: number
}

/** A case's compared texts, joined, folded and without quotation marks, so that 「五同等」 and 五同等 are the same. */
export interface CorpusCase {
  id: string
  fields: CorpusField[]
  bare: string
  /** For each offset of `bare`, the offset in the joined texts. */
  offsets: Uint32Array
  facts: Fact[]
}

const BORDER = '\n'
const COMPARED = /^(sections\/|title$|modelName$)/
const QUOTATION_MARKS = /[“”‘’「」『』《》"']/g
const DROPPED = /[“”‘’"'《》 \t]/

export function corpusOf(cases: Case[], known: Pick<CaseFacts, 'of'>): CorpusCase[] {
  return cases.map((item) => {
    const fields: CorpusField[] = []
    let start = 0
    for (const { field, text } of fieldsOf(item)) {
      if (text === '' || !COMPARED.test(field)) continue
      fields.push({ field, text, start })
      start += text.length + BORDER.length
    }
    return { id: item.id, fields, ...bareOf(fold(fields.map(({ text }) => text).join(BORDER))), facts: known.of(item) }
  })
}

function bareOf(folded: string): { bare: string; offsets: Uint32Array } {
  const offsets = new Uint32Array(folded.length)
  const kept: string[] = []
  for (let at = 0; at < folded.length; at++) {
    if (DROPPED.test(folded[at]!)) continue
    offsets[kept.length] = at
    kept.push(folded[at]!)
  }
  return { bare: kept.join(''), offsets }
}

/** Offsets in the bare text where the folded term stands. */
export function occurrences({ bare }: CorpusCase, term: string): number[] {
  const found: number[] = []
  for (let at = bare.indexOf(term); at >= 0; at = bare.indexOf(term, at + term.length)) found.push(at)
  return found
}

/** The place in the original field of a stretch of the bare text. */
export function placeAt({ id, fields, offsets }: CorpusCase, bareStart: number, bareEnd: number): Place {
  const start = offsets[bareStart]!
  const end = offsets[bareEnd - 1]! + 1
  const field = fields.findLast((each) => each.start <= start)!
  return { caseId: id, field: field.field, start: start - field.start, end: end - field.start }
}

/** The original characters of a place, without quotation marks. */
export function originalAt({ fields }: CorpusCase, place: Place): string {
  return fields.find(({ field }) => field === place.field)!.text.slice(place.start, place.end).replace(QUOTATION_MARKS, '')
}
