import type { SearchDocument } from './engine'

/** What kind of field a spot is in, the most telling first. */
export const NAME = 0
export const ORGANISATION = 1
export const LABEL = 2
export const TEXT = 3

export interface LaidField {
  field: string
  text: string
  /** Offset in the laid-out text. */
  start: number
}

/**
 * A document's fields in one text, names first, with a border before, between and after them: a term is looked for once,
 * and where it stands says at once whether it is in a name. The folded text is as long as the original.
 */
export interface Layout {
  fields: LaidField[]
  /** Where the fields of each rank but the last end. */
  ends: [name: number, organisation: number, label: number]
  /** Of the whole, borders included. */
  length: number
}

/** A stretch of the laid-out text. */
export interface Spot {
  start: number
  end: number
}

/** The fields with their places, and where those of each rank end. */
export function layFields(document: SearchDocument): Layout {
  const fields: LaidField[] = []
  const ends: Layout['ends'] = [1, 1, 1]
  let length = 1
  const add = (field: string, text: string) => {
    fields.push({ field, text, start: length })
    length += text.length + 1
  }
  // The title is always the first field, so that it is known by its place.
  if (!document.fields.some(({ field }) => field === 'title')) add('title', '')
  const ranks = document.fields.map(({ field }) => rankOf(field))
  for (let rank = NAME; rank <= TEXT; rank++) {
    for (const [index, { field, text }] of document.fields.entries()) if (ranks[index] === rank) add(field, text)
    for (let later = rank; later < TEXT; later++) ends[later] = length
  }
  return { fields, ends, length }
}

function rankOf(field: string): number {
  switch (field) {
    case 'title':
    case 'modelName':
      return NAME
    case 'organisation':
      return ORGANISATION
    case 'region':
      return LABEL
    default:
      return field.startsWith('tags/') ? LABEL : TEXT
  }
}

/** The field that holds an offset of the laid-out text. */
export function fieldAt(fields: LaidField[], offset: number): LaidField {
  let low = 0
  let high = fields.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (fields[middle]!.start <= offset) low = middle
    else high = middle - 1
  }
  return fields[low]!
}

/** The original characters of a spot. */
export function originalOf(fields: LaidField[], spot: Spot): string {
  const field = fieldAt(fields, spot.start)
  return field.text.slice(spot.start - field.start, spot.end - field.start)
}
