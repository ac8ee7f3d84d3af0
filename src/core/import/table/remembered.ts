import { AppError, ColumnUse } from '#api'
import * as z from 'zod'
import type { AppContext } from '../../context'
import { DELETED, fieldValue, type Write } from '../../library'
import type { ReadDocument, TableContent } from '../document'
import { nameOfContent } from '../duplicates'
import { casesOfTables } from './cases'
import type { Mapping } from './mapping'

/** One record in each library, under the same id, so that merging joins what two people chose. */
const ID = '01900000-0000-7000-8000-0000000c0175'
const KIND = 'columns'

/** Mappings by the headings they were made for. */
export type RememberedColumns = Readonly<Record<string, Mapping>>

/** How the columns of tables were mapped by hand in this library. */
export function rememberedColumns({ library }: Pick<AppContext, 'library'>): RememberedColumns {
  const record = library.live(ID, KIND)
  if (record === undefined) return {}
  return Object.fromEntries(Object.keys(record.fields).flatMap((field) => {
    const mapping = field === DELETED ? undefined : z.array(ColumnUse).safeParse(fieldValue(record, field)).data
    return mapping === undefined ? [] : [[field, mapping]]
  }))
}

/** The writes that keep what was chosen for the columns of these documents, for tables with the same headings. */
export function columnWrites(documents: readonly ReadDocument[]): Write[] {
  const write = (field: string, value: Write['value']): Write => ({ record: ID, kind: KIND, field, value })
  const chosen = documents.flatMap(({ tables = [] }) => tables.filter((table) => table.chosen === true && table.headings.length > 0))
  const kept = new Map(chosen.map(({ headings, mapping }) => [fieldFor(headings), mapping.map((use) => ({ ...use }))]))
  return kept.size === 0 ? [] : [write(DELETED, false), ...Array.from(kept, ([field, mapping]) => write(field, mapping))]
}

/** A document whose tables are mapped as a person once mapped tables with the same headings. */
export function remembered(document: ReadDocument, columns: RememberedColumns): ReadDocument {
  const tables = document.tables?.map((table): TableContent => {
    const mapping = table.headings.length === 0 ? undefined : columns[fieldFor(table.headings)]
    return mapping?.length === table.mapping.length ? { ...table, mapping, remembered: true } : table
  })
  return tables === undefined || !tables.some((table) => table.remembered === true) ? document : { ...document, ...casesOfTables(tables) }
}

/**
 * A document with one of its tables mapped otherwise.
 * @throws AppError INVALID_INPUT where it has no such table, or the table another number of columns.
 */
export function remapped(document: ReadDocument, index: number, mapping: Mapping): ReadDocument {
  const { tables = [] } = document
  if (tables[index]?.mapping.length !== mapping.length) throw new AppError('INVALID_INPUT', { detail: 'columns' })
  return { ...document, ...casesOfTables(tables.map((table, position) => (position === index ? { ...table, mapping, remembered: true, chosen: true } : table))) }
}

function fieldFor(headings: readonly string[]): string {
  return `tables/${nameOfContent(headings.map((heading) => heading.replace(/\s+/gu, ' ').trim()).join('\n'))}`
}
