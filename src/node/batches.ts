import { promises as fs } from 'node:fs'
import path from 'node:path'
import type { BatchesPort } from '#core/ports'

const ENDING = '.batch'
const ID = /^[0-9a-f-]{36}$/u

/** Unfinished imports, each a file of lines in a folder of the library that is there only while there are any. */
export class BatchFolder implements BatchesPort {
  constructor(private readonly directory: string, private readonly isReadOnly: () => boolean) {}

  async list(): Promise<string[]> {
    const names = await fs.readdir(this.directory).catch(() => [])
    return names.filter((name) => name.endsWith(ENDING)).map((name) => name.slice(0, -ENDING.length)).filter((id) => ID.test(id))
  }

  async read(id: string): Promise<string[]> {
    const text = await fs.readFile(this.fileOf(id), 'utf8').catch(() => '')
    return text.split('\n').filter((line) => line !== '')
  }

  async append(id: string, line: string): Promise<void> {
    if (this.isReadOnly()) return
    await fs.mkdir(this.directory, { recursive: true })
    await fs.appendFile(this.fileOf(id), `${line}\n`)
  }

  async remove(id: string): Promise<boolean> {
    if (this.isReadOnly()) return false
    const isGone = await fs.rm(this.fileOf(id)).then(() => true, () => false)
    // Stays where other batches are in it.
    await fs.rmdir(this.directory).catch(() => undefined)
    return isGone
  }

  private fileOf(id: string): string {
    if (!ID.test(id)) throw new Error('not the id of a batch')
    return path.join(this.directory, id + ENDING)
  }
}
