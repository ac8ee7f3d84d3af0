import { DELETED, PURGED, type Device, type Json, type Operation, type StoredRecord, type Time, type Tombstone, type Version } from './model'
import { mergeRegisters, noteLatest, valueOf } from './register'

/** The record with the operation's write in it; the same object where the write is already there. */
export function applyOperation(record: StoredRecord | undefined, operation: Operation): StoredRecord {
  const before = record ?? { id: operation.record, kind: operation.kind, fields: emptyFields() }
  if (!takes(before, operation.field)) return before
  const version: Version = { value: operation.new, device: operation.device, time: operation.time }
  if (operation.seen !== undefined) version.seen = operation.seen
  const register = mergeRegisters(before.fields[operation.field], [version])
  if (register === before.fields[operation.field]) return before
  return settled({ ...before, fields: withField(before.fields, operation.field, register) })
}

/** Whether the record's content was destroyed, in this library. */
export function isPurged(record: StoredRecord): boolean {
  return PURGED in record.fields
}

/** Whether a field can still be written to: nothing but its tombstone is left of a purged record. */
export function takes(record: StoredRecord, field: string): boolean {
  return field === DELETED || field === PURGED || !isPurged(record)
}

/**
 * The record without content where it was purged, itself otherwise. As it depends on whether a field is there, and no
 * field ever goes away, merging stays commutative, associative and idempotent.
 */
export function settled(record: StoredRecord): StoredRecord {
  if (!isPurged(record)) return record
  const kept = Object.entries(record.fields).filter(([field]) => takes(record, field))
  return { ...record, fields: Object.assign(emptyFields(), Object.fromEntries(kept)) }
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

/**
 * The field as the record shows it. A tombstone that an edit has outlived is not what is shown: undo has to find the
 * record as it was, alive.
 */
export function shownValue(record: StoredRecord, field: string): Json {
  const isOutlived = field === DELETED && record.fields[DELETED] !== undefined && !isDeleted(record)
  return isOutlived ? false : fieldValue(record, field)
}

/** Everything written to the record, or to its fields under a prefix, as this device knows it: for each device the latest time. */
export function seenOfRecord(record: StoredRecord, prefix = ''): Record<Device, Time> {
  const seen: Record<Device, Time> = {}
  for (const [field, register] of Object.entries(record.fields)) {
    if (!field.startsWith(prefix)) continue
    for (const version of register) noteLatest(seen, version.device, version.time)
  }
  return seen
}

/** The deletions that no later write to the record's tombstone field has seen; none where it was never deleted. */
function deletionsOf(record: StoredRecord): Version[] {
  return (record.fields[DELETED] ?? []).filter(({ value }) => value !== false)
}

/** Whoever deleted had seen the edit: his own earlier ones, and what his tombstone names of others. */
export function sawEdit(deletion: Version, edit: Version): boolean {
  if (deletion.device === edit.device && deletion.time >= edit.time) return true
  return namesAsSeen(deletion.value, edit)
}

/** Whether a tombstone (of a record or of a section) names the edit; values of the wrong shape name nothing. */
export function namesAsSeen(tombstone: Json, { device, time }: Pick<Version, 'device' | 'time'>): boolean {
  const seen = (tombstone as Partial<Tombstone> | null)?.seen
  const latest: unknown = typeof seen === 'object' && seen !== null && Object.hasOwn(seen, device) ? seen[device] : undefined
  return typeof latest === 'string' && latest >= time
}

/**
 * Edits that no deletion of the record had seen, by field: they keep the record alive, and the user is told. Of two
 * deletions each vouches for what it saw; a restoring that a deletion did not know of counts as an edit.
 */
export function unseenEdits(record: StoredRecord): { field: string; edit: Version }[] {
  const deletions = deletionsOf(record)
  if (deletions.length === 0) return []
  return Object.entries(record.fields).flatMap(([field, register]) => register
    .filter((edit) => !deletions.includes(edit) && !deletions.some((deletion) => sawEdit(deletion, edit)))
    .map((edit) => ({ field, edit })))
}

/** Whether the record is gone for the user: purged, or deleted and no edit that the deletion had not seen. */
export function isDeleted(record: StoredRecord): boolean {
  return isPurged(record) || (deletionsOf(record).length > 0 && unseenEdits(record).length === 0)
}

/** Deleted by one and edited by another who did not know: alive, but to be decided. */
export function isRevived(record: StoredRecord): boolean {
  return unseenEdits(record).length > 0
}
