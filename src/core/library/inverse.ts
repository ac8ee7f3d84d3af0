import { DELETED, type Command, type Json, type Operation, type StoredRecord, type Write } from './model'
import { fieldValue, seenOfRecord, unseenEdits } from './record'
import { removalOf, sectionTakenOut } from './sections'

/**
 * The writes that take a command back: each field gets the value it had before, where nobody has changed it since.
 * A record the command created is deleted as a whole, with its fields kept, so that redo finds them.
 */
export function invert(command: Command, recordOf: (id: string) => StoredRecord | undefined): Write[] {
  const created = new Set(command.operations.filter(({ field, old }) => field === DELETED && old === null).map(({ record }) => record))
  const writes: Write[] = []
  // Behind the others, so that a tombstone is later than what is taken back along with it.
  const deletions: Write[] = []
  for (const operation of [...command.operations].reverse()) {
    const { record: id, kind, field, old } = operation
    const record = recordOf(id)
    if (record === undefined) continue
    const section = sectionTakenOut(field, old)
    if (field === DELETED) deletions.push({ record: id, kind, field, value: old === false ? false : tombstone(record) })
    else if (created.has(id) || !stillStands(record, operation)) continue
    else if (section !== null) deletions.push({ record: id, kind, field, value: removalOf(record, section) })
    else writes.push({ record: id, kind, field, value: old })
  }
  for (const record of revivedBy(command, recordOf)) deletions.push({ record: record.id, kind: record.kind, field: DELETED, value: tombstone(record) })
  return [...writes, ...deletions]
}

/** Records that were deleted and live only by edits that the command brought: without it they are deleted again. */
function revivedBy({ operations }: Command, recordOf: (id: string) => StoredRecord | undefined): StoredRecord[] {
  const withTombstone = new Set(operations.filter(({ field }) => field === DELETED).map(({ record }) => record))
  const brought = new Set(operations.map(({ record, field, device, time }) => JSON.stringify([record, field, device, time])))
  return [...new Set(operations.map(({ record }) => record))].flatMap((id) => {
    const record = withTombstone.has(id) ? undefined : recordOf(id)
    const edits = record === undefined ? [] : unseenEdits(record)
    const isByCommand = edits.length > 0 && edits.every(({ field, edit }) => brought.has(JSON.stringify([id, field, edit.device, edit.time])))
    return isByCommand ? [record!] : []
  })
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
