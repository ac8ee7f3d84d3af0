import { AppError, type Conflict, type ConflictVersion } from '#api'
import { millisecondOf } from './clock'
import { sameJson, tombstone } from './inverse'
import { DELETED, type Json, type Register, type StoredRecord, type Version, type Write } from './model'
import { isDeleted, unseenEdits } from './record'
import { isRemoval, placeOf, positionField, positionsOf, removalOf, sectionsOf, unseenSectionEdits } from './sections'

/** The order of a case's sections, as one conflict however many of them were moved. */
export const ORDER = 'sections'

/** Fields whose difference asks nothing of the user: when a record was made, and proposals of the program. */
const UNTOLD = /^(?:createdAt$|proposed\/)/u

/**
 * What two devices wrote to a record without knowing of each other, ordered by field: a field with different values, a
 * section or the whole record deleted by one and edited by the other, and a different order of the sections.
 * A deleted record has none.
 */
export function conflictsOf(record: StoredRecord): Conflict[] {
  let conflicts = known.get(record)
  if (conflicts === undefined) {
    conflicts = mayBeDisputed(record) ? find(record) : []
    known.set(record, conflicts)
  }
  return conflicts
}

/** Records never change in place, and most have no conflict at all. */
const known = new WeakMap<StoredRecord, Conflict[]>()

/** Two versions of a field, or something deleted that an edit may have outlived. */
function mayBeDisputed({ fields }: StoredRecord): boolean {
  for (const field in fields) {
    const { length, 0: { value } } = fields[field]!
    if (length > 1 || (field === DELETED && value !== false) || (typeof value === 'object' && field.endsWith('/position'))) return true
  }
  return false
}

function find(record: StoredRecord): Conflict[] {
  if (isDeleted(record)) return []
  const conflicts = Object.entries(record.fields).flatMap(([field, register]) => {
    if (field === DELETED || UNTOLD.test(field) || isOfSection(field) || isOnlyPlace(field, register)) return []
    return disputed(field, register)
  })
  return [...conflicts, ...sectionConflicts(record), ...orderConflict(record), ...revival(record)].sort((a, b) => (a.field < b.field ? -1 : 1))
}

/**
 * The writes that settle a conflict: the chosen value is written anew and has then seen all the others.
 * @param take which version to use; null keeps the one shown.
 * @throws AppError CONFLICT_NOT_FOUND where the field is not, or no longer, in conflict or has no such version.
 */
export function settleWrites(record: StoredRecord, field: string, take: Pick<Version, 'device' | 'time'> | null): Write[] {
  const conflict = conflictsOf(record).find((each) => each.field === field)
  const chosen = take === null ? conflict?.shown
    : conflict && [conflict.shown, ...conflict.others].find(({ device, time }) => device === take.device && time === take.time)
  if (conflict === undefined || chosen === undefined) throw new AppError('CONFLICT_NOT_FOUND', { id: record.id, field })
  const write = (name: string, value: Json): Write => ({ record: record.id, kind: record.kind, field: name, value })
  if (field === DELETED) return [write(DELETED, chosen === conflict.shown ? false : tombstone(record))]
  if (field === ORDER) {
    return orderAs(record, chosen.device, chosen === conflict.shown).map((id, place) => write(positionField(id), place))
      .filter((each) => record.fields[each.field]?.some(isRemoval) !== true)
  }
  const section = sectionOfKeeping(field)
  if (section !== null) return [write(positionField(section), chosen.value === true ? placeOf(record, section) ?? 0 : removalOf(record, section))]
  return [write(field, chosen.value as Json)]
}

function isOfSection(field: string): boolean {
  return /^sections\//u.test(field)
}

/** `sections/<id>`: whether the section stays. */
function sectionOfKeeping(field: string): string | null {
  return /^sections\/([^/]+)$/u.exec(field)?.[1] ?? null
}

/** A place in a list (of a collection's cases, of the codebook) says nothing worth a question. */
function isOnlyPlace(field: string, register: Register): boolean {
  return /^(?:cases\/|position$)/u.test(field) && register.every(({ value }) => typeof value === 'number')
}

