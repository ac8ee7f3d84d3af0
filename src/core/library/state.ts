import type { HybridClock } from './clock'
import {
  SCHEMA, type Command, type CommandHead, type Device, type Operation, type Snapshot, type StoredRecord, type Time,
} from './model'
import { purgedBy } from './purge'
import { applyOperation, emptyFields } from './record'
import { UndoStack } from './undo-stack'

/** Everything a library knows, in memory, as its commands have left it. */
export class LibraryState {
  private readonly records = new Map<string, StoredRecord>()
  readonly heads: CommandHead[] = []
  readonly undoStack = new UndoStack()
  /** Purged records whose values may still be on the disk. */
  readonly purging = new Set<string>()
  /** The last command that is in it. */
  seq = 0
  private time: Time = ''
  /** While a batch is decided: the records as its earlier commands will leave them, which only the later ones see. */
  private ahead: Map<string, StoredRecord> | null = null

  constructor(readonly libraryId: string, private readonly device: Device, private readonly clock: HybridClock) {}

  get size(): number {
    return this.records.size
  }

  record(id: string): StoredRecord | undefined {
    return this.ahead?.get(id) ?? this.records.get(id)
  }

  /** In the order they came into the library. */
  *all(): IterableIterator<StoredRecord> {
    const { ahead } = this
    for (const record of this.records.values()) yield ahead?.get(record.id) ?? record
    for (const record of ahead?.values() ?? []) {
      if (!this.records.has(record.id)) yield record
    }
  }

  load(snapshot: Snapshot): void {
    for (const record of snapshot.records) this.records.set(record.id, { ...record, fields: Object.assign(emptyFields(), record.fields) })
    for (const head of snapshot.heads) this.remember(head)
    for (const id of snapshot.purging ?? []) this.purging.add(id)
    this.seq = snapshot.seq
    if (snapshot.time !== '') this.noteOwnTime(snapshot.time)
  }

  /** Records never change in place, so the copy stays what it is while commands go on. */
  snapshot(): Snapshot {
    const { libraryId, seq, time } = this
    const purging = this.purging.size === 0 ? {} : { purging: [...this.purging] }
    return { schema: SCHEMA, libraryId, seq, time, heads: [...this.heads], ...purging, records: [...this.records.values()] }
  }

  /** Gives the ids of the records it touched. */
  apply(command: Command): string[] {
    const touched = new Set<string>()
    for (const operation of command.operations) {
      const record = this.records.get(operation.record)
      const next = applyOperation(record, operation)
      if (next !== record) this.records.set(operation.record, next)
      touched.add(operation.record)
      if (operation.device === this.device) this.noteOwnTime(operation.time)
    }
    for (const id of purgedBy(command)) this.purging.add(id)
    this.seq = command.seq
    const { commandId, name, seq, undoes, spends } = command
    this.remember({ commandId, name, seq, ...(undoes === undefined ? {} : { undoes }), ...(spends === undefined ? {} : { spends }) })
    return [...touched]
  }

  /** Lets `decide` foresee changes that are not on the disk yet; they are forgotten when it is done. */
  lookAhead<Result>(decide: (foresee: (operations: Operation[]) => void) => Result): Result {
    const ahead = new Map<string, StoredRecord>()
    this.ahead = ahead
    try {
      return decide((operations) => {
        for (const operation of operations) ahead.set(operation.record, applyOperation(this.record(operation.record), operation))
      })
    } finally {
      this.ahead = null
    }
  }

  private noteOwnTime(time: Time): void {
    if (time > this.time) this.time = time
    this.clock.advancePast(time)
  }

  private remember(head: CommandHead): void {
    this.heads.push(head)
    this.undoStack.add(head)
  }
}
