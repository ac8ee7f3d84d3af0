import { promises as fs } from 'node:fs'
import path from 'node:path'
import { AppError, type Backup, type BackupReason, type Problem } from '#api'
import type { Snapshot } from '#core/library/model'
import type { BackupPort, ClockPort } from '#core/ports'
import { errorCode, type Disk } from '../disk'
import { writeFailure } from '../failures'
import type { Layout } from '../layout'
import { decodeBackup, headerOf, verifyBackup, writeBackup } from './file'
import { freeName, parseName, type BackupName } from './names'
import { retained } from './retention'

export interface BackupOptions {
  disk: Disk
  layout: Layout
  clock: ClockPort
  failIfReadOnly(): void
}

/** Whole snapshots, compressed and with their checksum, one file each. */
export class BackupFolder implements BackupPort {
  /** Files that were read to their end, by name, size and time of change: a file that stays the same is read once. */
  private readonly verified = new Map<string, boolean>()

  constructor(private readonly options: BackupOptions) {}

  async list(): Promise<Backup[]> {
    const found: Backup[] = []
    for (const name of await this.names()) {
      const backup = await this.describe(name)
      if (backup !== null) found.push(backup)
    }
    return found
  }

  async create(snapshot: Snapshot, reason: BackupReason): Promise<Backup> {
    this.options.failIfReadOnly()
    const { disk, layout, clock } = this.options
    const time = new Date(clock.now())
    try {
      await fs.mkdir(layout.backups, { recursive: true })
      await this.removeUnfinished()
      const name = freeName(time, reason, new Set((await this.names()).map((taken) => taken.name)))
      await writeBackup(disk, snapshot, this.fileOf(name))
      const backup = await this.describe({ name, time, reason })
      await this.removeOld(name, time)
      return backup!
    } catch (cause) {
      throw writeFailure(cause)
    }
  }

  async read(name: string): Promise<Snapshot> {
    if (parseName(name) === undefined) throw new AppError('BACKUP_NOT_FOUND', { id: name })
    const decoded = await decodeBackup(this.fileOf(name)).catch((cause: unknown) => {
      throw errorCode(cause) === 'ENOENT' ? new AppError('BACKUP_NOT_FOUND', { id: name }) : cause
    })
    if (decoded.state === 'newer') throw new AppError('LIBRARY_NEWER', { file: name, detail: String(decoded.version) })
    if (decoded.state !== 'whole') throw new AppError('BACKUP_DAMAGED', { id: name })
    return decoded.snapshot
  }

  async verify(): Promise<Problem[]> {
    this.verified.clear()
    return (await this.list()).filter(({ state }) => state === 'damaged').map(({ name }) => ({ code: 'BACKUP_DAMAGED', detail: name }))
  }

  /** Whatever can be read, newest first. */
  async* snapshots(): AsyncGenerator<Snapshot> {
    for (const { name } of await this.names()) {
      const decoded = await decodeBackup(this.fileOf(name)).catch(() => undefined)
      if (decoded?.state === 'whole') yield decoded.snapshot
    }
  }

  private fileOf(name: string): string {
    return path.join(this.options.layout.backups, name)
  }

  private async entries(): Promise<string[]> {
    return fs.readdir(this.options.layout.backups).catch((cause: unknown) => {
      if (errorCode(cause) === 'ENOENT') return []
      throw cause
    })
  }

  private async names(): Promise<BackupName[]> {
    return (await this.entries())
      .flatMap((entry) => parseName(entry) ?? [])
      .sort((a, b) => b.time.getTime() - a.time.getTime() || (a.name < b.name ? 1 : -1))
  }

  /** A damaged backup is listed too: it is the user's to see. Null where it is gone. */
  private async describe({ name, time, reason }: BackupName): Promise<Backup | null> {
    const file = this.fileOf(name)
    try {
      const { size, mtimeMs } = await fs.stat(file)
      const key = `${name} ${size} ${mtimeMs}`
      const isGood = this.verified.get(key) ?? await verifyBackup(file) !== undefined
      this.verified.set(key, isGood)
      const header = await headerOf(file)
      return {
        name, createdAt: time.toISOString(), reason, bytes: size, cases: header?.cases ?? 0, seq: header?.seq ?? 0,
        state: isGood ? 'good' : 'damaged',
      }
    } catch (cause) {
      if (errorCode(cause) === 'ENOENT') return null
      throw cause
    }
  }

  /** Damaged ones count for nothing and stay: a sound one must never make room for them, and they are the user's to see. */
  private async removeOld(created: string, now: Date): Promise<void> {
    const states = new Map((await this.list()).map(({ name, state }) => [name, state]))
    const sound = (await this.names()).filter(({ name }) => states.get(name) === 'good')
    const keep = new Set(retained(sound, now).map(({ name }) => name)).add(created)
    for (const { name } of sound) {
      if (!keep.has(name)) await fs.rm(this.fileOf(name), { force: true })
    }
  }

  /** What a crash left of a backup under way; only the one process that holds the library writes here. */
  private async removeUnfinished(): Promise<void> {
    for (const entry of await this.entries()) {
      if (/\.json\.gz\.[0-9a-f-]+\.tmp$/u.test(entry)) await fs.rm(this.fileOf(entry), { force: true })
    }
  }
}
