import { AppError } from '#api'
import { safeParse } from 'secure-json-parse'
import { emptyFields, mergeRegisters, withoutPurge, type Register, type StoredRecord } from '../../library'
import { sha256, textOf, unpack, unpackStored } from './archive'
import { BUNDLE_VERSION, CONTENTS, MANIFEST, Manifest, ManifestHead, RECORDS, Records } from './schema'

export interface Bundle {
  manifest: Manifest
  records: StoredRecord[]
  /**
   * The contents that are in the bundle, of those asked for by SHA-256 and size. Null where the bytes are not what the
   * hash says; nothing at all of one that is not there.
   */
  contents(sizes: ReadonlyMap<string, number>): AsyncGenerator<{ sha256: string; bytes: Uint8Array | null }>
}

/**
 * The content of a bundle, verified against its checksums; a file from elsewhere, so nothing in it is trusted.
 * @throws AppError BUNDLE_DAMAGED, or BUNDLE_NEWER where a later program wrote it.
 */
export async function readBundle(file: Blob): Promise<Bundle> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const members = unpack(bytes, [MANIFEST, RECORDS])
  const manifestJson = parse(members.get(MANIFEST), MANIFEST)
  const head = ManifestHead.safeParse(manifestJson)
  if (!head.success) throw damaged(MANIFEST)
  if (head.data.version > BUNDLE_VERSION) throw new AppError('BUNDLE_NEWER', { detail: String(head.data.version) })
  const manifest = Manifest.safeParse(manifestJson)
  const content = members.get(RECORDS)
  if (!manifest.success || content === undefined) throw damaged(MANIFEST)
  if ((await sha256(content)) !== manifest.data.sha256[RECORDS]) throw damaged('SHA-256')
  const records = Records.safeParse(parse(content, RECORDS))
  if (!records.success) throw damaged(records.error.issues[0]?.path.join('.') ?? RECORDS)
  return { manifest: manifest.data, records: unique(records.data).map(withoutPurge).map(normalised), contents: (sizes) => contentsOf(bytes, sizes) }
}

async function* contentsOf(archive: Uint8Array, sizes: ReadonlyMap<string, number>): ReturnType<Bundle['contents']> {
  const named = new Map([...sizes].map(([hash, size]) => [CONTENTS + hash, size]))
  for (const [name, bytes] of unpackStored(archive, named)) {
    const hash = name.slice(CONTENTS.length)
    yield { sha256: hash, bytes: (await sha256(bytes)) === hash ? bytes : null }
  }
}

/** JSON without keys that could reach a prototype. */
function parse(bytes: Uint8Array | undefined, name: string): unknown {
  if (bytes === undefined) throw damaged(`${name} is missing`)
  const value: unknown = safeParse(textOf(bytes))
  if (value === undefined || value === null) throw damaged(name)
  return value
}

function unique(records: StoredRecord[]): StoredRecord[] {
  if (new Set(records.map(({ id }) => id)).size !== records.length) throw damaged('double record')
  return records
}

/** Registers as the merge makes them: ordered, and without versions that another one of them has seen. */
function normalised(record: StoredRecord): StoredRecord {
  const fields: StoredRecord['fields'] = emptyFields()
  for (const [field, [first, ...others]] of Object.entries(record.fields)) {
    fields[field] = others.reduce<Register>((register, version) => mergeRegisters(register, [version]), [first])
  }
  return { id: record.id, kind: record.kind, fields }
}

function damaged(detail: string): AppError {
  return new AppError('BUNDLE_DAMAGED', { detail })
}
