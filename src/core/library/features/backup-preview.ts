import type { BackupPreview, CaseNames } from '#api'
import { sameJson } from '../inverse'
import { DELETED, type StoredRecord } from '../model'
import { fieldValue, isDeleted } from '../record'
import { sectionTakenOut } from '../sections'

/** Most cases of a kind that are named; beyond them their number has to do. */
const MOST_NAMED = 200

/** What restoring the backup's records would do to the records as they are now. */
export function previewOf(now: StoredRecord[], backup: StoredRecord[]): BackupPreview {
  const current = new Map(now.map((record) => [record.id, record]))
  const kept = new Map(backup.map((record) => [record.id, record]))
  const returning: StoredRecord[] = []
  const going: StoredRecord[] = []
  const changing: StoredRecord[] = []
  for (const [id, old] of kept) {
    if (isDeleted(old)) continue
    const record = current.get(id)
    if (record === undefined || isDeleted(record)) returning.push(old)
    else if (differs(record, old)) changing.push(record)
  }
  for (const [id, record] of current) {
    const old = kept.get(id)
    if (!isDeleted(record) && (old === undefined || isDeleted(old))) going.push(record)
  }
  return {
    cases: backup.filter((record) => isCase(record) && !isDeleted(record)).length,
    returning: named(returning), going: named(going), changing: named(changing),
    others: [...returning, ...going, ...changing].filter((record) => !isCase(record)).length,
  }
}

function differs(now: StoredRecord, old: StoredRecord): boolean {
  const fields = new Set([...Object.keys(now.fields), ...Object.keys(old.fields)])
  fields.delete(DELETED)
  return [...fields].some((field) => {
    const [value, was] = [fieldValue(now, field), fieldValue(old, field)]
    const isOutInBoth = sectionTakenOut(field, value) !== null && sectionTakenOut(field, was) !== null
    return !isOutInBoth && !sameJson(value, was)
  })
}

function named(records: StoredRecord[]): CaseNames {
  const cases = records.filter(isCase)
  const titleOf = (record: StoredRecord): string => {
    const title = fieldValue(record, 'title')
    return typeof title === 'string' ? title : ''
  }
  return { total: cases.length, cases: cases.slice(0, MOST_NAMED).map((record) => ({ id: record.id, title: titleOf(record) })) }
}

function isCase({ kind }: StoredRecord): boolean {
  return kind === 'case'
}
