import type { Case, CaseDiff, Source } from '#api'
import { attachmentsOf, caseOf, DELETED, fieldValue, isDeleted, sameJson, SCALARS, type Json, type StoredRecord } from '../library'
import { diffSections } from './section-diff'
import { textDiff } from './text-diff'

/** Fields that are told of by name, or by nothing since they say nothing to the user. */
const TOLD: readonly string[] = [...SCALARS, 'region', 'sources', DELETED, 'createdAt']

/** What differs between two states of a case. */
export function diffCases(old: StoredRecord, next: StoredRecord): Omit<CaseDiff, 'id' | 'from' | 'to'> {
  const [before, after] = [caseOf(old), caseOf(next)]
  const texts = [
    ...SCALARS.map((field) => ({ field, ...textDiff(before[field], after[field]) })),
    { field: 'region' as const, ...textDiff(placeOf(before), placeOf(after)) },
  ]
  return {
    fields: ORDER.flatMap((field) => texts.filter((each) => each.field === field && each.old !== each.new)),
    sections: diffSections(before.sections, after.sections),
    tags: {
      added: after.tags.filter((tag) => !before.tags.includes(tag)),
      removed: before.tags.filter((tag) => !after.tags.includes(tag)),
    },
    sources: { added: sourcesOnlyIn(after.sources, before.sources), removed: sourcesOnlyIn(before.sources, after.sources) },
    attachments: { added: attachmentsOnlyIn(next, old), removed: attachmentsOnlyIn(old, next) },
    others: othersOf(old, next),
    deleted: { old: isDeleted(old), new: isDeleted(next) },
  }
}

const ORDER = ['title', 'organisation', 'modelName', 'region', 'period', 'notes'] as const

function placeOf({ region: { province, city } }: Case): string {
  return province === city ? province : `${province}${city}`
}

function sourcesOnlyIn(sources: Source[], others: Source[]): Source[] {
  return sources.filter((source) => !others.some((other) => sameJson(source as Json, other as Json)))
}

/** By their names: one that was renamed counts as removed and added. */
function attachmentsOnlyIn(record: StoredRecord, other: StoredRecord): string[] {
  const others = attachmentsOf(other)
  return attachmentsOf(record).filter(({ id, name }) => !others.some((each) => each.id === id && each.name === name)).map(({ name }) => name)
}

function othersOf(old: StoredRecord, next: StoredRecord): string[] {
  const fields = new Set([...Object.keys(old.fields), ...Object.keys(next.fields)])
  return [...fields].filter((field) => !TOLD.includes(field) && !/^(?:tags|sections|attachments)\//u.test(field)
    && !sameJson(fieldValue(old, field) || null, fieldValue(next, field) || null)).sort()
}
