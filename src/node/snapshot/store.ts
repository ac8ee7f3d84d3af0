import { promises as fs } from 'node:fs'
import path from 'node:path'
import { Low } from 'lowdb'
import { AppError, type Problem } from '#api'
import { SCHEMA, type Snapshot } from '#core/library/model'
import type { HostFacts, SnapshotPort } from '#core/ports'
import { readIfThere, type Disk } from '../disk'
import { keepDamaged } from '../journal/recovery'
import { listSegments } from '../journal/segments'
import type { Layout } from '../layout'
import { DurableAdapter } from './adapter'
import { decodeDocument } from './document'

export interface SnapshotOptions {
  disk: Disk
  layout: Layout
  libraryId: string
  host: Pick<HostFacts, 'readOnly'>
  /** Snapshots in the backups, newest first. */
  fromBackups(): AsyncIterable<Snapshot>
  /** Who took the lock, if it was lost. */
  lockTakenBy(): string | null
  written(): void
  report(problem: Problem): void
}

/** The snapshot in `library.json`, kept with lowdb; rebuilt from what else there is where it is damaged. */
export class SnapshotStore implements SnapshotPort {
  private readonly database: Low<Snapshot | null>

  constructor(private readonly options: SnapshotOptions) {
    this.database = new Low<Snapshot | null>(new DurableAdapter(options.disk, options.layout, () => this.failIfLockIsLost()), null)
  }

  /** Never null for a library that exists: the journal alone, from its first command on, is a library too. */
  async read(): Promise<Snapshot> {
    await this.database.read()
    const snapshot = this.release()
    return snapshot ?? await this.rebuild()
  }

  async write(snapshot: Snapshot): Promise<void> {
    if (this.options.host.readOnly !== null || this.options.lockTakenBy() !== null) return
    this.database.data = snapshot
    try {
      await this.database.write()
    } finally {
      this.release()
    }
    this.options.written()
  }

  /** A process that lost its lock would put an older state in the place of its successor's. */
  private failIfLockIsLost(): void {
    const holder = this.options.lockTakenBy()
    if (holder !== null) throw new AppError('LIBRARY_IN_USE', { holder })
  }

  /** lowdb would hold on to a whole second copy of the library's state. */
  private release(): Snapshot | null {
    const { data } = this.database
    this.database.data = null
    return data
  }

  private async rebuild(): Promise<Snapshot> {
    const { layout, report, host } = this.options
    const damaged = await readIfThere(layout.snapshot)
    const { snapshot, source } = await this.best()
    let detail = source
    if (damaged !== null && host.readOnly === null) {
      const kept = await keepDamaged(layout.damaged, path.basename(layout.snapshot), damaged)
      detail += `; ${path.relative(layout.directory, kept)}`
      await fs.rm(layout.snapshot)
    }
    report({ code: damaged === null ? 'SNAPSHOT_MISSING' : 'SNAPSHOT_DAMAGED', detail })
    await this.write(snapshot)
    return snapshot
  }

  /**
   * The latest state there is; what came after it follows from the journal.
   * @throws AppError LIBRARY_DAMAGED where nothing is left to rebuild from.
   */
  private async best(): Promise<{ snapshot: Snapshot; source: string }> {
    const { layout, libraryId } = this.options
    let best = { snapshot: emptySnapshot(libraryId), source: path.basename(layout.journal) }
    const previous = decodeDocument((await readIfThere(layout.previous))?.toString('utf8') ?? '')
    if (previous.state === 'whole' && previous.snapshot.libraryId === libraryId) {
      best = { snapshot: previous.snapshot, source: path.basename(layout.previous) }
    }
    for await (const snapshot of this.options.fromBackups()) {
      if (snapshot.libraryId === libraryId && snapshot.seq > best.snapshot.seq) best = { snapshot, source: path.basename(layout.backups) }
    }
    if (best.source === path.basename(layout.journal) && (await listSegments(layout.journal)).length === 0) {
      throw new AppError('LIBRARY_DAMAGED', { detail: layout.directory })
    }
    return best
  }
}

/** A library before its first command. */
export function emptySnapshot(libraryId: string): Snapshot {
  return { schema: SCHEMA, libraryId, seq: 0, time: '', heads: [], records: [] }
}
