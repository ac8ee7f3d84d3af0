import { eventIterator } from '@orpc/contract'
import * as z from 'zod'
import { ContentCount, ContentRemark } from './attachments'
import { Change, method, Progress, Selection } from './base'
import { ConflictNames } from './conflicts'
import { Script } from './script'

/** `converts`: the format can be had in either script; others carry the texts as they are stored. */
export const ExportFormat = z.object({ id: z.string(), extensions: z.array(z.string()), mime: z.string(), converts: z.boolean() })
export type ExportFormat = z.infer<typeof ExportFormat>

/** `remarks`: which attachments went into a bundle without their content although they were to go along. */
export const ExportResult = z.object({ file: z.file(), format: z.string(), cases: z.number().int(), remarks: z.array(ContentRemark) })
export type ExportResult = z.infer<typeof ExportResult>

export const exports = {
  formats: method.output(z.array(ExportFormat)),
  /** What a bundle of the selection would carry of attachments, and what of them it would leave out. */
  attachments: method.input(Selection).output(ContentCount.extend({ remarks: z.array(ContentRemark) })),
  /** `attachments`: a bundle carries their contents too, up to LARGEST_BUNDLED; other formats never do. `language` is that of the words the program adds (headings, labels); `script` that of all text, in formats that convert. */
  create: method
    .input(Selection.extend({
      format: z.string(),
      title: z.string().max(200).optional(),
      language: z.enum(['zh-Hans', 'zh-Hant', 'en']).default('zh-Hans'),
      attachments: z.boolean().default(true),
      script: Script.default('asWritten'),
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
   * nothing new in them. `again` writes them once more, as changes made here. `contents` are those
   * that come and were not here; they stay when the merge is undone. `remarks` are of attachments that come without.
   */
  merge: method
    .input(z.object({ file: z.file(), dryRun: z.boolean().default(false), again: z.boolean().default(false) }))
    .output(z.object({
      added: z.number().int(), updated: z.number().int(), unchanged: z.number().int(), takenBack: z.number().int(),
      contents: ContentCount, remarks: z.array(ContentRemark),
      conflicts: z.array(MergeConflict.extend(ConflictNames.shape)), change: Change.nullable(),
    })),
}
