import { AppError } from '#api'
import type { Ports } from '../ports'
import { HybridClock } from './clock'
import { compose } from './compose'
import { invert } from './inverse'
import { migrate, type Migrations } from './migrations'
import { PURGE, SCHEMA, type Command, type CommandHead, type RecordKind, type Snapshot, type StoredRecord } from './model'
import { isDeleted, isPurged } from './record'
import { commandsOnlyAbout } from './purge'
import { SnapshotSchedule } from './snapshot-schedule'
import { LibraryState } from './state'
import { WriteQueue, type Proposal, type Turn } from './write-queue'

export interface LibraryEvents {
  /** Records as they are after a command, in the order they were first touched. */
  changed(ids: string[]): void
}

interface Decided {
  turn: Turn
  /** Null where nothing was left to write. */
  command: Command | null
}

/**
 * The state of one library and the only way to change it. Reading is synchronous and from memory; `execute` resolves
 * once the journal holds the command, so memory never knows more than the disk.
 */
export class Library {
  private readonly listeners = new Set<LibraryEvents>()
  private readonly queue = new WriteQueue((batch) => this.carryOut(batch))
  private readonly clock: HybridClock
  private readonly state: LibraryState
  private readonly snapshots: SnapshotSchedule

  private constructor(private readonly ports: Ports, private readonly migrations: Migrations, readonly libraryId: string) {
    this.clock = new HybridClock(ports.clock)
    this.state = new LibraryState(libraryId, ports.host.device, this.clock)
    this.snapshots = new SnapshotSchedule(ports, () => this.snapshot())
  }

  /**
   * Reads the snapshot and replays the journal behind it. A library of an earlier schema is backed up as it is, and its
   * migrated snapshot written before any command of this program can follow: earlier programs then refuse it.
   * @throws AppError LIBRARY_NEWER for a schema this program does not know; DISK_FULL, READ_ONLY or WRITE_FAILED where
   * the backup or the migrated snapshot cannot be written, and the library is then as it was.
   */
  static async open(ports: Ports, migrations: Migrations): Promise<Library> {
    const stored = await ports.snapshot.read()
    const snapshot = stored === null ? null : migrate(stored, migrations)
    const isOlder = stored !== null && stored.schema < SCHEMA
    if (isOlder && ports.host.readOnly === null) await ports.backups.create(stored, 'migration')
    const library = new Library(ports, migrations, snapshot?.libraryId ?? ports.ids.id())
    if (snapshot !== null) library.state.load(snapshot)
    for await (const command of ports.journal.read(library.lastSeq + 1)) {
      library.state.apply(command)
      library.snapshots.countBehind(command)
    }
    if ((snapshot === null || isOlder) && ports.host.readOnly === null) await library.snapshots.write()
    if (ports.host.readOnly === null) await library.finishPurge().catch((cause: unknown) => ports.log.error('purge not finished', cause))
    return library
  }

  /** The record, deleted or not. */
  record(id: string): StoredRecord | undefined {
    return this.state.record(id)
  }

  /** The record, unless it is deleted. */
  live(id: string, kind: RecordKind): StoredRecord | undefined {
    const record = this.state.record(id)
    return record !== undefined && record.kind === kind && !isDeleted(record) ? record : undefined
  }

  /** All records of a kind that are not deleted, in the order they came into the library. */
  *liveOfKind(kind: RecordKind): IterableIterator<StoredRecord> {
    for (const record of this.state.all()) {
      if (record.kind === kind && !isDeleted(record)) yield record
    }
  }

  /** How many of a kind are not deleted; nothing is made of them to be shown. */
  count(kind: RecordKind): number {
    let count = 0
    for (const record of this.state.all()) if (record.kind === kind && !isDeleted(record)) count++
    return count
  }

  /** All records of a kind that are deleted and not purged. */
  *deletedOfKind(kind: RecordKind): IterableIterator<StoredRecord> {
    for (const record of this.state.all()) {
      if (record.kind === kind && isDeleted(record) && !isPurged(record)) yield record
    }
  }

  /** Every record, tombstones too, in no order. */
  records(): IterableIterator<StoredRecord> {
    return this.state.all()
  }

