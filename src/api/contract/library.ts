import * as z from 'zod'
import { method, Change } from './base'
import { OcrScript } from './imports'
import { Script } from './script'

/** What can be wrong with a library's files or records; the words for each are in `i18n/`. */
export const ProblemCode = z.enum([
  'JOURNAL_TAIL_CUT', 'JOURNAL_DAMAGED', 'JOURNAL_GAP', 'JOURNAL_FOREIGN', 'SNAPSHOT_DAMAGED', 'SNAPSHOT_MISSING', 'CASE_WITHOUT_TITLE',
  'BACKUP_DAMAGED', 'ATTACHMENT_MISSING', 'ATTACHMENT_DAMAGED', 'ATTACHMENT_UNUSED', 'ATTACHMENT_NOT_HERE',
])
export type ProblemCode = z.infer<typeof ProblemCode>

/** `detail` names the place: a file and its bytes, a number of commands, a case's id, or an attachment. */
export const Problem = z.object({ code: ProblemCode, detail: z.string() })
export type Problem = z.infer<typeof Problem>

/** What a host can do; a view asks for these and never for the host's name. */
export const Capabilities = z.object({
  /** The library can be changed. */
  write: z.boolean(),
  import: z.boolean(),
  /** What pages that are pictures can be recognised in; empty where they cannot. */
  ocrScripts: z.array(OcrScript),
  /** Formats that can be exported to. */
  exportFormats: z.array(z.string()),
  /** The bridge offers the operating system's own dialogs. */
  nativeDialogs: z.boolean(),
  /** Where a page gets an attachment as a download: `<address>/<case id>/<attachment id>`; empty where it cannot. */
  attachmentAddress: z.string(),
})
export type Capabilities = z.infer<typeof Capabilities>

export const LibraryStatus = z.object({
  libraryId: z.string(),
  version: z.string(),
  /** Where the library lies, to be shown; empty in the reader. */
  location: z.string(),
  cases: z.number().int(),
  /** Deleted cases that can be restored. */
  trashed: z.number().int(),
  capabilities: Capabilities,
  readOnly: z.object({ code: z.enum(['LIBRARY_IN_USE', 'READ_ONLY', 'DISK_FULL', 'WRITE_FAILED']), holder: z.string() }).nullable(),
  /** What opening the library had to repair; empty after a clean start. */
  recovery: z.array(Problem),
  /** Where damaged files are kept aside, to be shown; empty where there are no files. */
  damagedLocation: z.string(),
  /** Why the last backup that was to be made by itself was not; null where it was. */
  backupFailure: z.object({ code: z.enum(['READ_ONLY', 'DISK_FULL', 'WRITE_FAILED']) }).nullable(),
  undo: z.object({ name: z.string() }).nullable(),
  redo: z.object({ name: z.string() }).nullable(),
})
export type LibraryStatus = z.infer<typeof LibraryStatus>

const preferences = {
  language: z.enum(['system', 'zh-Hans', 'zh-Hant', 'en']),
  appearance: z.enum(['system', 'light', 'dark']),
  /** In which script cases are shown. */
  script: Script,
  /** Widths of the sidebar and the list, in CSS pixels. */
  panes: z.object({ sidebar: z.number(), list: z.number() }),
  /** What was searched for, the latest first. */
  recentQueries: z.array(z.string().max(200)).max(20),
}

/** Interface choices of this installation, kept beside the library but never part of it. */
export const Preferences = z.object({
  language: preferences.language.default('zh-Hans'),
  appearance: preferences.appearance.default('system'),
  script: preferences.script.default('asWritten'),
  panes: preferences.panes.default({ sidebar: 232, list: 360 }),
  recentQueries: preferences.recentQueries.default([]),
})
export type Preferences = z.infer<typeof Preferences>

export const library = {
  status: method.output(LibraryStatus),
  /** Adds the sample cases that the library does not hold yet; one undo step. */
  addSample: method.output(z.object({ added: z.number().int(), change: Change.nullable() })),
  /** The user has read what opening had to repair: no window of this start shows it again. */
  dismissRecovery: method.output(z.object({ dismissed: z.number().int() })),
  /** Verifies journal, every record, every backup and every attachment. Content that nothing refers to, and content that never came here, is told of and is no damage. */
  check: method.output(z.object({ ok: z.boolean(), problems: z.array(Problem) })),
  preferences: method.output(Preferences),
  /** Changes only what is given: a default here would put back every choice that is not. */
  setPreferences: method.input(z.object(preferences).partial()).output(Preferences),
}
