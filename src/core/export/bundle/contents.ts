import { LARGEST_BUNDLED, type Case, type ContentRemark, type Progress } from '#api'
import { ARCHIVE_LIMITS } from '../../archive'
import type { AttachmentsPort } from '../../ports'
import { sha256 as hashOf } from './archive'

/** A content with the attachment that first named it. */
export interface NamedContent {
  sha256: string
  bytes: number
  name: string
  /** Of the case. */
  title: string
}

/** The contents of the cases' attachments, each once. */
export function contentsOf(cases: Iterable<Pick<Case, 'title' | 'attachments'>>): NamedContent[] {
  const found = new Map<string, NamedContent>()
  for (const { title, attachments } of cases) {
    for (const { sha256, bytes, name } of attachments) if (!found.has(sha256)) found.set(sha256, { sha256, bytes, name, title })
  }
  return [...found.values()]
}

export function remarkOn({ title, name, bytes }: NamedContent, code: ContentRemark['code']): ContentRemark {
  return { code, title, name, bytes }
}

/** The contents that go with a bundle of the cases, the smallest first, so that of too many it is the largest that stay. */
export async function choose(port: AttachmentsPort, cases: Iterable<Case>): Promise<{ along: NamedContent[]; remarks: ContentRemark[] }> {
  const along: NamedContent[] = []
  const remarks: ContentRemark[] = []
  let total = 0
  const ordered = contentsOf(cases).sort((a, b) => a.bytes - b.bytes || (a.sha256 < b.sha256 ? -1 : 1))
  for (const content of ordered) {
    if (await port.size(content.sha256) === null) remarks.push(remarkOn(content, 'NOT_HERE'))
    else if (total + content.bytes > LARGEST_BUNDLED || along.length >= ARCHIVE_LIMITS.entries / 2) remarks.push(remarkOn(content, 'LEFT_OUT'))
    else {
      along.push(content)
      total += content.bytes
    }
  }
  return { along, remarks }
}

/** Reads the contents that go along; one that is damaged here is told of and never handed on. */
export async function* collect(port: AttachmentsPort, cases: Iterable<Case>, remark: (remark: ContentRemark) => void): AsyncGenerator<Progress, Map<string, Uint8Array>> {
  const { along, remarks } = await choose(port, cases)
  remarks.forEach(remark)
  const contents = new Map<string, Uint8Array>()
  for (const [done, content] of along.entries()) {
    yield { stage: 'read', done, total: along.length, label: content.name }
    const bytes = await port.read(content.sha256, 0, content.bytes)
    if (bytes !== null && (await hashOf(bytes)) === content.sha256) contents.set(content.sha256, bytes)
    else remark(remarkOn(content, 'DAMAGED'))
  }
  return contents
}
