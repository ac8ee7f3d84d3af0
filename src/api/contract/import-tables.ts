import * as z from 'zod'
import { SectionRole } from '../entities'

/** What a column of a table says about the case of its row. */
export const ColumnUse = z.discriminatedUnion('field', [
  z.object({ field: z.enum(['id', 'title', 'organisation', 'modelName', 'region', 'province', 'city', 'period', 'tags', 'sources', 'notes']) }),
  z.object({ field: z.literal('section'), role: SectionRole, heading: z.string().max(200) }),
  /** Kept with the original, in no field of the case. */
  z.object({ field: z.literal('none') }),
])
export type ColumnUse = z.infer<typeof ColumnUse>

/** A table of a file, whose rows are cases. */
export const PreviewTable = z.object({
  /** A sheet's name; empty where the file has but one table. */
  name: z.string(),
  rows: z.number().int(),
  columns: z.array(z.object({
    heading: z.string(),
    use: ColumnUse,
    /** What its first filled cells hold, as written. */
    samples: z.array(z.string()),
  })),
  /** The columns are as a person once chose for a table with these headings. */
  remembered: z.boolean(),
})
export type PreviewTable = z.infer<typeof PreviewTable>
