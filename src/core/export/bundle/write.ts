import { strToU8 } from 'fflate'
import { byText, canonicalRecord, collectionOf, fieldValue, isDeleted, isPartOfCase, millisecondOf, withoutPurge, type Library, type StoredRecord, type Time } from '../../library'
import { pack, sha256 } from './archive'
import { BUNDLE_FORMAT, BUNDLE_VERSION, CONTENTS, MANIFEST, RECORDS, type Manifest } from './schema'

/** The bytes of a bundle of the records, whatever order they come in, and of contents by their SHA-256. */
export async function writeBundle(libraryId: string, records: Iterable<StoredRecord>, contents: ReadonlyMap<string, Uint8Array> = new Map()): Promise<Uint8Array<ArrayBuffer>> {
  const ordered = [...records].map(withoutPurge).map(canonicalRecord).sort((a, b) => byText(a.id, b.id))
  const content = strToU8(JSON.stringify(ordered))
  const manifest: Manifest = {
    format: BUNDLE_FORMAT,
    version: BUNDLE_VERSION,
    libraryId,
    changedAt: latestChange(ordered),
    counts: countsOf(ordered),
    sha256: { [RECORDS]: await sha256(content) },
  }
  const stored = Object.fromEntries([...contents].map(([hash, bytes]) => [CONTENTS + hash, bytes]))
  return pack({ [MANIFEST]: strToU8(JSON.stringify(manifest, null, 2)), [RECORDS]: content }, stored)
}

/**
 * What belongs to the cases: themselves, their passages and corrected facts, the themes these are coded to, and the collections that hold
 * them, of which only the entries about these cases.
 */
export function recordsOfCases(library: Library, caseIds: ReadonlySet<string>): StoredRecord[] {
  const themes = new Set<string>()
  const chosen: StoredRecord[] = []
  for (const record of library.allRecords()) {
    if (record.kind === 'case' && caseIds.has(record.id)) chosen.push(record)
    if (isPartOfCase(record) && caseIds.has(String(fieldValue(record, 'caseId')))) {
      chosen.push(record)
      for (const id of namesUnder(record, 'themes/')) themes.add(id)
    }
    if (record.kind === 'collection' && !isDeleted(record) && collectionOf(record).caseIds.some((id) => caseIds.has(id))) {
      chosen.push(withMembers(record, 'cases/', caseIds))
    }
  }
  return [...chosen, ...library.allRecords().filter((record) => record.kind === 'theme' && themes.has(record.id))]
}

function namesUnder(record: StoredRecord, prefix: string): string[] {
  return Object.keys(record.fields).filter((field) => field.startsWith(prefix)).map((field) => field.slice(prefix.length))
}

function withMembers(record: StoredRecord, prefix: string, members: ReadonlySet<string>): StoredRecord {
  const fields = Object.entries(record.fields).filter(([field]) => !field.startsWith(prefix) || members.has(field.slice(prefix.length)))
  return { ...record, fields: Object.fromEntries(fields) }
}

function countsOf(records: StoredRecord[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const kind of records.map((record) => record.kind).sort(byText)) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

function latestChange(records: StoredRecord[]): string {
  let latest: Time = ''
  for (const record of records) {
    for (const [{ time }] of Object.values(record.fields)) if (time > latest) latest = time
  }
  return latest === '' ? '' : new Date(millisecondOf(latest)).toISOString()
}
