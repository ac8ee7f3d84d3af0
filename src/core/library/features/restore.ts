import { tombstone } from '../inverse'
import { DELETED, type Json, type StoredRecord, type Write } from '../model'
import { isDeleted } from '../record'
import { valueOf } from '../register'
import { removalOf, sectionTakenOut } from '../sections'

/** The writes after which the library shows what the backup shows; what came since is deleted or emptied, not erased. */
export function restoreWrites(now: StoredRecord[], backup: StoredRecord[]): Write[] {
  const current = new Map(now.map((record) => [record.id, record]))
  const kept = new Map(backup.map((record) => [record.id, record]))
  const writes: Write[] = []
  for (const old of backup) {
    const record = current.get(old.id)
    const write = (field: string, value: Json) => writes.push({ record: old.id, kind: old.kind, field, value })
    const deleted = isDeleted(old)
    if (deleted && (record === undefined || isDeleted(record))) continue
    write(DELETED, deleted ? tombstone(record!) : false)
    if (deleted) continue
    const fields = new Set([...Object.keys(old.fields), ...Object.keys(record?.fields ?? {})])
    fields.delete(DELETED)
    const removals: [field: string, section: string][] = []
    for (const field of fields) {
      const value = valueOf(old.fields[field]) ?? null
      const section = sectionTakenOut(field, value)
      if (section === null) write(field, value)
      else removals.push([field, section])
    }
    // Behind the section's texts, so that it is later than these.
    for (const [field, section] of removals) write(field, record === undefined ? false : removalOf(record, section))
  }
  for (const record of now) {
    if (!kept.has(record.id) && !isDeleted(record)) writes.push({ record: record.id, kind: record.kind, field: DELETED, value: tombstone(record) })
  }
  return writes
}
