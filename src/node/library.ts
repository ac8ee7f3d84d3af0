import { promises as fs } from 'node:fs'
import path from 'node:path'
import { createRouterClient } from '@orpc/server'
import { v7 } from 'uuid'
import { AppError, type Client, type Problem } from '#api'
import { createApp, type App } from '#core/app'
import type { Migrations } from '#core/library/migrations'
import type { HostFacts, LogPort } from '#core/ports'
import { createLibrary, findLibrary, takeLock, type Access, type FoundLibrary } from './access'
import { BatchFolder } from './batches'
import { AttachmentFolder } from './attachments/store'
import { BackupFolder } from './backups/backups'
import { repeat, systemWait, type Wait } from './backups/timer'
import { deviceOf } from './device'
import { nodeDisk, type Disk } from './disk'
import { openFailure, writeFailure } from './failures'
import { inspect } from './inspect'
import { Journal } from './journal/journal'
import { layoutOf, type Layout } from './layout'
import { PreferencesFile } from './preferences'
import { ParsingThread } from './parsing/thread'
import { recogniser } from './ocr'
import { PdfReader } from './pdf/reader'
import { ProgramResources } from './resources'
import { SnapshotStore } from './snapshot/store'
import { removeUnfinished } from './unfinished'

export interface OpenOptions {
  directory: string
  /** `always` wants a folder without a library in it and fails with LIBRARY_EXISTS where there is one. */
  create: 'never' | 'ifMissing' | 'always'
  nativeDialogs: boolean
  /** How long to wait for another process that has the library, in milliseconds, before it is opened read-only; 0 unless given. */
  patience?: number
  /** Told once who has the library when the waiting begins. */
  waiting?(holder: string): void
  /** Backups every 15 minutes, for a program that stays open; a `Wait` takes the place of the system's timer. */
  timedBackups?: boolean | Wait
  /** Where this host serves attachments to a page; none unless given. */
  attachmentAddress?: string
  version?: string
  log?: LogPort
  /** Another implementation of the file operations behind every durable write. */
  disk?: Disk
  /** Other steps from earlier schemas than the program's own. */
  migrations?: Migrations
}

export interface OpenLibrary {
  router: App['router']
  /** The contract, called in process. */
  client: Client
  directory: string
  /** Why nothing can be written, as of now. */
  readonly readOnly: HostFacts['readOnly']
  /** Why the last backup that was to be made by itself was not. */
  readonly backupFailure: HostFacts['backupFailure']
  /** Waits for changes under way, writes the snapshot if that is worth its time, and lets others have the library. */
  close(): Promise<void>
}

/**
 * Opens the library in a folder, repairing what a crash left behind. A library that another process writes, or a folder
 * that cannot be written, opens read-only; so does one whose repair a full disk has no room for.
 * @throws AppError LIBRARY_NOT_FOUND, NOT_A_LIBRARY, LIBRARY_EXISTS, LIBRARY_NEWER or LIBRARY_DAMAGED; no file in the folder is then changed.
 */
export async function openLibrary(options: OpenOptions): Promise<OpenLibrary> {
  const layout = layoutOf(path.resolve(options.directory))
  const found = await findLibrary(layout, options.create)
  if (found === null) await fs.mkdir(layout.directory, { recursive: true }).catch((cause: unknown) => { throw writeFailure(cause) })
  const access = await takeLock(layout, found, options)
  try {
    return await openWith(options, layout, found, access)
  } catch (cause) {
    await access.lock?.release()
    const failure = openFailure(cause)
    // What a crash left cannot be tidied up without room, but all of it can be read.
    if (found !== null && access.lock !== null && failure instanceof AppError && failure.code === 'DISK_FULL') {
      return openWith(options, layout, found, { lock: null, tookOver: false, readOnly: { code: 'DISK_FULL', holder: '' } })
    }
    throw failure
  }
}

async function openWith(options: OpenOptions, layout: Layout, found: FoundLibrary | null, { lock, tookOver, readOnly }: Access): Promise<OpenLibrary> {
  const { disk = nodeDisk } = options
  const { directory } = layout
  const { libraryId, epoch } = found ?? await createLibrary(layout, disk, readOnly)
  if (lock !== null) await removeUnfinished([directory, layout.journal, layout.backups])
  const recovery: Problem[] = []
  const host: HostFacts = {
    version: options.version ?? '', location: directory, device: await deviceOf(disk, layout, readOnly === null),
    nativeDialogs: options.nativeDialogs, attachmentAddress: options.attachmentAddress ?? '', readOnly, recovery,
    damagedLocation: layout.damaged, backupFailure: null,
  }
  let isOpening = true
  const report = (problem: Problem) => {
    if (isOpening) recovery.push(problem)
  }
  const lockTakenBy = () => lock?.takenBy() ?? null
  const clock = { now: () => Date.now() }
  const journal = await Journal.open({
    disk, directory: layout.journal, damagedDirectory: layout.damaged, libraryId, epoch: lock?.holder.epoch ?? epoch,
    startsNewSegment: tookOver, host, lockTakenBy, report,
  })
  const failIfReadOnly = () => {
    if (host.readOnly !== null) throw new AppError(host.readOnly.code, { holder: host.readOnly.holder })
  }
  const backups = new BackupFolder({ disk, layout, clock, failIfReadOnly })
  const attachments = new AttachmentFolder({ disk, directory: layout.attachments, heldFile: layout.heldAttachments, failIfReadOnly })
  if (readOnly === null) await attachments.removeLeftovers().catch(() => undefined)
  const snapshot = new SnapshotStore({
    disk, layout, libraryId, host, fromBackups: () => backups.snapshots(), lockTakenBy, written: () => journal.snapshotWritten(), report,
  })
  const [resources, pdf] = [new ProgramResources(), new PdfReader()]
  const jobs = new ParsingThread({ resources, pdf })
  const app = await createApp({
    journal, snapshot, backups, attachments, preferences: new PreferencesFile(disk, layout), resources, pdf, ocr: recogniser, jobs, clock,
    batches: new BatchFolder(layout.imports, () => host.readOnly !== null),
    ids: { id: () => v7() }, log: options.log ?? standardErrorLog, host,
  }, options.migrations)
  isOpening = false
  const { timedBackups = false } = options
  if (timedBackups !== false) app.warmUp()
  const endBackups = timedBackups === false || host.readOnly !== null ? () => {}
    : repeat(() => app.backUpIfChanged(), timedBackups === true ? systemWait : timedBackups)
  return {
    router: app.router, client: createRouterClient(app.router) as Client, directory,
    get readOnly() {
      return host.readOnly
    },
    get backupFailure() {
      return host.backupFailure
    },
    async close() {
      endBackups()
      await jobs.close()
      try {
        await app.close()
        await journal.close()
      } finally {
        await lock?.release()
      }
    },
  }
}

/** Whether the folder holds a library, without opening it. */
export async function holdsLibrary(directory: string): Promise<boolean> {
  const { kind } = await inspect(layoutOf(path.resolve(directory)))
  return kind === 'library' || kind === 'newer' || kind === 'ruined'
}

const standardErrorLog: LogPort = {
  error(message, cause) {
    process.stderr.write(`jingjian: ${message}: ${cause instanceof Error ? cause.stack ?? cause.message : String(cause)}\n`)
  },
}
