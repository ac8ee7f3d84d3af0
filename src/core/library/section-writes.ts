import type { Section } from '#api'
import type { Json, StoredRecord, Write } from './model'
import { placeOf, positionField, positionsOf, removalOf } from './sections'

const CONTENT = ['role', 'heading', 'text'] as const

/**
 * The writes that bring a case's sections to `next`. What stays as it is is not written, so that a conflict of one
 * section outlives an edit of another; places are only where the order changes, and behind the others for what is added.
 * @param record the stored case; without it a section taken out takes its unseen edits along.
 */
export function sectionWrites(caseId: string, current: Section[], next: Section[], record: StoredRecord | undefined): Write[] {
  const before = new Map(current.map((section) => [section.id, section]))
  const after = new Set(next.map(({ id }) => id))
  const write = (field: string, value: Json): Write => ({ record: caseId, kind: 'case', field, value })
  const gone = current.filter(({ id }) => !after.has(id))
  return [
    ...next.flatMap((section) => CONTENT
      .filter((name) => section[name] !== before.get(section.id)?.[name])
      .map((name) => write(`sections/${section.id}/${name}`, section[name]))),
    ...placeWrites(current.filter(({ id }) => after.has(id)), next, record).map(({ id, place }) => write(positionField(id), place)),
    ...gone.map(({ id }) => write(positionField(id), record === undefined ? false : removalOf(record, id))),
  ]
}

function placeWrites(kept: Section[], next: Section[], record: StoredRecord | undefined): { id: string; place: number }[] {
  const isOnlyAppended = kept.every(({ id }, index) => next[index]?.id === id)
  if (!isOnlyAppended) return next.map(({ id }, place) => ({ id, place }))
  const first = record === undefined ? kept.length : placeBehind(record)
  return next.slice(kept.length).map(({ id }, index) => ({ id, place: first + index }))
}

function placeBehind(record: StoredRecord): number {
  return Math.max(-1, ...positionsOf(record).map(({ id }) => placeOf(record, id) ?? -1)) + 1
}
