import { AppError } from '#api'
import { strToU8 } from 'fflate'
import { SCHEMA } from '../../library'
import { recordsOfCases } from '../bundle/write'
import { wordsFor } from '../../present'
import type { Exporter } from '../format'
import { fillReader } from './fill'
import { readingText } from './text'

/** The one-file reader with the selected cases in it: opens in any browser from the disk, with nothing installed. */
export const exportHtml: Exporter = async function* ({ context, cases, title, language }) {
  const { library, ports } = context
  yield { stage: 'write', done: 0, total: cases.length, label: title }
  const page = await ports.resources.text('reader.html')
  if (page === null) throw new AppError('EXPORT_UNAVAILABLE', { format: 'html' })
  const records = recordsOfCases(library, new Set(cases.map(({ id }) => id)))
  const snapshot = { schema: SCHEMA, libraryId: library.libraryId, seq: 0, time: '', heads: [], records }
  yield { stage: 'write', done: cases.length, total: cases.length, label: title }
  return strToU8(fillReader(page, { title, language, snapshot }, readingText(cases, title, wordsFor(language)))) as Uint8Array<ArrayBuffer>
}
