import { strToU8, zipSync, type Zippable } from 'fflate'
import { v7 } from 'uuid'

/**
 * A bundle of a colleague who wrote these fields of a record long ago without knowing what was written here, so that
 * each of them is in conflict with what this library shows.
 */
export function foreignBundle(id: string, fields: Record<string, unknown>): Promise<File> {
  return packed(id, fields, {})
}

/** A bundle of a case of a colleague with these attachments, and with the content of only the first ones. */
export async function bundleWithAttachments(texts: string[], without: string[]): Promise<{ file: File; contents: { name: string; bytes: number }[] }> {
  const fields: Record<string, unknown> = { title: '同事的案例', deleted: false }
  const members: Zippable = {}
  const contents: { name: string; bytes: number }[] = []
  for (const [index, text] of [...texts, ...without].entries()) {
    const content = strToU8(text) as Uint8Array<ArrayBuffer>
    const hash = await sha256(content)
    const id = v7()
    const name = `附件${index}.txt`
    const addedAt = `2026-01-0${index + 1}T00:00:00.000Z`
    fields[`attachments/${id}/content`] = { mediaType: 'text/plain', bytes: content.length, sha256: hash, addedAt }
    fields[`attachments/${id}/name`] = name
    if (index < texts.length) members[`attachments/${hash}`] = [content, { level: 0 }]
    contents.push({ name, bytes: content.length })
  }
  return { file: await packed(v7(), fields, members), contents }
}

async function packed(id: string, fields: Record<string, unknown>, members: Zippable): Promise<File> {
  const version = (value: unknown) => [{ value, device: 'foreign0', time: '0mi0000000000' }]
  const content = strToU8(JSON.stringify([{
    id, kind: 'case', fields: Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, version(value)])),
  }])) as Uint8Array<ArrayBuffer>
  const manifest = {
    format: 'jingjian-bundle', version: 1, libraryId: 'foreign', changedAt: '', counts: { case: 1 },
    sha256: { 'records.json': await sha256(content) },
  }
  return new File([zipSync({ ...members, 'manifest.json': strToU8(JSON.stringify(manifest)), 'records.json': content })], '同事.jingjian')
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
