import { eventIterator } from '@orpc/contract'
import * as z from 'zod'
import { Change, method, Progress, Selection } from './base'

export const ExportFormat = z.object({ id: z.string(), extensions: z.array(z.string()), mime: z.string() })
export type ExportFormat = z.infer<typeof ExportFormat>

export const ExportResult = z.object({ file: z.file(), format: z.string(), cases: z.number().int() })
export type ExportResult = z.infer<typeof ExportResult>

export const exports = {
  formats: method.output(z.array(ExportFormat)),
  /** `language` is that of the words the program adds (headings, labels); the cases' own text is never converted. */
  create: method
    .input(Selection.extend({
      format: z.string(),
      title: z.string().max(200).optional(),
      language: z.enum(['zh-Hans', 'zh-Hant', 'en']).default('zh-Hans'),
    }))
    .output(eventIterator(Progress, ExportResult)),
}

export const MergeConflict = z.object({ id: z.string(), field: z.string(), mine: z.unknown(), theirs: z.unknown(), kept: z.enum(['mine', 'theirs']) })
export type MergeConflict = z.infer<typeof MergeConflict>

export const bundles = {
  /** Merges a bundle by the stamps of its fields; one undo step. Counts are of records. */
  merge: method
    .input(z.object({ file: z.file(), dryRun: z.boolean().default(false) }))
    .output(z.object({
      added: z.number().int(), updated: z.number().int(), unchanged: z.number().int(),
      conflicts: z.array(MergeConflict), change: Change.nullable(),
    })),
}
