import { promises as fs } from 'node:fs'
import type { Adapter } from 'lowdb'
import type { Snapshot } from '#core/library/model'
import { errorCode, keepCopy, readIfThere, replaceFileBy, type Disk } from '../disk'
import type { Layout } from '../layout'
import { decodeDocument } from './document'
import { writeDocument } from './writing'

/** lowdb's own adapter neither flushes nor uses a name of its own for the new file; this one survives a power cut. */
export class DurableAdapter implements Adapter<Snapshot | null> {
  /** @param failIfLockIsLost throws where this process may not put its snapshot in the place of the one there is. */
  constructor(private readonly disk: Disk, private readonly layout: Layout, private readonly failIfLockIsLost: () => void = () => undefined) {}

  /** Null where the file is missing or damaged. */
  async read(): Promise<Snapshot | null> {
    const bytes = await readIfThere(this.layout.snapshot)
    if (bytes === null) return null
    const decoded = decodeDocument(bytes.toString('utf8'))
    return decoded.state === 'whole' ? decoded.snapshot : null
  }

  /** Replaces the snapshot and keeps the one before under its own name. */
  async write(snapshot: Snapshot | null): Promise<void> {
    if (snapshot === null) return
    await replaceFileBy(this.disk, this.layout.snapshot, (file) => writeDocument(file, snapshot), () => this.keepPrevious())
    // The first snapshot gets a twin of its own bytes: a hard link would share its damage.
    if (!(await exists(this.layout.previous))) await replaceFileBy(this.disk, this.layout.previous, (file) => writeDocument(file, snapshot))
  }

  private async keepPrevious(): Promise<void> {
    this.failIfLockIsLost()
    if (await exists(this.layout.snapshot)) await keepCopy(this.layout.snapshot, this.layout.previous)
  }
}

async function exists(file: string): Promise<boolean> {
  try {
    await fs.access(file)
    return true
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return false
    throw cause
  }
}
