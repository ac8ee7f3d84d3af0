import type { ConflictVersion, MergeConflict } from '#api'
import { conflictsOf } from './conflicts'
import { DELETED, type StoredRecord, type Version, type Write } from './model'
import { emptyFields, isDeleted, isPurged, settled, takes, unseenEdits } from './record'
import { hasSeen, mergeRegisters } from './register'

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
  return settled({ id: theirs.id, kind: mine?.kind ?? theirs.kind, fields })
}

/** The writes that bring `theirs` into a library, with what the user is to be told of them. */
export function mergeRecords(mine: (id: string) => StoredRecord | undefined, theirs: Iterable<StoredRecord>): Merge {
  const merge: Merge = { writes: [], added: 0, updated: 0, unchanged: 0, conflicts: [] }
  for (const record of theirs) {
    const own = mine(record.id)
    const writes = newsOf(own, record)
    merge.writes.push(...writes)
    if (writes.length === 0 || (own === undefined && isDeleted(record))) merge.unchanged++
    else if (own === undefined || (isDeleted(own) && !isDeleted(mergeRecord(own, record)))) merge.added++
    else merge.updated++
    if (own === undefined) continue
    if (isPurged(own)) merge.conflicts.push(...editOfPurged(own, record))
    else if (writes.length > 0) merge.conflicts.push(...newConflicts(own, record))
  }
  return merge
}

/** Each version that no version here has seen becomes a write of its own, so that a conflict is carried whole. */
function newsOf(mine: StoredRecord | undefined, theirs: StoredRecord): Write[] {
  return Object.entries(theirs.fields).flatMap(([field, register]) => {
    if (mine !== undefined && !takes(mine, field)) return []
    const known = mine?.fields[field] ?? []
    return register
      .filter((version) => !known.some((own) => hasSeen(own, version.device, version.time)))
      .map(({ value, device, time, seen }) => ({
        record: theirs.id, kind: mine?.kind ?? theirs.kind, field, value, version: seen === undefined ? { device, time } : { device, time, seen },
      }))
  })
}

/** What the merge brings into conflict: one version is known here and another is news. */
function newConflicts(mine: StoredRecord, theirs: StoredRecord): MergeConflict[] {
  const known = new Set(Object.values(mine.fields).flatMap((register) => register.map(stampOf)))
  const isKnown = (version: ConflictVersion) => known.has(stampOf(version))
  return conflictsOf(mergeRecord(mine, theirs)).flatMap(({ field, shown, others }): MergeConflict[] => {
    const versions = [shown, ...others]
    const own = versions.find(isKnown)
    const news = versions.find((version) => !isKnown(version))
    if (own === undefined || news === undefined) return []
    return [{ id: mine.id, field, mine: own.value, theirs: news.value, kept: isKnown(shown) ? 'mine' : 'theirs' }]
  })
}

/** A purge stands against an edit it had not seen, but the user is told of the edit; the colleague's copy still has it. */
function editOfPurged(mine: StoredRecord, theirs: StoredRecord): MergeConflict[] {
  if (isDeleted(theirs)) return []
  const deletion = mine.fields[DELETED]
  const edits = deletion === undefined ? [] : unseenEdits({ ...theirs, fields: { ...theirs.fields, [DELETED]: deletion } })
  return edits.length === 0 ? [] : [{ id: mine.id, field: DELETED, mine: true, theirs: false, kept: 'mine' }]
}

function stampOf({ device, time }: Pick<Version, 'device' | 'time'>): string {
  return `${device} ${time}`
}
