import { strToU8, zipSync } from 'fflate'

/**
 * A bundle of a colleague who wrote these fields of a record long ago without knowing what was written here, so that
 * each of them is in conflict with what this library shows.
 */
export async function foreignBundle(id: string, fields: Record<string, unknown>): Promise<File> {
  const version = (value: unknown) => [{ value, device: 'foreign0', time: '0mi0000000000' }]
  const content = strToU8(JSON.stringify([{
    id, kind: 'case', fields: Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, version(value)])),
  }]))
  const manifest = {
    format: 'jingjian-bundle', version: 1, libraryId: 'foreign', changedAt: '', counts: { case: 1 },
    sha256: { 'records.json': await sha256(content) },
  }
  return new File([zipSync({ 'manifest.json': strToU8(JSON.stringify(manifest)), 'records.json': content })], '同事.jingjian')
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
