import type { Exporter } from '../format'
import { collect } from './contents'
import { recordsOfCases, writeBundle } from './write'

export { bundlesFeature } from './feature'
export { readBundle, type Bundle } from './read'
export { recordsOfCases, writeBundle } from './write'

/** A bundle of the selected cases with what belongs to them, or of the whole library with its deletions. */
export const exportBundle: Exporter = async function* ({ context: { library, ports }, cases, everything, title, attachments, remark }) {
  const contents = attachments ? yield* collect(ports.attachments, cases, remark) : new Map<string, Uint8Array>()
  yield { stage: 'write', done: 0, total: cases.length, label: title }
  const records = everything ? library.allRecords() : recordsOfCases(library, new Set(cases.map(({ id }) => id)))
  const bytes = await writeBundle(library.libraryId, records, contents)
  yield { stage: 'write', done: cases.length, total: cases.length, label: title }
  return bytes
}
