import { eventIterator } from '@orpc/contract'
import * as z from 'zod'
import { Change, method, Progress, Selection } from './base'
import { ConflictNames } from './conflicts'

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

/** A field on which a bundle and this library differ; `field` is named as in a case's `conflicts`. */
export const MergeConflict = z.object({
  id: z.string(), field: z.string(), mine: z.unknown(), theirs: z.unknown(), kept: z.enum(['mine', 'theirs']),
})
export type MergeConflict = z.infer<typeof MergeConflict>

export const bundles = {
  /**
   * Merges a bundle by the stamps of its fields; one undo step. Counts are of records. `takenBack` counts the fields that
   * a merge of these changes wrote and an undo took back, and that nobody has touched since: a further merge finds
   * nothing new in them. `again` writes them once more, as changes made here.
   */
  merge: method
    .input(z.object({ file: z.file(), dryRun: z.boolean().default(false), again: z.boolean().default(false) }))
    .output(z.object({
      added: z.number().int(), updated: z.number().int(), unchanged: z.number().int(), takenBack: z.number().int(),
      conflicts: z.array(MergeConflict.extend(ConflictNames.shape)), change: Change.nullable(),
    })),
}
