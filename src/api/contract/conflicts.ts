import * as z from 'zod'
import { Conflict, ConflictVersion, SectionRole } from '../entities'
import { Change, method } from './base'
import { TextPiece } from './history'

/** What the ids in a conflict's field stand for. */
export const ConflictNames = z.object({
  kind: z.string(),
  /** Title of the case, name of the collection or theme, words of the passage. */
  title: z.string(),
  /** The case a passage belongs to; the case itself. */
  caseId: z.string().nullable(),
  /** For `sections/<id>…`: which section that is. */
  section: z.object({ role: SectionRole, heading: z.string() }).optional(),
  /** For `themes/<id>` and `cases/<id>`: the name of the theme or the title of the case. */
  member: z.string().optional(),
})
export type ConflictNames = z.infer<typeof ConflictNames>

/** One conflict of any record, ready to be shown. `pieces`: for texts, what differs from the one shown to the other. */
export const OpenConflict = Conflict.extend(ConflictNames.shape).extend({
  id: z.string(),
  others: z.array(ConflictVersion.extend({ pieces: z.array(TextPiece).optional() })).min(1),
})
export type OpenConflict = z.infer<typeof OpenConflict>

export const conflicts = {
  /** Every conflict that has not been settled, cases first and by title, or those of one record; `device` is this library's. */
  list: method
    .input(z.object({ id: z.string().optional() }))
    .output(z.object({ device: z.string(), conflicts: z.array(OpenConflict) })),
  /**
   * Settles one conflict: the version taken, or without `take` the one shown, is written anew and has seen all others, so
   * that the conflict ends in every library. For a record or section that one deleted and another edited, to take the
   * deletion deletes it after all. Fails with CONFLICT_NOT_FOUND where there is no such conflict or version (any more).
   */
  settle: method
    .input(z.object({ id: z.string(), field: z.string(), take: ConflictVersion.pick({ device: true, time: true }).optional() }))
    .output(z.object({ change: Change.nullable() })),
  /**
   * Settles every conflict of the records named, or of the whole library, as one step: by what is shown, by what was
   * written here, or by what was written elsewhere (the latest); what that side did not write stays as it is shown.
   */
  settleAll: method
    .input(z.object({ ids: z.array(z.string()).optional(), side: z.enum(['shown', 'mine', 'theirs']) }))
    .output(z.object({ settled: z.number().int(), change: Change.nullable() })),
}
