import { createHash, randomUUID } from 'node:crypto'
import { promises as fs } from 'node:fs'
import path from 'node:path'
import type { IncomingContent } from '#core/ports'
import { writeFully, type Disk, type WritableFile } from '../disk'
import { writeFailure } from '../failures'

/** A file that is written under a name of its own and hashed on the way; it has no place in the library before `finish`. */
export class IncomingFile implements IncomingContent {
  private readonly hash = createHash('sha256')
  private position = 0
  private isOpen = true

  private constructor(
    private readonly file: string, private readonly handle: WritableFile,
    private readonly takeIn: (sha256: string, bytes: number, file: string) => Promise<void>,
  ) {}

  /** `takeIn` gives the whole file, which lasts under its temporary name, the place it is to have. */
  static async open(disk: Disk, directory: string, takeIn: (sha256: string, bytes: number, file: string) => Promise<void>): Promise<IncomingFile> {
    const file = path.join(directory, `${randomUUID()}.tmp`)
    return new IncomingFile(file, await disk.open(file, 'wx'), takeIn)
  }

  async write(bytes: Uint8Array): Promise<void> {
    await this.orNothing(async () => {
      await writeFully(this.handle, bytes, this.position)
      this.hash.update(bytes)
      this.position += bytes.length
    })
  }

  async finish(): Promise<{ sha256: string; bytes: number }> {
    return this.orNothing(async () => {
      await this.handle.datasync()
      await this.close()
      const sha256 = this.hash.digest('hex')
      await this.takeIn(sha256, this.position, this.file)
      return { sha256, bytes: this.position }
    })
  }

  async discard(): Promise<void> {
    await this.close().catch(() => undefined)
    await fs.rm(this.file, { force: true })
  }

  private async orNothing<Result>(step: () => Promise<Result>): Promise<Result> {
    try {
      return await step()
    } catch (cause) {
      await this.discard().catch(() => undefined)
      throw writeFailure(cause)
    }
  }

  private async close(): Promise<void> {
    if (!this.isOpen) return
    this.isOpen = false
    await this.handle.close()
  }
}