  /** Every record, tombstones too, ordered by id: what a bundle or a backup carries. */
  allRecords(): StoredRecord[] {
    return [...this.state.all()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  }

  get lastSeq(): number {
    return this.state.seq
  }

  get undoable(): CommandHead | null {
    return this.state.undoStack.undoable
  }

  get redoable(): CommandHead | null {
    return this.state.undoStack.redoable
  }

  /** Every command's head, oldest first. */
  get heads(): readonly CommandHead[] {
    return this.state.heads
  }

  subscribe(listener: LibraryEvents): () => void {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  /**
   * Makes the writes as one command. `decide` runs when all earlier commands are decided, so it sees the state it
   * changes; writes that would change nothing are dropped.
   * @returns the command, or null where nothing was left to write.
   */
  execute(name: string, decide: Proposal['decide']): Promise<Command | null> {
    return this.queue.add({ name, decide })
  }

  /** Takes back the last command that has not been taken back. @throws AppError NOTHING_TO_UNDO. */
  async undo(): Promise<{ undone: CommandHead; command: Command | null }> {
    const { head, command } = await this.takeBack('undo')
    return { undone: head, command }
  }

  /** Does again what was last undone. @throws AppError NOTHING_TO_REDO. */
  async redo(): Promise<{ redone: CommandHead; command: Command | null }> {
    const { head, command } = await this.takeBack('redo')
    return { redone: head, command }
  }

  /**
   * Destroys the records whose purge `decide` writes. The command stands before anything is destroyed, so that a purge
   * cut short is finished when the library is opened again.
   * @returns whether it is finished; where the disk fails after the command was written, it is not.
   */
  async purge(decide: Proposal['decide']): Promise<{ command: Command | null; isFinished: boolean }> {
    const command = await this.queue.add(async () => {
      const writes = decide()
      return { name: PURGE, decide: () => writes, spends: await commandsOnlyAbout(this, new Set(writes.map(({ record }) => record))) }
    })
    const isFinished = await this.finishPurge().then(() => true, (cause: unknown) => {
      this.ports.log.error('purge not finished', cause)
      return false
    })
    return { command, isFinished }
  }

  /** Commands from the journal, oldest first; see `JournalPort.read`. */
  commands(fromSeq = 1, about?: ReadonlySet<string>): AsyncIterable<Command> {
    return this.ports.journal.read(fromSeq, about)
  }

  snapshot(): Snapshot {
    return this.state.snapshot()
  }

  /** What a backup holds, in this program's schema. @throws AppError LIBRARY_NEWER. */
  migrated(snapshot: Snapshot): Snapshot {
    return migrate(snapshot, this.migrations)
  }

  /** Waits for the commands under way, and writes the snapshot if that is worth its time. */
  async close(): Promise<void> {
    await this.queue.idle()
    await this.snapshots.close(this.state.size)
  }

  /** The first of the snapshots notes that the journal has still to be redacted, so that it is, whatever happens. */
  private async finishPurge(): Promise<void> {
    const ids = new Set(this.state.purging)
    if (ids.size === 0) return
    await this.snapshots.writeAround(async () => {
      await this.ports.journal.redact(ids)
      for (const id of ids) this.state.purging.delete(id)
    })
  }

  /** Which command it is shows when its turn comes: two quick undos take back two commands. */
  private async takeBack(name: 'undo' | 'redo'): Promise<{ head: CommandHead; command: Command | null }> {
    let head: CommandHead | null = null
    const command = await this.queue.add(async () => {
      head = name === 'undo' ? this.undoable : this.redoable
      if (head === null) throw new AppError(name === 'undo' ? 'NOTHING_TO_UNDO' : 'NOTHING_TO_REDO')
      const taken = await this.findCommand(head.seq)
      return { name, decide: () => invert(taken, (id) => this.record(id)), undoes: head.commandId }
    })
    return { head: head!, command }
  }

  /** Decides on a batch of changes, has the journal write them together, and only then shows them. */
  private async carryOut(batch: Turn[]): Promise<void> {
    const decided = this.state.lookAhead((foresee) => this.decideAll(batch, (command) => {
      if (batch.length > 1) foresee(command.operations)
    }))
    try {
      const commands = decided.flatMap(({ command }) => command ?? [])
      if (commands.length > 0) await this.ports.journal.append(...commands)
    } catch (cause) {
      for (const { turn } of decided) turn.reject(cause)
      return
    }
    for (const { turn, command } of decided) {
      if (command !== null) this.show(command)
      turn.resolve(command)
    }
    this.snapshots.startIfDue()
  }

  private decideAll(batch: Turn[], foresee: (command: Command) => void): Decided[] {
    let seq = this.lastSeq
    return batch.flatMap((turn) => {
      try {
        const command = compose(turn.proposal, seq + 1, { state: this.state, clock: this.clock, ports: this.ports })
        if (command !== null) {
          seq = command.seq
          foresee(command)
        }
        return { turn, command }
      } catch (cause) {
        turn.reject(cause)
        return []
      }
    })
  }

  private show(command: Command): void {
    const touched = this.state.apply(command)
    this.snapshots.countBehind(command)
    for (const listener of this.listeners) {
      try {
        listener.changed(touched)
      } catch (cause) {
        // The command is on the disk: it has happened, whatever a listener makes of it.
        this.ports.log.error('a change was not followed', cause)
      }
    }
  }

  private async findCommand(seq: number): Promise<Command> {
    for await (const command of this.ports.journal.read(seq)) {
      if (command.seq === seq) return command
      break
    }
    throw new AppError('CANNOT_UNDO')
  }
}
