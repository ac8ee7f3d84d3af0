import { randomUUID } from 'node:crypto'
import { promises as fs, readFileSync, statSync } from 'node:fs'
import os from 'node:os'
import { setTimeout as delay } from 'node:timers/promises'
import { errorCode, readIfThere } from './disk'
import { asObject, parseJson } from './json'

const HEARTBEAT_MS = 2_000
/** With the time of watching, a killed holder is succeeded within twelve seconds. */
const STALE_MS = 8_000
/** Long enough to see a heartbeat, if there is one. */
const WATCH_MS = HEARTBEAT_MS + 1_000

export interface LockHolder {
  pid: number
  host: string
  /** Raised by one with every holder. */
  epoch: number
  /** Tells two holders apart even where their epochs do not. */
  token: string
}

export type LockResult = { lock: LibraryLock; tookOver: boolean } | { heldBy: string }

/**
 * The right to write one library: a file that only one process can have created. Its time of modification is the
 * holder's heartbeat. A holder that stopped (dead, or suspended for long) is succeeded; it finds that out by
 * `takenBy`, which every write asks.
 */
export class LibraryLock {
  private readonly heartbeat: NodeJS.Timeout

  /** The file that was last seen to be this process's lock. */
  private seen = ''

  private constructor(private readonly file: string, readonly holder: LockHolder) {
    this.heartbeat = setInterval(() => void this.beat(), HEARTBEAT_MS)
    this.heartbeat.unref()
  }

  /**
   * @param minimumEpoch an epoch that is known to have been used.
   * @throws the system's error where the folder cannot be written.
   */
  static async acquire(file: string, minimumEpoch: number): Promise<LockResult> {
    const holder: LockHolder = { pid: process.pid, host: os.hostname(), epoch: minimumEpoch + 1, token: randomUUID() }
    if (await createExclusively(file, holder)) return { lock: new LibraryLock(file, holder), tookOver: false }
    const current = await readHolder(file)
    if (!(await isStale(file, current))) return { heldBy: describe(current) }
    holder.epoch = Math.max(minimumEpoch, current?.epoch ?? 0) + 1
    if (!(await takeOver(file, current, holder))) return { heldBy: describe(await readHolder(file)) }
    return { lock: new LibraryLock(file, holder), tookOver: true }
  }

  /**
   * Who has the lock now, or null while it is still this process. Every write asks twice, so it is found out at once,
   * without the thread pool; a successor's lock is another file, and only one that looks different is read.
   */
  takenBy(): string | null {
    const found = identityOf(this.file)
    if (found !== '' && found === this.seen) return null
    const current = holderIn(readAtOnce(this.file))
    if (current?.token !== this.holder.token) return describe(current)
    this.seen = found
    return null
  }

  async release(): Promise<void> {
    clearInterval(this.heartbeat)
    if (this.takenBy() === null) await fs.rm(this.file, { force: true })
  }

  private async beat(): Promise<void> {
    try {
      if (this.takenBy() !== null) return clearInterval(this.heartbeat)
      const now = new Date()
      await fs.utimes(this.file, now, now)
    } catch {
      // The next write finds out what is wrong with the folder, and says so.
    }
  }
}

async function createExclusively(file: string, holder: LockHolder): Promise<boolean> {
  try {
    await fs.writeFile(file, JSON.stringify(holder), { flag: 'wx', flush: true })
    return true
  } catch (cause) {
    if (errorCode(cause) === 'EEXIST') return false
    // What could not be written in full must not keep others out.
    if (errorCode(cause) === 'ENOSPC') await fs.rm(file, { force: true })
    throw cause
  }
}

/** Null where the file is gone or cannot be read as a lock. */
async function readHolder(file: string): Promise<LockHolder | null> {
  return holderIn((await readIfThere(file))?.toString('utf8') ?? '')
}

/** What tells the file from another that has come in its place; empty where there is none. */
function identityOf(file: string): string {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false })
  return found === undefined ? '' : `${found.dev}/${found.ino}/${found.birthtimeNs}/${found.mtimeNs}`
}

function readAtOnce(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return ''
    throw cause
  }
}

function holderIn(text: string): LockHolder | null {
  const value = asObject(parseJson(text))
  if (typeof value?.token !== 'string') return null
  return { pid: Number(value.pid), host: String(value.host), epoch: Number(value.epoch) || 0, token: value.token }
}

/**
 * Clocks of two computers may differ by any amount, so an old heartbeat is only believed after a time of watching in
 * which no new one came. A lock without a readable holder is one that is just being made.
 */
async function isStale(file: string, holder: LockHolder | null): Promise<boolean> {
  if (holder !== null && holder.host === os.hostname() && !isAlive(holder.pid)) return true
  const before = await modified(file)
  if (Math.abs(Date.now() - before) <= STALE_MS) return false
  await delay(WATCH_MS)
  return await modified(file) === before
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (cause) {
    return errorCode(cause) === 'EPERM'
  }
}

async function modified(file: string): Promise<number> {
  try {
    return (await fs.stat(file)).mtimeMs
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return 0
    throw cause
  }
}

/** Replaces a stale lock. The guard keeps two successors from replacing each other's. */
async function takeOver(file: string, stale: LockHolder | null, holder: LockHolder): Promise<boolean> {
  const guard = `${file}.takeover`
  if (!(await createExclusively(guard, holder))) {
    if (Math.abs(Date.now() - await modified(guard)) > STALE_MS) await fs.rm(guard, { force: true })
    return false
  }
  try {
    const current = await readHolder(file)
    if (current?.token !== stale?.token) return false
    const replacement = `${file}.${holder.token}`
    await fs.writeFile(replacement, JSON.stringify(holder), { flag: 'wx', flush: true })
    await fs.rename(replacement, file)
    return (await readHolder(file))?.token === holder.token
  } finally {
    await fs.rm(guard, { force: true })
  }
}

function describe(holder: LockHolder | null): string {
  return holder === null ? '?' : `${holder.host} #${holder.pid}`
}
