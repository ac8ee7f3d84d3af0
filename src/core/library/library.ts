import { AppError } from '#api'
import type { Ports } from '../ports'
import { HybridClock } from './clock'
import { migrate } from './migrations'
import {
  SCHEMA, type Command, type CommandHead, type Json, type Operation, type RecordKind, type Snapshot, type StoredRecord, type Time, type Write,
} from './model'
import { invert, sameJson } from './inverse'
import { applyOperation, emptyFields, fieldValue, isDeleted } from './record'
import { seenBy } from './register'
import { UndoStack } from './undo-stack'

export interface LibraryEvents {
  /** Records as they are after a command, in the order they were first touched. */
  changed(ids: string[]): void
}

/** While the library is open, a snapshot follows this many commands. */
const COMMANDS_PER_SNAPSHOT = 500
/**
 * Closing always writes the snapshot of a small library, which then stands twice on the disk. Of a large one it leaves
 * less than this to the journal, since replaying it is quicker than writing everything anew.
 */
const RECORDS_OF_SMALL_LIBRARY = 500
const COMMANDS_LEFT_BEHIND = 50
const WEIGHT_LEFT_BEHIND = 256 * 1024
/** About what an operation takes in the journal beside its value, in characters. */
const WEIGHT_OF_OPERATION = 300

/**
 * The state of one library and the only way to change it. Reading is synchronous and from memory; `execute` resolves
 * once the journal holds the command, so memory never knows more than the disk.
 */
export class Library {
  private readonly records = new Map<string, StoredRecord>()
  private readonly listeners = new Set<LibraryEvents>()
  private readonly undoStack = new UndoStack()
  private readonly heads: CommandHead[] = []
  private readonly clock: HybridClock
  private seq = 0
  private time = ''
  private sinceSnapshot = 0
  private weightSinceSnapshot = 0
  private queue: Promise<unknown> = Promise.resolve()

  private constructor(private readonly ports: Ports, readonly libraryId: string) {
    this.clock = new HybridClock(ports.clock)
  }

  /**
   * Reads the snapshot and replays the journal behind it.
   * @throws AppError LIBRARY_NEWER for a schema this program does not know.
   */
  static async open(ports: Ports): Promise<Library> {
    const stored = await ports.snapshot.read()
    const snapshot = stored === null ? null : migrate(stored)
    const library = new Library(ports, snapshot?.libraryId ?? ports.ids.id())
    if (snapshot !== null) library.load(snapshot)
    for await (const command of ports.journal.read(library.seq + 1)) {
      library.apply(command)
      library.countBehind(command)
    }
    if (snapshot === null && ports.host.readOnly === null) await library.writeSnapshot()
    return library
  }

  /** The record, deleted or not. */
  record(id: string): StoredRecord | undefined {
    return this.records.get(id)
  }

  /** The record, unless it is deleted. */
  live(id: string, kind: RecordKind): StoredRecord | undefined {
    const record = this.records.get(id)
    return record !== undefined && record.kind === kind && !isDeleted(record) ? record : undefined
  }

  /** All records of a kind that are not deleted, in the order they came into the library. */
  *liveOfKind(kind: RecordKind): IterableIterator<StoredRecord> {
    for (const record of this.records.values()) {
      if (record.kind === kind && !isDeleted(record)) yield record
    }
  }

