import { promises as fs } from 'node:fs'
import path from 'node:path'
import { readIfThere, replaceFile, writeFully, type Disk } from '../disk'

/**
 * Which contents a library has held, one hash a line. It lies beside the folder of contents and not in it, so that what
 * is gone can be told from what never came even where the whole folder is gone.
 */
export class HeldContents {
  constructor(private readonly disk: Disk, private readonly file: string) {}

  async all(): Promise<Set<string>> {
    const text = (await readIfThere(this.file))?.toString('latin1') ?? ''
    return new Set(text.split('\n').filter((line) => /^[0-9a-f]{64}$/u.test(line)))
  }

  /** Lasts once it resolves. The line break in front ends a line that was cut short. */
  async note(sha256: string): Promise<void> {
    const size = (await fs.stat(this.file).catch(() => null))?.size ?? 0
    const handle = await this.disk.open(this.file, 'a')
    try {
      await writeFully(handle, new TextEncoder().encode(`\n${sha256}\n`), size)
      await handle.datasync()
    } finally {
      await handle.close()
    }
    if (size === 0) await this.disk.syncDirectory(path.dirname(this.file))
  }

  /** Forgets what is gone on purpose. */
  async keep(kept: ReadonlySet<string>): Promise<void> {
    const all = await this.all()
    const left = [...all].filter((sha256) => kept.has(sha256))
    if (left.length < all.size) await replaceFile(this.disk, this.file, new TextEncoder().encode(`${left.join('\n')}\n`))
  }
}
