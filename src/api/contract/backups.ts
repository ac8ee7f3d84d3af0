import * as z from 'zod'
import { method, Change } from './base'

/** Why a backup was made: asked for, by the clock, or before something large. */
export const BackupReason = z.enum(['manual', 'timed', 'import', 'merge', 'restore', 'delete', 'purge', 'migration'])
export type BackupReason = z.infer<typeof BackupReason>

export const Backup = z.object({
  /** File name within the library's backup folder. */
  name: z.string(),
  createdAt: z.string(),
  reason: BackupReason,
  bytes: z.number().int(),
  cases: z.number().int(),
  /** The last command that is in it; 0 where its first line is damaged. */
  seq: z.number().int(),
  /** `damaged`: its content does not have the checksum it was written with, and it cannot be restored. */
  state: z.enum(['good', 'damaged']),
})
export type Backup = z.infer<typeof Backup>

/** Some cases by name, and how many there are in all. */
export const CaseNames = z.object({ total: z.number().int(), cases: z.array(z.object({ id: z.string(), title: z.string() })) })
export type CaseNames = z.infer<typeof CaseNames>

/** What restoring a backup would do to the library as it is now. */
export const BackupPreview = z.object({
  /** Cases in the backup, all told. */
  cases: z.number().int(),
  /** Cases that are not here now and would come back. */
  returning: CaseNames,
  /** Cases that are here now and would be gone. */
  going: CaseNames,
  /** Cases that would be as they were. */
  changing: CaseNames,
  /** Collections, themes and coded passages that would come, go or change. */
  others: z.number().int(),
})
export type BackupPreview = z.infer<typeof BackupPreview>

const Name = z.object({ name: z.string() })

export const backups = {
  /** Newest first, each verified. */
  list: method.output(z.array(Backup)),
  create: method.output(Backup),
  preview: method.input(Name).output(BackupPreview),
  /** Makes the library equal to the backup by one command, which can be undone; a backup of the present state comes first. */
  restore: method.input(Name).output(z.object({ change: Change.nullable(), cases: z.number().int() })),
}
