import { Anchor, FactKind, type Case, type Fact } from '#api'
import { fieldValue, type StoredRecord } from '../library'
import { factKeyOf } from './facts'
import { currentAnchor } from './passages'

/** What a person said of a fact: `was` is the kind that was read out of the text, `kind` the one it has; null is none. */
export interface FactCorrection {
  id: string
  anchor: Anchor
  /** The key under which it was read, so that it is not read again wherever it stands in the case. */
  key: string
  was: FactKind | null
  kind: FactKind | null
}

/** Null where the record cannot be read. */
export function correctionOf(record: StoredRecord): FactCorrection | null {
  const anchor = Anchor.safeParse(fieldValue(record, 'anchor')).data
  if (anchor === undefined) return null
  return {
    id: record.id, anchor, key: String(fieldValue(record, 'key') ?? ''),
    was: FactKind.safeParse(fieldValue(record, 'was')).data ?? null, kind: FactKind.safeParse(fieldValue(record, 'factKind')).data ?? null,
  }
}

/** The facts read out of a case as its corrections leave them, and those they say are none. */
export function corrected(item: Case, read: Fact[], corrections: FactCorrection[]): { facts: Fact[]; rejected: Fact[] } {
  let facts = read
  const stated: Fact[] = []
  const rejected: Fact[] = []
  for (const correction of corrections) {
    const { id, was, kind } = correction
    const place = placeOf(item, correction)
    const isMeant = (fact: Fact): boolean => was !== null && fact.kind === was
      && (fact.key === correction.key || (place.lost !== true && overlap(fact, place)))
    const expansion = facts.find((fact) => isMeant(fact) && fact.expansion !== undefined)?.expansion
    facts = facts.filter((fact) => !isMeant(fact))
    if (kind === null) {
      if (was !== null) rejected.push({ kind: was, key: correction.key, ...place, correctionId: id })
      continue
    }
    stated.push({ kind, key: factKeyOf(kind, place.text), ...place, ...(expansion === undefined ? {} : { expansion }), correctionId: id })
  }
  const kept = facts.filter((fact) => !stated.some((other) => other.kind === fact.kind && (other.key === fact.key || overlap(other, fact))))
  return { facts: [...kept, ...stated], rejected }
}

function placeOf(item: Case, { anchor: stored }: FactCorrection): Pick<Fact, 'text' | 'field' | 'start' | 'end' | 'lost'> {
  const current = currentAnchor(stored, item)
  const { exact: text, field, start, end } = current ?? stored
  return { text, field, start, end, ...(current === null ? { lost: true } : {}) }
}

function overlap(a: Pick<Fact, 'field' | 'start' | 'end'>, b: Pick<Fact, 'field' | 'start' | 'end'>): boolean {
  return a.field === b.field && a.start < b.end && b.start < a.end
}
