import * as z from 'zod'
import { Change, method } from './base'

/** A deleted case that can be restored. */
export const TrashedCase = z.object({
  id: z.string(),
  title: z.string(),
  organisation: z.string(),
  excerpt: z.string(),
  deletedAt: z.string(),
  /** The device that deleted it. */
  device: z.string(),
  /** It was deleted on this device. */
  own: z.boolean(),
  /** What deleted it, as a key of the texts under `commands`; null where the journal no longer knows. */
  command: z.object({ commandId: z.string(), name: z.string() }).nullable(),
})
export type TrashedCase = z.infer<typeof TrashedCase>

const Ids = z.object({ ids: z.array(z.string()).min(1) })

export const trash = {
  /** The cases deleted last come first. */
  list: method.output(z.array(TrashedCase)),
  /** Takes cases out of the trash again; one command. Fails with NOT_IN_TRASH and changes nothing where one is not in it. */
  restore: method.input(Ids).output(z.object({ change: Change })),
  /**
   * Destroys deleted cases for good: their content leaves snapshot and journal, with the passages coded in them. Cannot be
   * undone. Backups hold them until they are rotated. Fails with NOT_IN_TRASH and changes nothing where one is not in it.
   * Not `finished` where the disk failed on the way: they are gone from view, and from the files at the next start.
   * `attachmentsKept`: a backup cannot be read, so that it is not known which contents it needs, and all of them stay.
   */
  purge: method.input(Ids).output(z.object({ purged: z.number().int(), finished: z.boolean(), attachmentsKept: z.boolean() })),
}
