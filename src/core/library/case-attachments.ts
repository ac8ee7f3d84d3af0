import { Attachment } from '#api'
import * as z from 'zod'
import type { Json, StoredRecord, Write } from './model'
import { fieldValue } from './record'

/**
 * An attachment is two fields of its case: `attachments/<id>/content`, what was attached, or false once it is removed,
 * and `attachments/<id>/name`, so that a colleague's renaming and my removal do not overwrite each other.
 */
const Content = Attachment.omit({ id: true, name: true })
const CONTENT_FIELD = /^attachments\/(.+)\/content$/u
const Reference = z.object({ sha256: Attachment.shape.sha256 })

/** The attachments of a case in the order they were added. Values of the wrong shape are passed over. */
export function attachmentsOf(record: StoredRecord): Attachment[] {
  const found: Attachment[] = []
  for (const field of Object.keys(record.fields)) {
    const id = CONTENT_FIELD.exec(field)?.[1]
    if (id === undefined) continue
    const name = fieldValue(record, `attachments/${id}/name`)
    const attachment = Attachment.safeParse({ ...Content.safeParse(fieldValue(record, field)).data, id, name: typeof name === 'string' ? name : '' })
    if (attachment.success) found.push(attachment.data)
  }
  return found.sort((a, b) => (a.addedAt === b.addedAt ? (a.id < b.id ? -1 : 1) : a.addedAt < b.addedAt ? -1 : 1))
}

/** The writes that attach a file. */
export function attachWrites(caseId: string, { id, name, ...content }: Attachment): Write[] {
  return [field(caseId, id, 'content', content), field(caseId, id, 'name', name)]
}

export function detachWrite(caseId: string, id: string): Write {
  return field(caseId, id, 'content', false)
}

export function renameAttachmentWrite(caseId: string, id: string, name: string): Write {
  return field(caseId, id, 'name', name)
}

/** The hash a field's value refers to, as `attachments/<id>/content` holds it; undefined where it refers to none. */
export function contentNamedBy(name: string, value: Json): string | undefined {
  return CONTENT_FIELD.test(name) ? Reference.safeParse(value).data?.sha256 : undefined
}

function field(record: string, id: string, part: 'content' | 'name', value: Json): Write {
  return { record, kind: 'case', field: `attachments/${id}/${part}`, value }
}
