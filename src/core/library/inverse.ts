import { DELETED, type Command, type Json, type Operation, type StoredRecord, type Write } from './model'
import { fieldValue, seenOfRecord } from './record'

/**
 * The writes that take a command back: each field gets the value it had before, where nobody has changed it since.
 * A record the command created is deleted as a whole, with its fields kept, so that redo finds them.
 */
export function invert(command: Command, recordOf: (id: string) => StoredRecord | undefined): Write[] {
  const created = new Set(command.operations.filter(({ field, old }) => field === DELETED && old === null).map(({ record }) => record))
  const writes: Write[] = []
  for (const operation of [...command.operations].reverse()) {
    const { record: id, kind, field, old } = operation
    const record = recordOf(id)
    if (record === undefined) continue
    if (field === DELETED) writes.push({ record: id, kind, field, value: old === false ? false : tombstone(record) })
    else if (!created.has(id) && stillStands(record, operation)) writes.push({ record: id, kind, field, value: old })
  }
  return writes
}

/** Nobody has changed the field since: it shows the value written, or keeps it beside a later one (after a merge). */
function stillStands(record: StoredRecord, { field, device, time, new: written }: Operation): boolean {
  return sameJson(fieldValue(record, field), written)
    || (record.fields[field]?.some((version) => version.device === device && version.time === time) ?? false)
}

/** What deletes a record: everything written to it so far counts as seen. */
export function tombstone(record: StoredRecord): Json {
  return { seen: seenOfRecord(record) }
}

export function sameJson(a: Json, b: Json): boolean {
  return a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b))
}
