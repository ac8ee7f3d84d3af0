import { SectionRole, type Section } from '#api'
import type { Json, Register, StoredRecord, Version } from './model'
import { fieldValue, namesAsSeen, seenOfRecord } from './record'
import { valueOf } from './register'

/**
 * A section is four fields, `sections/<id>/role|heading|text|position`. Its position is a number, or, once it is taken
 * out, what the writer had seen of the section (`{ seen, at }`), so that an edit he had not seen keeps it in its place.
 * Anything else as position (`false` in earlier libraries) has seen everything.
 */
export const positionField = (id: string): string => `sections/${id}/position`

const CONTENT = ['role', 'heading', 'text'] as const

/** The sections that are there, in their order; ids decide between equal positions, so that every library shows the same. */
export function sectionsOf(record: StoredRecord): Section[] {
  return placesOf(record)
    .sort((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1))
    .map(({ id }) => ({ id, ...headOf(record, id), text: text(record, `sections/${id}/text`) }))
}

/** What a section is called, be it there or taken out. */
export function headOf(record: StoredRecord, id: string): Pick<Section, 'role' | 'heading'> {
  return {
    role: SectionRole.safeParse(fieldValue(record, `sections/${id}/role`)).data ?? 'other',
    heading: text(record, `sections/${id}/heading`),
  }
}

/** Every section's id, removed or not, with its position register. */
export function positionsOf(record: StoredRecord): { id: string; register: Register }[] {
  return Object.entries(record.fields).flatMap(([field, register]) => {
    const id = /^sections\/(.+)\/position$/u.exec(field)?.[1]
    return id === undefined ? [] : [{ id, register }]
  })
}

/** What takes a section out, for its position field. */
export function removalOf(record: StoredRecord, id: string): Json {
  const place = placeOf(record, id)
  return { seen: seenOfRecord(record, `sections/${id}/`), ...(place === null ? {} : { at: place }) }
}

/** The section that a write of this value to this field takes out; null where it takes none out. */
export function sectionTakenOut(field: string, value: Json): string | null {
  const id = typeof value === 'number' ? undefined : /^sections\/(.+)\/position$/u.exec(field)?.[1]
  return id ?? null
}

/** Where the section stands; null where it is taken out. */
export function placeOf(record: StoredRecord, id: string): number | null {
  const register = record.fields[positionField(id)]
  const shown = valueOf(register)
  if (typeof shown === 'number') return shown
  if (register === undefined || unseenSectionEdits(record, id).length === 0) return null
  const numbers = register.map(({ value }) => value).filter((value) => typeof value === 'number')
  const at = (shown as { at?: unknown } | null)?.at
  return numbers[0] ?? (typeof at === 'number' ? at : 0)
}

/** Edits of a removed section's content that its removal had not seen: they keep it. */
export function unseenSectionEdits(record: StoredRecord, id: string): Version[] {
  const removals = (record.fields[positionField(id)] ?? []).filter(isRemoval)
  if (removals.length === 0) return []
  return CONTENT.flatMap((name) => record.fields[`sections/${id}/${name}`] ?? [])
    .filter((edit) => !removals.some((removal) => sawSectionEdit(removal, edit)))
}

export function isRemoval({ value }: Version): boolean {
  return typeof value !== 'number'
}

function sawSectionEdit(removal: Version, edit: Version): boolean {
  if (typeof removal.value !== 'object' || removal.value === null) return true
  return (removal.device === edit.device && removal.time >= edit.time) || namesAsSeen(removal.value, edit)
}

function placesOf(record: StoredRecord): { id: string; place: number }[] {
  return positionsOf(record).flatMap(({ id }) => {
    const place = placeOf(record, id)
    return place === null ? [] : [{ id, place }]
  })
}

function text(record: StoredRecord, field: string): string {
  const value = fieldValue(record, field)
  return typeof value === 'string' ? value : ''
}
