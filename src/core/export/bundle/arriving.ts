import type { ContentRemark } from '#api'
import { attachmentsOf, fieldValue, isDeleted, type StoredRecord } from '../../library'
import type { AttachmentsPort } from '../../ports'
import { contentsOf, remarkOn, type NamedContent } from './contents'
import type { Bundle } from './read'

export interface Arrival {
  contents: { files: number; bytes: number }
  remarks: ContentRemark[]
}

/** The contents that the records' attachments name, as these will be after the merge; deleted cases bring none. */
export function contentsNamedIn(records: Iterable<StoredRecord>): NamedContent[] {
  const cases = [...records].filter((record) => record.kind === 'case' && !isDeleted(record))
  return contentsOf(cases.map((record) => ({ title: titleOf(record), attachments: attachmentsOf(record) })))
}

/**
 * Finds the contents that are named and not here in the bundle, and hands each that is whole to `take`. What is damaged
 * or not in the bundle is a remark: the records come in all the same.
 */
export async function arrive(
  bundle: Bundle, named: NamedContent[], port: AttachmentsPort, take: (bytes: Uint8Array) => Promise<unknown>,
): Promise<Arrival> {
  const wanted = new Map<string, NamedContent>()
  for (const content of named) if ((await port.size(content.sha256)) !== content.bytes) wanted.set(content.sha256, content)
  const arrival: Arrival = { contents: { files: 0, bytes: 0 }, remarks: [] }
  for await (const { sha256, bytes } of bundle.contents(new Map([...wanted].map(([hash, content]) => [hash, content.bytes])))) {
    const content = wanted.get(sha256)!
    wanted.delete(sha256)
    if (bytes === null) arrival.remarks.push(remarkOn(content, 'DAMAGED'))
    else {
      await take(bytes)
      arrival.contents.files++
      arrival.contents.bytes += bytes.length
    }
  }
  for (const content of wanted.values()) arrival.remarks.push(remarkOn(content, 'NOT_HERE'))
  return arrival
}

/** Stores a content so that it lasts. @throws AppError of `AttachmentsPort`. */
export async function store(port: AttachmentsPort, bytes: Uint8Array): Promise<void> {
  const incoming = await port.begin()
  await incoming.write(bytes)
  await incoming.finish()
}

function titleOf(record: StoredRecord): string {
  const title = fieldValue(record, 'title')
  return typeof title === 'string' ? title : ''
}
