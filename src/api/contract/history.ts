import * as z from 'zod'
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

export const history = {
  undo: method.output(z.object({ name: z.string(), change: Change })),
  redo: method.output(z.object({ name: z.string(), change: Change })),
  list: method
    .input(z.object({ id: z.string().optional(), limit: z.number().int().positive().max(10_000).default(200) }))
    .output(z.array(HistoryEntry)),
}
