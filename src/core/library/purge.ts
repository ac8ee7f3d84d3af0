import { isPartOfCase } from './case-parts'
import { tombstone } from './inverse'
import type { Library } from './library'
import { DELETED, PURGED, type Command, type Json, type Register, type StoredRecord, type Write } from './model'
import { isDeleted, isPurged } from './record'

/** The writes that purge a record: its content goes, and it is deleted, last, with everything written so far seen. */
export function purgeWrites(record: StoredRecord): Write[] {
  const write = (field: string, value: Json): Write => ({ record: record.id, kind: record.kind, field, value })
  return [write(PURGED, true), write(DELETED, tombstone(record))]
}

/** Ids of the commands that wrote to nothing but these records and those purged before. */
export async function commandsOnlyAbout(library: Pick<Library, 'commands' | 'record'>, records: ReadonlySet<string>): Promise<string[]> {
  const found: string[] = []
  for await (const { commandId, operations } of library.commands(1, records)) {
    const isOnly = operations.every(({ record: id }) => {
      const record = library.record(id)
      return records.has(id) || (record !== undefined && isPurged(record))
    })
    if (isOnly && operations.length > 0) found.push(commandId)
  }
  return found
}

/** The records that a command purges. */
export function purgedBy({ operations }: Command): string[] {
  return operations.filter(({ field }) => field === PURGED).map(({ record }) => record)
}

/**
 * The command without what it wrote to purged records, so that no value, old or new, and no field's name is left; itself
 * where it wrote nothing to them. Number, time and name stay, and so do the tombstones, which hold no content.
 */
export function redacted(command: Command, records: ReadonlySet<string>): Command {
  const kept = command.operations.filter(({ record, field }) => !records.has(record) || field === DELETED || field === PURGED)
  return kept.length === command.operations.length ? command : { ...command, operations: kept }
}

/**
 * The record as others get it. A purge is said of this library alone: a colleague hears of a deletion, which takes no
 * edit from him that it had not seen, and which he can undo.
 */
export function withoutPurge(record: StoredRecord): StoredRecord {
  const { [PURGED]: purge, ...fields } = record.fields
  return purge === undefined ? record : { ...record, fields }
}

/**
 * A backup's records, those purged since under new ids: restoring a backup gives back what is in it, while the old ids
 * stay closed to bundles.
 */
export function reborn(backup: StoredRecord[], isPurgedHere: (id: string) => boolean, newId: () => string): StoredRecord[] {
  const fresh = new Map(backup.filter((record) => isPurgedHere(record.id) && !isDeleted(record)).map(({ id }) => [id, newId()]))
  if (fresh.size === 0) return backup
  const renamed = (id: string): string => fresh.get(id) ?? id
  return backup.map((record) => ({
    ...record, id: renamed(record.id),
    fields: Object.fromEntries(Object.entries(record.fields).map(([field, register]): [string, Register] => {
      if (record.kind === 'collection' && field.startsWith('cases/')) return [`cases/${renamed(field.slice('cases/'.length))}`, register]
      if (!isPartOfCase(record) || field !== 'caseId') return [field, register]
      return [field, register.map((version) => ({ ...version, value: renamed(String(version.value)) })) as Register]
    })),
  }))
}
