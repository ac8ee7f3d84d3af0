import { type Case, Original, ProposedField, Region, Source, type CaseEdit, type Repair } from '#api'
import * as z from 'zod'
import { millisecondOf } from './clock'
import { DELETED, type Json, type Register, type StoredRecord, type Write } from './model'
import { attachmentsOf } from './case-attachments'
import { conflictsOf } from './conflicts'
import { sameJson } from './inverse'
import { fieldValue } from './record'
import { valueOf } from './register'
import { sectionWrites } from './section-writes'
import { sectionsOf } from './sections'

/**
 * Fields of a case record:
 * title, organisation, modelName, region, period, notes, sources, original, createdAt,
 * `tags/<label>`, `attachments/<id>/content|name` (see `case-attachments.ts`), `proposed/<field>`, `repairs/<id>`
 * (decisions about the original's repairs) and, for each section,
 * `sections/<id>/role|heading|text|position` (see `sections.ts`).
 */
export const SCALARS = ['title', 'organisation', 'modelName', 'period', 'notes'] as const

/** What a person decided about one repair of the original. */
export const RepairDecision = z.object({ applied: z.boolean(), after: z.string() })

/** The record as views see it. Values of the wrong shape (from a damaged or foreign file) show as empty. */
export function caseOf(record: StoredRecord): Case {
  return {
    id: record.id,
    title: textOf(record, 'title'),
    organisation: textOf(record, 'organisation'),
    modelName: textOf(record, 'modelName'),
    region: Region.safeParse(fieldValue(record, 'region')).data ?? { province: '', city: '' },
    period: textOf(record, 'period'),
    sections: sectionsOf(record),
    tags: membersOf(record, 'tags/'),
    sources: z.array(Source).safeParse(fieldValue(record, 'sources')).data ?? [],
    notes: textOf(record, 'notes'),
    attachments: attachmentsOf(record),
    proposed: membersOf(record, 'proposed/').filter((field): field is ProposedField => ProposedField.safeParse(field).success),
    original: originalOf(record),
    createdAt: textOf(record, 'createdAt'),
    updatedAt: new Date(latestMillisecond(record)).toISOString(),
    conflicts: conflictsOf(record),
  }
}

/** Names under `prefix` whose value is true, in the order they were added. */
export function membersOf(record: StoredRecord, prefix: string): string[] {
  return Object.entries(record.fields)
    .filter(([field, register]) => field.startsWith(prefix) && register[0].value === true)
    .sort(([name, [a]], [other, [b]]) => (a.time === b.time ? (name < other ? -1 : 1) : a.time < b.time ? -1 : 1))
    .map(([field]) => field.slice(prefix.length))
}

/** The writes that make a new case. */
export function newCaseWrites(id: string, now: string, fields: CaseEdit & { tags?: string[]; proposed?: string[]; original?: Original }): Write[] {
  const writes = [write(id, DELETED, false), write(id, 'createdAt', now), ...editWrites(id, undefined, fields)]
  for (const tag of fields.tags ?? []) writes.push(write(id, `tags/${tag}`, true))
  for (const field of fields.proposed ?? []) writes.push(write(id, `proposed/${field}`, true))
  if (fields.original !== undefined) writes.push(write(id, 'original', fields.original))
  return writes
}

/**
 * The writes that bring a case to the edited values; a field a person sets is no longer a proposal.
 * @param record the stored case, so that a section taken out knows what was seen of it.
 */
export function editWrites(id: string, current: Case | undefined, edit: CaseEdit, record?: StoredRecord): Write[] {
  const writes: Write[] = []
  // A field that stays as it is is not written: a conflict of it would be settled by an edit of something else.
  for (const field of [...SCALARS, 'region', 'sources'] as const) {
    const value = edit[field]
    if (value !== undefined && (current === undefined || !sameJson(value as Json, current[field] as Json))) writes.push(write(id, field, value))
  }
  if (edit.sections !== undefined) writes.push(...sectionWrites(id, current?.sections ?? [], edit.sections, record))
  for (const field of current?.proposed ?? []) {
    const value = edit[field]
    if (value !== undefined && !sameJson(value as Json, current![field] as Json)) writes.push(write(id, `proposed/${field}`, false))
  }
  return writes
}

export function write(record: string, field: string, value: Json | object): Write {
  return { record, kind: 'case', field, value: value as Json }
}

/** An original is long and never changes, so it is not checked again with every edit of its case. */
const checkedOriginals = new WeakMap<Register, Original | null>()

function checkedOriginal(register: Register | undefined): Original | null {
  if (register === undefined) return null
  let original = checkedOriginals.get(register)
  if (original === undefined) {
    original = Original.safeParse(valueOf(register)).data ?? null
    checkedOriginals.set(register, original)
  }
  return original
}

function originalOf(record: StoredRecord): Original | null {
  const original = checkedOriginal(record.fields.original)
  if (original === null) return null
  return { ...original, repairs: original.repairs.map((repair) => decided(repair, fieldValue(record, `repairs/${repair.id}`))) }
}

function decided(repair: Repair, decision: Json): Repair {
  const parsed = RepairDecision.safeParse(decision).data
  if (parsed === undefined) return repair
  const readings = [repair.after, ...repair.alternatives].filter((reading) => reading !== parsed.after)
  return { ...repair, applied: parsed.applied, after: parsed.after, alternatives: readings, decided: true }
}

/** When the record was last written to, in milliseconds since 1970. */
export function latestMillisecond(record: StoredRecord): number {
  let latest = 0
  for (const [version] of Object.values(record.fields)) latest = Math.max(latest, millisecondOf(version.time))
  return latest
}

/** The text of a field; empty where it holds none. */
export function textOf(record: StoredRecord, field: string): string {
  const value = fieldValue(record, field)
  return typeof value === 'string' ? value : ''
}