  /** Every record, tombstones too, ordered by id: what a bundle or a backup carries. */
  allRecords(): StoredRecord[] {
    return [...this.records.values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  }

  get lastSeq(): number {
    return this.seq
  }

  get undoable(): CommandHead | null {
    return this.undoStack.undoable
  }

  get redoable(): CommandHead | null {
    return this.undoStack.redoable
  }

  subscribe(listener: LibraryEvents): () => void {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  /**
   * Makes the writes as one command. `decide` runs when all earlier commands are done, so it sees the state it changes;
   * writes that would change nothing are dropped.
   * @returns the command, or null where nothing was left to write.
   */
  async execute(name: string, decide: () => Write[], undoes?: string): Promise<Command | null> {
    const run = this.queue.then(async () => {
      const command = this.compose(name, decide(), undoes)
      if (command === null) return null
      await this.ports.journal.append(command)
      const touched = this.apply(command)
      for (const listener of this.listeners) listener.changed(touched)
      this.countBehind(command)
      if (this.sinceSnapshot >= COMMANDS_PER_SNAPSHOT) await this.snapshotOrLog()
      return command
    })
    this.queue = run.catch(() => undefined)
    return run
  }

  /** Takes back the last command that has not been taken back. @throws AppError NOTHING_TO_UNDO. */
  async undo(): Promise<{ undone: CommandHead; command: Command | null }> {
    const head = this.undoStack.undoable
    if (head === null) throw new AppError('NOTHING_TO_UNDO')
    return { undone: head, command: await this.takeBack(head, 'undo') }
  }

  /** Does again what was last undone. @throws AppError NOTHING_TO_REDO. */
  async redo(): Promise<{ redone: CommandHead; command: Command | null }> {
    const head = this.undoStack.redoable
    if (head === null) throw new AppError('NOTHING_TO_REDO')
    return { redone: head, command: await this.takeBack(head, 'redo') }
  }

  /** Commands from the journal, oldest first. */
  commands(fromSeq = 1): AsyncIterable<Command> {
    return this.ports.journal.read(fromSeq)
  }

  snapshot(): Snapshot {
    return {
      schema: SCHEMA, libraryId: this.libraryId, seq: this.seq, time: this.time, heads: [...this.heads], records: [...this.records.values()],
    }
  }

  /** Waits for the commands under way, and writes the snapshot if that is worth its time. */
  async close(): Promise<void> {
    await this.queue
    const isWorthIt = this.records.size <= RECORDS_OF_SMALL_LIBRARY || this.sinceSnapshot >= COMMANDS_LEFT_BEHIND
      || this.weightSinceSnapshot >= WEIGHT_LEFT_BEHIND
    if (this.sinceSnapshot > 0 && isWorthIt && this.ports.host.readOnly === null) await this.snapshotOrLog()
  }

  private async takeBack(head: CommandHead, name: 'undo' | 'redo'): Promise<Command | null> {
    const command = await this.findCommand(head.seq)
    return this.execute(name, () => invert(command, (id) => this.records.get(id)), head.commandId)
  }

  private async findCommand(seq: number): Promise<Command> {
    for await (const command of this.ports.journal.read(seq)) {
      if (command.seq === seq) return command
      break
    }
    throw new AppError('CANNOT_UNDO')
  }

  private shown(id: string, field: string): Json {
    const record = this.records.get(id)
    return record === undefined ? null : fieldValue(record, field)
  }

  private compose(name: string, writes: Write[], undoes: string | undefined): Command | null {
    const operations: Operation[] = []
    for (const write of writes) {
      const record = this.records.get(write.record)
      const register = record?.fields[write.field]
      const old = this.shown(write.record, write.field)
      const isForeign = write.version !== undefined
      if (!isForeign && register !== undefined && register.length === 1 && sameJson(old, write.value)) continue
      if (!isForeign && register === undefined && write.value === null) continue
      const stamp = write.version ?? { device: this.ports.host.device, time: this.clock.next(), seen: seenBy(register, this.ports.host.device) }
      operations.push({
        opId: this.ports.ids.id(), record: write.record, kind: write.kind, field: write.field, device: stamp.device, time: stamp.time,
        ...(stamp.seen === undefined ? {} : { seen: stamp.seen }), old, new: write.value,
      })
    }
    // An undo with nothing left to take back still moves the undo stack on.
    if (operations.length === 0 && undoes === undefined) return null
    return {
      commandId: this.ports.ids.id(), name, seq: this.seq + 1, at: new Date(this.ports.clock.now()).toISOString(),
      device: this.ports.host.device, ...(undoes === undefined ? {} : { undoes }), operations,
    }
  }

  private load(snapshot: Snapshot): void {
    for (const record of snapshot.records) this.records.set(record.id, { ...record, fields: Object.assign(emptyFields(), record.fields) })
    for (const head of snapshot.heads) this.remember(head)
    this.seq = snapshot.seq
    if (snapshot.time !== '') this.noteOwnTime(snapshot.time)
  }

  private apply(command: Command): string[] {
    const touched = new Set<string>()
    for (const operation of command.operations) {
      const record = this.records.get(operation.record)
      const next = applyOperation(record, operation)
      if (next !== record) this.records.set(operation.record, next)
      touched.add(operation.record)
      if (operation.device === this.ports.host.device) this.noteOwnTime(operation.time)
    }
    this.seq = command.seq
    const { commandId, name, seq, undoes } = command
    this.remember(undoes === undefined ? { commandId, name, seq } : { commandId, name, seq, undoes })
    return [...touched]
  }

  private noteOwnTime(time: Time): void {
    if (time > this.time) this.time = time
    this.clock.advancePast(time)
  }

  private remember(head: CommandHead): void {
    this.heads.push(head)
    this.undoStack.add(head)
  }

  private async snapshotOrLog(): Promise<void> {
    try {
      await this.writeSnapshot()
    } catch (cause) {
      // The journal already holds everything; a missed snapshot only makes the next start slower.
      this.ports.log.error('snapshot not written', cause)
    }
  }

  private async writeSnapshot(): Promise<void> {
    await this.ports.snapshot.write(this.snapshot())
    this.sinceSnapshot = 0
    this.weightSinceSnapshot = 0
  }

  private countBehind({ operations }: Command): void {
    this.sinceSnapshot++
    for (const { new: value } of operations) this.weightSinceSnapshot += WEIGHT_OF_OPERATION + (typeof value === 'string' ? value.length : 0)
  }
}
