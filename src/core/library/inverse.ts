import { DELETED, type Command, type Json, type StoredRecord, type Write } from './model'
import { fieldValue, seenOfRecord } from './record'

/**
 * The writes that take a command back: each field gets the value it had before, where nobody has changed it since.
 * A record the command created is deleted as a whole, with its fields kept, so that redo finds them.
 */
export function invert(command: Command, recordOf: (id: string) => StoredRecord | undefined): Write[] {
  const created = new Set(command.operations.filter(({ field, old }) => field === DELETED && old === null).map(({ record }) => record))
  const writes: Write[] = []
  for (const { record: id, kind, field, old, new: written } of [...command.operations].reverse()) {
    const record = recordOf(id)
    if (record === undefined) continue
    if (field === DELETED) writes.push({ record: id, kind, field, value: old === false ? false : tombstone(record) })
    else if (!created.has(id) && sameJson(fieldValue(record, field), written)) writes.push({ record: id, kind, field, value: old })
  }
  return writes
}

/** What deletes a record: everything written to it so far counts as seen. */
export function tombstone(record: StoredRecord): Json {
  return { seen: seenOfRecord(record) }
}

export function sameJson(a: Json, b: Json): boolean {
  return a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b))
}
