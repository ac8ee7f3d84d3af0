import { AppError, type Backup, type BackupReason } from '#api'
import type { Ports } from '../ports'
import type { Library } from './library'

/** From this many records on, deleting or purging them at once is large enough for a backup before it. */
export const MANY_RECORDS = 10

/**
 * Backups that are made without being asked for. One that cannot be made never holds up what the user is doing, since
 * the journal has every step anyway; it is logged, and the library's status says so until one succeeds.
 */
export class BackupKeeper {
  private queue: Promise<unknown> = Promise.resolve()
  /** The last command in the latest backup that this process made or found. */
  private covered = -1
  private readonly startedClean: boolean

  constructor(private readonly ports: Ports, private readonly library: Library) {
    this.startedClean = ports.host.recovery.length === 0
  }

  /** A backup because the user wants one, whatever there is already. @throws AppError READ_ONLY, DISK_FULL or WRITE_FAILED. */
  create(): Promise<Backup> {
    return this.inTurn(() => this.write('manual'))
  }

  /** To be awaited before something large is done to the library. */
  async before(reason: BackupReason): Promise<void> {
    await this.makeIfChanged(reason)
  }

  /** The same before something that is large only where it touches many records. */
  async beforeMany(reason: BackupReason, records: number): Promise<void> {
    if (records >= MANY_RECORDS) await this.makeIfChanged(reason)
  }

  /** For a timer: a backup, unless one holds all there is. */
  async timed(): Promise<void> {
    await this.makeIfChanged('timed')
  }

  /** Waits for a backup under way. */
  async close(): Promise<void> {
    await this.queue
  }

  private async makeIfChanged(reason: BackupReason): Promise<void> {
    const { host, log } = this.ports
    if (host.readOnly !== null) return
    try {
      await this.inTurn(async () => {
        if (this.library.lastSeq > 0 && !(await this.isCovered())) await this.write(reason)
      })
    } catch (cause) {
      const code = cause instanceof AppError ? cause.code : 'WRITE_FAILED'
      host.backupFailure = { code: code === 'DISK_FULL' || code === 'READ_ONLY' ? code : 'WRITE_FAILED' }
      log.error('automatic backup not made', cause)
    }
  }

  private async write(reason: BackupReason): Promise<Backup> {
    const backup = await this.ports.backups.create(this.library.snapshot(), reason)
    this.covered = backup.seq
    this.ports.host.backupFailure = null
    return backup
  }

  /**
   * Whether a sound backup holds the last command. After an unclean start only this process's own backups count: numbers
   * of commands that were cut off are given anew.
   */
  private async isCovered(): Promise<boolean> {
    if (this.covered < 0) {
      const found = this.startedClean ? await this.ports.backups.list() : []
      this.covered = Math.max(0, ...found.filter(({ state }) => state === 'good').map(({ seq }) => seq))
    }
    return this.covered === this.library.lastSeq
  }

  private inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const run = this.queue.then(work)
    this.queue = run.catch(() => undefined)
    return run
  }
}