function disputed(field: string, [shown, ...rest]: Register): Conflict[] {
  const others = rest.filter(({ value }, index) => !sameJson(value, shown.value)
    && rest.findIndex((other) => sameJson(other.value, value)) === index)
  return others.length === 0 ? [] : [{ field, shown: asShown(shown), others: others.map((version) => asShown(version)) }]
}

function asShown({ device, time, value }: Version, as: unknown = value): ConflictVersion {
  return { value: as, device, time, at: new Date(millisecondOf(time)).toISOString() }
}

function sectionConflicts(record: StoredRecord): Conflict[] {
  return positionsOf(record).flatMap(({ id, register }) => {
    const isThere = placeOf(record, id) !== null
    const removals = register.filter(isRemoval)
    const places = register.filter((version) => !isRemoval(version))
    const edits = unseenSectionEdits(record, id)
    const contents = isThere ? ['role', 'heading', 'text'].flatMap((name) => {
      const content = record.fields[`sections/${id}/${name}`]
      return content === undefined ? [] : disputed(`sections/${id}/${name}`, content)
    }) : []
    if (removals.length === 0 || (places.length === 0 && edits.length === 0)) return contents
    const kept = [...places, ...edits].sort(laterFirst).map((version) => asShown(version, true))
    const removed = removals.map((version) => asShown(version, false))
    const [shown, others] = isThere ? [kept[0]!, removed] : [removed[0]!, kept.slice(0, 1)]
    return [...contents, { field: `sections/${id}`, shown, others }]
  })
}

/** One other order for each device that moved sections while another did. */
function orderConflict(record: StoredRecord): Conflict[] {
  const shownOrder = orderAs(record, '', true)
  const moved = positionsOf(record).filter(({ register }) => register.filter((version) => !isRemoval(version)).length > 1)
  const others = new Map<string, Version>()
  for (const version of moved.flatMap(({ register }) => register.slice(1))) {
    const known = others.get(version.device)
    if (!isRemoval(version) && (known === undefined || known.time < version.time)) others.set(version.device, version)
  }
  const different = [...others.values()]
    .filter(({ device }) => !sameJson(orderAs(record, device, false), shownOrder))
    .sort(laterFirst)
  if (different.length === 0) return []
  const latest = moved.map(({ register: [version] }) => version).sort(laterFirst)[0]!
  return [{
    field: ORDER,
    shown: asShown(latest, named(record, shownOrder)),
    others: different.map((version) => asShown(version, named(record, orderAs(record, version.device, false)))),
  }]
}

/** Ids of the sections that are there, in the order shown, or with the places that a device gave them. */
function orderAs(record: StoredRecord, device: string, isShown: boolean): string[] {
  const shown = sectionsOf(record).map(({ id }) => id)
  if (isShown) return shown
  const place = (id: string): number => {
    const own = record.fields[positionField(id)]?.find((version) => version.device === device && !isRemoval(version))
    return (own?.value as number | undefined) ?? placeOf(record, id) ?? 0
  }
  return shown.map((id) => ({ id, place: place(id) })).sort((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1)).map(({ id }) => id)
}

function named(record: StoredRecord, ids: string[]): { role: string; heading: string }[] {
  const sections = new Map(sectionsOf(record).map((section) => [section.id, section]))
  return ids.map((id) => ({ role: sections.get(id)!.role, heading: sections.get(id)!.heading }))
}

function revival(record: StoredRecord): Conflict[] {
  const edits = unseenEdits(record).map(({ edit }) => edit).sort(laterFirst)
  if (edits.length === 0) return []
  const deletions = (record.fields[DELETED] ?? []).filter(({ value }) => value !== false)
  return [{ field: DELETED, shown: asShown(edits[0]!, false), others: deletions.map((version) => asShown(version, true)) }]
}

function laterFirst(a: Version, b: Version): number {
  return a.time === b.time ? (a.device > b.device ? -1 : 1) : a.time > b.time ? -1 : 1
}
