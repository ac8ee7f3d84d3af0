import type { Register, StoredRecord, Version } from './model'

/**
 * The record with its keys in a fixed order: two libraries have the same record if its JSON is the same text. Inside a
 * value the order is the writer's, since values are compared by their JSON.
 */
export function canonicalRecord({ id, kind, fields }: StoredRecord): StoredRecord {
  return {
    id, kind,
    fields: Object.fromEntries(Object.entries(fields).sort(([a], [b]) => byText(a, b))
      .map(([field, register]) => [field, register.map(canonicalVersion) as Register])),
  }
}

export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function canonicalVersion({ value, device, time, seen }: Version): Version {
  if (seen === undefined) return { value, device, time }
  return { value, device, time, seen: Object.fromEntries(Object.entries(seen).sort(([a], [b]) => byText(a, b))) }
}
