import type { MergeConflict } from '#api'
import { sameJson } from './inverse'
import { DELETED, type Register, type StoredRecord, type Write } from './model'
import { editsAfterDeletion, emptyFields, isDeleted } from './record'
import { hasSeen, mergeRegisters, valueOf } from './register'

/** Fields whose difference is no matter for the user: the tombstone is told of as a revival, the creation by nobody's choice. */
const UNTOLD: readonly string[] = [DELETED, 'createdAt']

/** What a merge would do; nothing is done by computing it. Every record of the bundle counts once. */
export interface Merge {
  /** The colleague's writes that are not known here, with their own stamps. */
  writes: Write[]
  /** Records that come to be seen here by the merge. */
  added: number
  /** Records known here that get at least one write. */
  updated: number
  /** All others, tombstones of records that were never here among them. */
  unchanged: number
  conflicts: MergeConflict[]
}

/** Both copies of a record as one: field by field, so commutative, associative and idempotent like `mergeRegisters`. */
export function mergeRecord(mine: StoredRecord | undefined, theirs: StoredRecord): StoredRecord {
  const fields: StoredRecord['fields'] = Object.assign(emptyFields(), mine?.fields)
  for (const [field, register] of Object.entries(theirs.fields)) fields[field] = mergeRegisters(fields[field], register)
  return { id: theirs.id, kind: mine?.kind ?? theirs.kind, fields }
}

/** The writes that bring `theirs` into a library, with what the user is to be told of them. */
export function mergeRecords(mine: (id: string) => StoredRecord | undefined, theirs: Iterable<StoredRecord>): Merge {
  const merge: Merge = { writes: [], added: 0, updated: 0, unchanged: 0, conflicts: [] }
  for (const record of theirs) {
    const own = mine(record.id)
    const writes = newsOf(own, record)
    merge.writes.push(...writes)
    if (own === undefined && !isDeleted(record)) merge.added++
    else if (own !== undefined && writes.length > 0) merge.updated++
    else merge.unchanged++
    if (own !== undefined && writes.length > 0) merge.conflicts.push(...conflictsOf(own, record))
  }
  return merge
}

/** Each version that no version here has seen becomes a write of its own, so that a conflict is carried whole. */
function newsOf(mine: StoredRecord | undefined, theirs: StoredRecord): Write[] {
  return Object.entries(theirs.fields).flatMap(([field, register]) => {
    const known = mine?.fields[field] ?? []
    return register
      .filter((version) => !known.some((own) => hasSeen(own, version.device, version.time)))
      .map(({ value, device, time, seen }) => ({
        record: theirs.id, kind: mine?.kind ?? theirs.kind, field, value, version: seen === undefined ? { device, time } : { device, time, seen },
      }))
  })
}

function conflictsOf(mine: StoredRecord, theirs: StoredRecord): MergeConflict[] {
  const merged = mergeRecord(mine, theirs)
  const conflicts = Object.entries(theirs.fields).flatMap(([field, register]) => {
    const own = mine.fields[field]
    const result = merged.fields[field]
    if (UNTOLD.includes(field) || own === undefined || result === undefined || result === own || !isDisputed(result)) return []
    const shown = valueOf(result)
    const kept = sameJson(shown ?? null, valueOf(own) ?? null) ? 'mine' : 'theirs'
    return [{ id: mine.id, field, mine: valueOf(own), theirs: theirValue(own, register), kept } satisfies MergeConflict]
  })
  return [...conflicts, ...revival(mine, theirs, merged)]
}

/** Two devices that wrote the same do not disagree. */
function isDisputed(register: Register): boolean {
  return register.some((version) => !sameJson(version.value, register[0].value))
}

/** Of their versions the latest that is news here: the other may be my own. */
function theirValue(own: Register, register: Register): unknown {
  return register.find((version) => !own.some((known) => hasSeen(known, version.device, version.time)))?.value
}

/** An edit keeps a record that the other side deleted without having seen the edit. */
function revival(mine: StoredRecord, theirs: StoredRecord, merged: StoredRecord): MergeConflict[] {
  if (editsAfterDeletion(merged).length === 0 || isDeleted(mine) === isDeleted(theirs)) return []
  return isDeleted(mine)
    ? [{ id: mine.id, field: DELETED, mine: true, theirs: false, kept: 'theirs' }]
    : [{ id: mine.id, field: DELETED, mine: false, theirs: true, kept: 'mine' }]
}
