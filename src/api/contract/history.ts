import * as z from 'zod'
import { SectionRole, Source } from '../entities'
import { Change, method } from './base'

/** One command, newest first in lists. `name` is a key of the texts in `i18n/` under `commands`. */
export const HistoryEntry = z.object({
  commandId: z.string(),
  name: z.string(),
  at: z.string(),
  caseIds: z.array(z.string()),
  changes: z.array(z.object({ id: z.string(), kind: z.string(), field: z.string(), old: z.unknown(), new: z.unknown() })),
  /** The command this one took back, for undo and redo. */
  undoes: z.string().optional(),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

/** The case before it was there: everything is added against it. */
export const VERSION_NONE = 'none'
/** The case as it is now. */
export const VERSION_NOW = 'now'
/** The oldest state that is known, where the journal does not reach back to the case's beginning. */
export const VERSION_EARLIEST = 'earliest'

/** A state of a case: the one behind the command it is named by. */
export const CaseVersion = z.object({
  /** The id of the command, or VERSION_EARLIEST. */
  commandId: z.string(),
  /** Key of the texts under `commands`. */
  name: z.string(),
  /** Empty for VERSION_EARLIEST. */
  at: z.string(),
  device: z.string(),
  /** It was done on this device. */
  own: z.boolean(),
  /** What the command wrote to the case, as `title`, `tags/<label>`, `sections/<id>/text`. */
  fields: z.array(z.string()),
  /** The command this one took back, for undo and redo, and its name. */
  undoes: z.object({ commandId: z.string(), name: z.string() }).nullable(),
  /** The case was deleted, or stayed so. */
  deleted: z.boolean(),
})
export type CaseVersion = z.infer<typeof CaseVersion>

/** A stretch of a text that two versions have in common, or that only the later or the earlier one has. */
export const TextPiece = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })
export type TextPiece = z.infer<typeof TextPiece>

/** A text in both versions; `pieces` in the order of reading, removed before added. */
export const TextDiff = z.object({ old: z.string(), new: z.string(), pieces: z.array(TextPiece) })
export type TextDiff = z.infer<typeof TextDiff>

export const SectionDiff = z.object({
  id: z.string(),
  /** `moved`: its place among the others changed, and perhaps more. */
  state: z.enum(['added', 'removed', 'moved', 'changed']),
  role: z.object({ old: SectionRole.nullable(), new: SectionRole.nullable() }),
  heading: TextDiff,
  text: TextDiff,
  /** Places counted from 1, or null where it is not there. */
  position: z.object({ old: z.number().int().nullable(), new: z.number().int().nullable() }),
})
export type SectionDiff = z.infer<typeof SectionDiff>

/** What differs between two versions of a case; what is the same is left out. */
export const CaseDiff = z.object({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  fields: z.array(TextDiff.extend({ field: z.enum(['title', 'organisation', 'modelName', 'region', 'period', 'notes']) })),
  /** In the order of the later version; a removed one stands where it was. */
  sections: z.array(SectionDiff),
  tags: z.object({ added: z.array(z.string()), removed: z.array(z.string()) }),
  sources: z.object({ added: z.array(Source), removed: z.array(Source) }),
  /** By their names. */
  attachments: z.object({ added: z.array(z.string()), removed: z.array(z.string()) }),
  /** Fields that differ and are not shown in detail: `original`, `proposed/<field>`, `repairs/<id>`, those of a later program. */
  others: z.array(z.string()),
  /** Whether the case was deleted in either. */
  deleted: z.object({ old: z.boolean(), new: z.boolean() }),
})
export type CaseDiff = z.infer<typeof CaseDiff>

export const history = {
  undo: method.output(z.object({ name: z.string(), change: Change })),
  redo: method.output(z.object({ name: z.string(), change: Change })),
  list: method
    .input(z.object({ id: z.string().optional(), limit: z.number().int().positive().max(10_000).default(200) }))
    .output(z.array(HistoryEntry)),
  /** Every state a case has had, newest first; of deleted cases too. */
  versions: method.input(z.object({ id: z.string() })).output(z.array(CaseVersion)),
  /**
   * What differs between two versions: ids of commands, or VERSION_NONE, VERSION_EARLIEST, VERSION_NOW.
   * Fails with VERSION_NOT_FOUND where the case has no such version.
   */
  diff: method
    .input(z.object({ id: z.string(), from: z.string(), to: z.string().default(VERSION_NOW) }))
    .output(CaseDiff),
  /** Gives the case the content it had in that version, by one command; `change: null` where it has it already. */
  restore: method.input(z.object({ id: z.string(), version: z.string() })).output(z.object({ change: Change.nullable() })),
}
