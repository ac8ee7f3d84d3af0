import * as z from 'zod'
import { method } from './base'

/** `role:highlight`, `fact:honour`, `field:region`, `theme:<id>`. */
export const RowId = z.string().regex(/^(role|fact|field|theme):.+$/)
export type RowId = z.infer<typeof RowId>

export const CellPassage = z.object({
  id: z.string(),
  text: z.string(),
  field: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  origin: z.enum(['coded', 'suggested']),
})
export type CellPassage = z.infer<typeof CellPassage>

export const Cell = z.object({
  caseId: z.string(),
  summary: z.string(),
  passages: z.array(CellPassage),
})
export type Cell = z.infer<typeof Cell>

export const Row = z.object({
  kind: z.enum(['role', 'fact', 'field', 'theme']),
  id: z.string(),
  /** The label in the source's own words, or empty where the interface's word for `id` is to be shown. */
  label: z.string(),
  cells: z.array(Cell),
})
export type Row = z.infer<typeof Row>

/** Where a term stands, so that a view can mark it: `places` are offsets into the named fields of a case. */
const Place = z.object({ caseId: z.string(), field: z.string(), start: z.number().int(), end: z.number().int() })

export const Comparison = z.object({
  cases: z.array(z.object({ id: z.string(), title: z.string(), organisation: z.string(), modelName: z.string() })),
  rows: z.array(Row),
  /** Terms that at least two of the cases have, best first. */
  shared: z.array(z.object({ term: z.string(), caseIds: z.array(z.string()), places: z.array(Place) })),
  /** Terms that only one of the cases has, best first. */
  unique: z.array(z.object({ term: z.string(), caseId: z.string(), places: z.array(Place) })),
})
export type Comparison = z.infer<typeof Comparison>

export const matrix = {
  /** Two to twelve cases. Without `rows`: highlight, features, region, honours, named practices. */
  compare: method
    .input(z.object({ ids: z.array(z.string()), rows: z.array(RowId).optional() }))
    .output(Comparison),
}
