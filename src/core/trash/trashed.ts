import { DELETED, type Library, type StoredRecord } from '../library'

/** Fields that a tombstone has without the case ever having been here. */
const WITHOUT_CONTENT: readonly string[] = [DELETED, 'createdAt']

/** The deleted cases that can be restored: of a record that came as a mere tombstone nothing can. */
export function trashedCases(library: Library): StoredRecord[] {
  return [...library.deletedOfKind('case')].filter((record) => Object.keys(record.fields).some((field) => !WITHOUT_CONTENT.includes(field)))
}
