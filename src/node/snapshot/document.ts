import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { isDeleted, SCHEMA, type Snapshot } from '#core/library/index'
import { asObject, parseJson } from '../json'

/**
 * A snapshot as text: valid JSON in three lines. The first says what the file is and ends with a checksum of itself, the
 * second is the snapshot, whose SHA-256 the first line names, the third closes the object. Later versions must keep the
 * first line's form, so that this program can tell a newer file from a damaged one.
 */
const FORMAT = 'jingjian-library'
const VERSION = 1

export interface DocumentHeader {
  libraryId: string
  seq: number
  cases: number
  /** Of the second line. */
  sha256: string
}

export type Decoded =
  | { state: 'whole'; snapshot: Snapshot }
  /** A later program's; `version` is what it calls its format or schema. */
  | { state: 'newer'; version: number }
  | { state: 'damaged' }
  /** Valid JSON, but not this program's. */
  | { state: 'foreign' }

/** What follows the snapshot's line. */
export const DOCUMENT_END = '\n}\n'

/** The first line, with its end; as long for one SHA-256 as for another. */
export function headerLine({ schema, libraryId, seq }: Snapshot, cases: number, sha256: string): string {
  const facts = JSON.stringify({ format: FORMAT, version: VERSION, schema, libraryId, seq, cases, sha256 }).slice(0, -1)
  return `${facts},"header":"${lineChecksum(facts)}","snapshot":\n`
}

/** The whole document at once. */
export function encodeDocument(snapshot: Snapshot): string {
  const body = JSON.stringify(snapshot)
  const cases = snapshot.records.filter((record) => record.kind === 'case' && !isDeleted(record)).length
  return headerLine(snapshot, cases, sha256(body)) + body + DOCUMENT_END
}

export type Identity = Exclude<Decoded, { state: 'whole' }> | { state: 'known'; libraryId: string }

/** Whose file it is by its first line, which `head` has to hold; undefined where that line is damaged. */
export function identifyByHeader(head: string): Identity | undefined {
  const facts = factsOf(head.slice(0, Math.max(0, head.indexOf('\n'))))
  return facts === undefined ? undefined : refusalOf(facts) ?? { state: 'known', libraryId: String(facts.libraryId) }
}

/** Whose file it is, by parsing the snapshot in it. */
export function identifyByContent(text: string): Identity {
  const decoded = decodeDocument(text)
  return decoded.state === 'whole' ? { state: 'known', libraryId: decoded.snapshot.libraryId } : decoded
}

export function decodeDocument(text: string): Decoded {
  const [first = '', body = '', last = ''] = text.split('\n', 3)
  const facts = factsOf(first)
  if (facts === undefined) return decodeWithoutHeader(text, first.endsWith('"snapshot":'))
  const refusal = refusalOf(facts)
  if (refusal !== undefined) return refusal
  if (last !== '}' || sha256(body) !== facts.sha256) return { state: 'damaged' }
  return checkedSnapshot(parseJson(body))
}

/** What the first line says, without looking at the rest; undefined where it is damaged. */
export function readHeader(first: string): DocumentHeader | undefined {
  const facts = factsOf(first)
  if (facts?.format !== FORMAT || typeof facts.libraryId !== 'string') return undefined
  return { libraryId: facts.libraryId, seq: Number(facts.seq), cases: Number(facts.cases), sha256: String(facts.sha256) }
}

export function claimsToBeLibrary(text: string): boolean {
  return text.startsWith(`{"format":"${FORMAT}"`)
}

function refusalOf(facts: Record<string, unknown>): Extract<Decoded, { state: 'newer' | 'foreign' }> | undefined {
  if (facts.format !== FORMAT) return { state: 'foreign' }
  if (Number(facts.version) > VERSION) return { state: 'newer', version: Number(facts.version) }
  if (Number(facts.schema) > SCHEMA) return { state: 'newer', version: Number(facts.schema) }
  return undefined
}

function factsOf(first: string): Record<string, unknown> | undefined {
  const match = /^(\{.*),"header":"([0-9a-f]{8})","snapshot":$/u.exec(first)
  if (match === null || lineChecksum(match[1]!) !== match[2]) return undefined
  return asObject(parseJson(`${match[1]}}`))
}

/**
 * The file is damaged, or another program wrote it anew in its own layout. A damaged digit must not look like a later
 * version, so in this program's layout both places that name the schema have to agree that it is later.
 */
function decodeWithoutHeader(text: string, hasOwnLayout: boolean): Decoded {
  const document = asObject(parseJson(text))
  if (document === undefined) return { state: 'damaged' }
  if (document.format !== FORMAT) return { state: 'foreign' }
  const snapshot = asObject(document.snapshot)
  const later = [Number(document.version) > VERSION, Number(document.schema) > SCHEMA, Number(snapshot?.schema) > SCHEMA]
  const isNewer = hasOwnLayout ? later[1] && later[2] : later.includes(true)
  if (isNewer) return { state: 'newer', version: Math.max(Number(document.version) || 0, Number(document.schema) || 0) }
  if (hasOwnLayout || snapshot === undefined || sha256(JSON.stringify(snapshot)) !== document.sha256) return { state: 'damaged' }
  return checkedSnapshot(snapshot)
}

function checkedSnapshot(value: unknown): Decoded {
  const snapshot = asObject(value)
  const isWhole = typeof snapshot?.libraryId === 'string' && typeof snapshot.seq === 'number'
    && Array.isArray(snapshot.records) && Array.isArray(snapshot.heads)
  return isWhole ? { state: 'whole', snapshot: snapshot as unknown as Snapshot } : { state: 'damaged' }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function lineChecksum(text: string): string {
  return crc32(text).toString(16).padStart(8, '0')
}
