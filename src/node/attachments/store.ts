import { createHash } from 'node:crypto'
import { createReadStream, promises as fs } from 'node:fs'
import path from 'node:path'
import type { AttachmentsPort, IncomingContent } from '#core/ports'
import { errorCode, type Disk } from '../disk'
import { writeFailure } from '../failures'
import { HeldContents } from './held'
import { IncomingFile } from './incoming'

const SHA256 = /^[0-9a-f]{64}$/u
const SHELF = /^[0-9a-f]{2}$/u

export interface AttachmentFolderOptions {
  disk: Disk
  /** Contents lie here as `ab/<sha256>`, and what is on its way in under `incoming`. */
  directory: string
  /** See `HeldContents`. */
  heldFile: string
  failIfReadOnly(): void
}

/** The contents of attachments as files named by their hash; no name that a person gave ever reaches the disk. */
export class AttachmentFolder implements AttachmentsPort {
  private readonly ledger: HeldContents

  constructor(private readonly options: AttachmentFolderOptions) {
    this.ledger = new HeldContents(options.disk, options.heldFile)
  }

  /** Removes what an interrupted upload has left. Only the holder of the library's lock may: nobody else then writes there. What cannot be removed takes room and does no other harm. */
  async removeLeftovers(): Promise<void> {
    await fs.rm(this.incoming, { recursive: true, force: true })
  }

  async begin(): Promise<IncomingContent> {
    this.options.failIfReadOnly()
    try {
      await fs.mkdir(this.incoming, { recursive: true })
      return await IncomingFile.open(this.options.disk, this.incoming, (sha256, size, file) => this.takeIn(sha256, size, file))
    } catch (cause) {
      throw writeFailure(cause)
    }
  }

  async read(sha256: string, offset: number, length: number): Promise<Uint8Array<ArrayBuffer> | null> {
    const handle = await ifThere(fs.open(this.fileOf(sha256), 'r'))
    if (handle === null) return null
    try {
      const bytes = new Uint8Array(length)
      let read = 0
      while (read < length) {
        const { bytesRead } = await handle.read(bytes, read, length - read, offset + read)
        if (bytesRead === 0) break
        read += bytesRead
      }
      return bytes.subarray(0, read)
    } finally {
      await handle.close()
    }
  }

  async size(sha256: string): Promise<number | null> {
    return (await ifThere(fs.stat(this.fileOf(sha256))))?.size ?? null
  }

  async *verify(): AsyncGenerator<{ sha256: string; whole: boolean }> {
    for (const sha256 of await this.names()) yield { sha256, whole: await this.isWhole(sha256) }
  }

  async held(): Promise<ReadonlySet<string>> {
    return this.ledger.all()
  }

  async removeExcept(kept: ReadonlySet<string>): Promise<{ removed: number; bytes: number }> {
    this.options.failIfReadOnly()
    let removed = 0
    let bytes = 0
    for (const sha256 of await this.names()) {
      if (kept.has(sha256)) continue
      const size = await this.size(sha256)
      await fs.rm(this.fileOf(sha256), { force: true })
      removed++
      bytes += size ?? 0
    }
    await this.ledger.keep(kept)
    return { removed, bytes }
  }

  /** Gives a whole file its place. What is there already stays, unless it is damaged. */
  private async takeIn(sha256: string, size: number, file: string): Promise<void> {
    const target = this.fileOf(sha256)
    if ((await this.size(sha256)) === size && await this.isWhole(sha256)) {
      await fs.rm(file)
      return
    }
    const shelf = path.dirname(target)
    await fs.mkdir(shelf, { recursive: true })
    await this.ledger.note(sha256)
    await this.options.disk.rename(file, target)
    for (const directory of [shelf, this.options.directory, path.dirname(this.options.directory)]) await this.options.disk.syncDirectory(directory)
  }

  private async isWhole(sha256: string): Promise<boolean> {
    const hash = createHash('sha256')
    try {
      for await (const piece of createReadStream(this.fileOf(sha256), { highWaterMark: 1024 * 1024 })) hash.update(piece as Buffer)
    } catch {
      // A disk that cannot give the bytes back has not kept them.
      return false
    }
    return hash.digest('hex') === sha256
  }

  private async names(): Promise<string[]> {
    const shelves = (await ifThere(fs.readdir(this.options.directory)) ?? []).filter((name) => SHELF.test(name)).sort()
    const files = await Promise.all(shelves.map(async (shelf) => (await fs.readdir(path.join(this.options.directory, shelf))).sort()))
    return files.flat().filter((name) => SHA256.test(name))
  }

  /** Hashes come from records, which come from files of others: anything else would be a path. */
  private fileOf(sha256: string): string {
    if (!SHA256.test(sha256)) throw new RangeError('not a SHA-256')
    return path.join(this.options.directory, sha256.slice(0, 2), sha256)
  }

  private get incoming(): string {
    return path.join(this.options.directory, 'incoming')
  }
}

async function ifThere<Result>(result: Promise<Result>): Promise<Result | null> {
  try {
    return await result
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return null
    throw cause
  }
}
