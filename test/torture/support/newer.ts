import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'

/** The document as a program whose schema is `by` later would write it, with right checksums. */
export function newerDocument(text: string, by: number): string {
  const [first, body] = text.split('\n')
  const header = JSON.parse(`${first}null}`) as Record<string, unknown> & { schema: number }
  const schema = header.schema + by
  const newer = body!.replace(/^\{"schema":\d+/u, `{"schema":${schema}`)
  const { header: _, snapshot: __, ...facts } = { ...header, schema, sha256: createHash('sha256').update(newer).digest('hex') } as Record<string, unknown>
  const line = JSON.stringify(facts).slice(0, -1)
  return `${line},"header":"${crc32(line).toString(16).padStart(8, '0')}","snapshot":\n${newer}\n}\n`
}
