import { promises as fs } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { createRouterClient } from '@orpc/server'
import { v7 } from 'uuid'
import { AppError, type Client, type Problem } from '#api'
import { createApp, type App } from '#core/app'
import type { Migrations } from '#core/library/migrations'
import type { HostFacts, LogPort } from '#core/ports'
import { AttachmentFolder } from './attachments/store'
import { BackupFolder } from './backups/backups'
import { repeat, systemWait, type Wait } from './backups/timer'
import { deviceOf } from './device'
import { nodeDisk, type Disk } from './disk'
import { openFailure, writeFailure } from './failures'
import { inspect } from './inspect'
import { Journal } from './journal/journal'
import { layoutOf, type Layout } from './layout'
import { LibraryLock } from './lock'
import { PreferencesFile } from './preferences'
import { ProgramResources } from './resources'
import { DurableAdapter } from './snapshot/adapter'
import { emptySnapshot, SnapshotStore } from './snapshot/store'
import { removeUnfinished } from './unfinished'

/** Between two attempts to get a library that another process has. */
const RETRY_MS = 100

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
 * that cannot be written, opens read-only.
 * @throws AppError LIBRARY_NOT_FOUND, NOT_A_LIBRARY, LIBRARY_EXISTS, LIBRARY_NEWER or LIBRARY_DAMAGED; no file in the folder is then changed.
 */
export async function openLibrary(options: OpenOptions): Promise<OpenLibrary> {
  const { disk = nodeDisk } = options
  const directory = path.resolve(options.directory)
  const layout = layoutOf(directory)
  const found = await findLibrary(layout, options.create)
  if (found === null) await fs.mkdir(directory, { recursive: true }).catch((cause: unknown) => { throw writeFailure(cause) })
  const { lock, tookOver, readOnly } = await takeLock(layout, found, options)
  try {
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
    const app = await createApp({
      journal, snapshot, backups, attachments, preferences: new PreferencesFile(disk, layout), resources: new ProgramResources(), clock,
      ids: { id: () => v7() }, log: options.log ?? standardErrorLog, host,
    }, options.migrations)
    isOpening = false
    const { timedBackups = false } = options
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
        try {
          await app.close()
          await journal.close()
        } finally {
          await lock?.release()
        }
      },
    }
  } catch (cause) {
    await lock?.release()
    throw openFailure(cause)
  }
}

/** Whether the folder holds a library, without opening it. */
export async function holdsLibrary(directory: string): Promise<boolean> {
  const { kind } = await inspect(layoutOf(path.resolve(directory)))
  return kind === 'library' || kind === 'newer' || kind === 'ruined'
}

interface FoundLibrary {
  libraryId: string
  epoch: number
}

/** The library in the folder, or null where one is to be made. */
async function findLibrary(layout: Layout, create: OpenOptions['create']): Promise<FoundLibrary | null> {
  const { directory } = layout
  const found = await inspect(layout)
  switch (found.kind) {
    case 'foreign': throw new AppError('NOT_A_LIBRARY', { path: directory })
    case 'newer': throw new AppError('LIBRARY_NEWER', { path: directory, detail: String(found.version) })
    case 'ruined': throw new AppError('LIBRARY_DAMAGED', { detail: directory })
    case 'library':
      if (create === 'always') throw new AppError('LIBRARY_EXISTS', { path: directory })
      return found
  }
  if (create === 'never') throw new AppError('LIBRARY_NOT_FOUND', { path: directory })
  return null
}

/** Makes the library while the lock is held, unless another process was quicker. */
async function createLibrary(layout: Layout, disk: Disk, readOnly: HostFacts['readOnly']): Promise<FoundLibrary> {
  if (readOnly !== null) throw new AppError(readOnly.code, { holder: readOnly.holder, path: layout.directory })
  const found = await findLibrary(layout, 'ifMissing')
  if (found !== null) return found
  const libraryId = v7()
  try {
    await new DurableAdapter(disk, layout).write(emptySnapshot(libraryId))
  } catch (cause) {
    throw writeFailure(cause)
  }
  return { libraryId, epoch: 0 }
}

async function takeLock(
  layout: Layout, found: FoundLibrary | null, { create, patience = 0, waiting }: OpenOptions,
): Promise<{ lock: LibraryLock | null; tookOver: boolean; readOnly: HostFacts['readOnly'] }> {
  const end = performance.now() + patience
  try {
    for (let isFirst = true, current = found; ; isFirst = false) {
      const result = await LibraryLock.acquire(layout.lock, current?.epoch ?? 0)
      if ('lock' in result) return { ...result, readOnly: null }
      if (performance.now() >= end) return { lock: null, tookOver: false, readOnly: { code: 'LIBRARY_IN_USE', holder: result.heldBy } }
      if (isFirst) waiting?.(result.heldBy)
      await delay(RETRY_MS)
      // Whoever had it has written its epoch into the journal meanwhile.
      current = await findLibrary(layout, create === 'always' ? 'ifMissing' : create)
    }
  } catch (cause) {
    const { code } = writeFailure(cause)
    return { lock: null, tookOver: false, readOnly: { code: code === 'DISK_FULL' || code === 'READ_ONLY' ? code : 'WRITE_FAILED', holder: '' } }
  }
}

const standardErrorLog: LogPort = {
  error(message, cause) {
    process.stderr.write(`jingjian: ${message}: ${cause instanceof Error ? cause.stack ?? cause.message : String(cause)}\n`)
  },
}
