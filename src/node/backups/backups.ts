import { createReadStream, promises as fs } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { createGunzip, gunzip, gzip } from 'node:zlib'
import { AppError, type Backup } from '#api'
import type { Snapshot } from '#core/library/model'
import type { BackupPort, ClockPort } from '#core/ports'
import { errorCode, replaceFile, type Disk } from '../disk'
import { writeFailure } from '../failures'
import { timeStamp, type Layout } from '../layout'
import { decodeDocument, encodeDocument, readHeader, type DocumentHeader } from '../snapshot/document'
import { retained } from './retention'

const NAME = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z(-\d+)?\.json\.gz$/u

export interface BackupOptions {
  disk: Disk
  layout: Layout
  clock: ClockPort
  failIfReadOnly(): void
}

/** Whole snapshots, compressed and with their checksum, one file each. */
export class BackupFolder implements BackupPort {
  constructor(private readonly options: BackupOptions) {}

  async list(): Promise<Backup[]> {
    const found = await Promise.all((await this.names()).map(({ name, time }) => this.describe(name, time)))
    return found.filter((backup) => backup !== null)
  }

  async create(snapshot: Snapshot): Promise<Backup> {
    this.options.failIfReadOnly()
    const { disk, layout, clock } = this.options
    const time = new Date(clock.now())
    try {
      await fs.mkdir(layout.backups, { recursive: true })
      const name = await this.freeName(time)
      const file = path.join(layout.backups, name)
      await replaceFile(disk, file, await promisify(gzip)(encodeDocument(snapshot)))
      const decoded = await decodeFile(file)
      if (decoded.state !== 'whole' || decoded.snapshot.seq !== snapshot.seq) {
        await fs.rm(file)
        throw new AppError('WRITE_FAILED', { path: file })
      }
      const backup = await this.describe(name, time)
      await this.removeOld(time)
      return backup!
    } catch (cause) {
      throw writeFailure(cause)
    }
  }

  async read(name: string): Promise<Snapshot> {
    if (!NAME.test(name)) throw new AppError('BACKUP_NOT_FOUND', { id: name })
    const decoded = await decodeFile(path.join(this.options.layout.backups, name)).catch((cause: unknown) => {
      throw errorCode(cause) === 'ENOENT' ? new AppError('BACKUP_NOT_FOUND', { id: name }) : cause
    })
    if (decoded.state === 'newer') throw new AppError('LIBRARY_NEWER', { file: name, detail: String(decoded.version) })
    if (decoded.state !== 'whole') throw new AppError('BACKUP_DAMAGED', { id: name })
    return decoded.snapshot
  }

  /** Whatever can be read, newest first. */
  async* snapshots(): AsyncGenerator<Snapshot> {
    for (const { name } of await this.names()) {
      const decoded = await decodeFile(path.join(this.options.layout.backups, name)).catch(() => undefined)
      if (decoded?.state === 'whole') yield decoded.snapshot
    }
  }

  private async names(): Promise<{ name: string; time: Date }[]> {
    const entries = await fs.readdir(this.options.layout.backups).catch((cause: unknown) => {
      if (errorCode(cause) === 'ENOENT') return []
      throw cause
    })
    return entries.flatMap((name) => {
      const match = NAME.exec(name)
      if (match === null) return []
      const [, year, month, day, hour, minute, second, millisecond] = match
      return [{ name, time: new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}.${millisecond}Z`) }]
    }).sort((a, b) => (a.name < b.name ? 1 : -1))
  }

  /** A damaged backup is listed too: it is the user's to see, and reading it says that it is damaged. */
  private async describe(name: string, time: Date): Promise<Backup | null> {
    const file = path.join(this.options.layout.backups, name)
    try {
      const { size } = await fs.stat(file)
      return { name, createdAt: time.toISOString(), bytes: size, cases: (await headerOf(file))?.cases ?? 0 }
    } catch (cause) {
      if (errorCode(cause) === 'ENOENT') return null
      throw cause
    }
  }

  private async freeName(time: Date): Promise<string> {
    const taken = new Set((await this.names()).map(({ name }) => name))
    const base = timeStamp(time)
    let name = `${base}.json.gz`
    for (let number = 2; taken.has(name); number++) name = `${base}-${number}.json.gz`
    return name
  }

  private async removeOld(now: Date): Promise<void> {
    const all = await this.names()
    const keep = new Set(retained(all, now).map(({ name }) => name))
    for (const { name } of all) {
      if (!keep.has(name)) await fs.rm(path.join(this.options.layout.backups, name), { force: true })
    }
  }
}

async function decodeFile(file: string) {
  const bytes = await fs.readFile(file)
  try {
    return decodeDocument((await promisify(gunzip)(bytes)).toString('utf8'))
  } catch {
    return { state: 'damaged' as const }
  }
}

/** The first line of a backup, without unpacking the rest. */
async function headerOf(file: string): Promise<DocumentHeader | undefined> {
  const source = createReadStream(file)
  const unpacked = source.pipe(createGunzip())
  source.on('error', (cause) => unpacked.destroy(cause))
  try {
    for await (const line of createInterface({ input: unpacked, crlfDelay: Number.POSITIVE_INFINITY })) return readHeader(line)
    return undefined
  } catch {
    return undefined
  } finally {
    source.destroy()
    unpacked.destroy()
  }
}
