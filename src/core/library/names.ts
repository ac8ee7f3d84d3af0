import type { ConflictNames } from '#api'
import type { StoredRecord } from './model'
import { fieldValue } from './record'
import { headOf } from './sections'

/** What people call a record: a case's title, a collection's or theme's name, a passage's words. */
export function titleOf(record: StoredRecord): string {
  const anchor = fieldValue(record, 'anchor') as { exact?: unknown } | null
  const name = fieldValue(record, 'title') ?? fieldValue(record, 'name') ?? anchor?.exact
  return typeof name === 'string' ? name : ''
}

/** What the ids in a field of a record stand for. */
export function describeConflict(record: StoredRecord, field: string, recordOf: (id: string) => StoredRecord | undefined): ConflictNames {
  const [list, id = ''] = field.split('/')
  const caseId = record.kind === 'case' ? record.id : fieldValue(record, 'caseId')
  const names: ConflictNames = { kind: record.kind, title: titleOf(record), caseId: typeof caseId === 'string' ? caseId : null }
  if (list === 'sections' && id !== '') names.section = headOf(record, id)
  if (list === 'themes' || list === 'cases') {
    const member = recordOf(id)
    names.member = member === undefined ? '' : titleOf(member)
  }
  return names
}
