import { DELETED, type Device, type Json, type Operation, type StoredRecord, type Time, type Tombstone, type Version } from './model'
import { hasSeen, mergeRegisters, noteLatest, valueOf } from './register'

/** The record with the operation's write in it; the same object where the write is already there. */
export function applyOperation(record: StoredRecord | undefined, operation: Operation): StoredRecord {
  const before = record ?? { id: operation.record, kind: operation.kind, fields: emptyFields() }
  const version: Version = { value: operation.new, device: operation.device, time: operation.time }
  if (operation.seen !== undefined) version.seen = operation.seen
  const register = mergeRegisters(before.fields[operation.field], [version])
  if (register === before.fields[operation.field]) return before
  return { ...before, fields: withField(before.fields, operation.field, register) }
}

/** Field names come from files, so the map has no prototype that a name could reach. */
export function emptyFields(): StoredRecord['fields'] {
  return Object.create(null) as StoredRecord['fields']
}

function withField(fields: StoredRecord['fields'], field: string, register: StoredRecord['fields'][string]): StoredRecord['fields'] {
  return Object.assign(emptyFields(), fields, { [field]: register })
}

/** The value of a field, or null where it was never written. */
export function fieldValue(record: StoredRecord, field: string): Json {
  return valueOf(record.fields[field]) ?? null
}

/** Everything written to the record, as the deleting device knows it: for each device the latest time. */
export function seenOfRecord(record: StoredRecord): Record<Device, Time> {
  const seen: Record<Device, Time> = {}
  for (const register of Object.values(record.fields)) {
    for (const version of register) noteLatest(seen, version.device, version.time)
  }
  return seen
}

function tombstoneOf(record: StoredRecord): { version: Version; tombstone: Tombstone } | null {
  const version = record.fields[DELETED]?.[0]
  if (version === undefined || version.value === false) return null
  const seen = (version.value as Tombstone | null)?.seen ?? {}
  return { version, tombstone: { seen } }
}

/** Edits that the deletion had not seen: they keep the record alive, and the user is told. */
export function editsAfterDeletion(record: StoredRecord): string[] {
  const deletion = tombstoneOf(record)
  if (deletion === null) return []
  const { seen } = deletion.tombstone
  return Object.entries(record.fields)
    .filter(([field, register]) => field !== DELETED
      && register.some((edit) => !hasSeen(deletion.version, edit.device, edit.time) && (seen[edit.device] ?? '') < edit.time))
    .map(([field]) => field)
}

/** Whether the record is gone for the user: a tombstone, and no edit that the deletion had not seen. */
export function isDeleted(record: StoredRecord): boolean {
  return tombstoneOf(record) !== null && editsAfterDeletion(record).length === 0
}
