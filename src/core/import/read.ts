import { AppError } from '#api'
import type { ReadDocument } from './document'
import { formatById } from './format-of'
import type { FormatEntry, ReaderPorts } from './formats/format'
import { PICTURES } from './pictures'

type Bytes = Uint8Array<ArrayBuffer>

/** Formats that any text is of, so that a page of HTML in a text file stays as it is. */
const TEXTS = new Set(['txt', 'md', 'csv', 'json'])
/** Formats that begin with a mark of their own: a file without it is none of them. */
const MARKED = new Set(['docx', 'doc', 'rtf', 'odt', 'epub', 'mhtml', 'pptx', 'xlsx', 'pdf', 'zip', ...PICTURES])
const MARKUP = new Set(['html', 'mhtml'])

/**
 * Reads a file in the format its name says, or in the one its content says where they differ (a Word file of the web, or
 * of a newer Word, that is named .doc): that is a remark on the document.
 * @throws AppError FILE_EMPTY, FILE_BINARY where the content is of a kind that cannot be read, FILE_DAMAGED,
 * FILE_ENCRYPTED, FILE_UNSAFE.
 */
export async function readAs(named: FormatEntry, bytes: Bytes, file: string, ports: ReaderPorts): Promise<{ format: string; document: ReadDocument }> {
  if (bytes.length === 0) throw new AppError('FILE_EMPTY', { file })
  const { kindOf } = await import('./kind')
  const format = formatFor(named, kindOf(bytes, file), file)
  const document = await (await format.load())(bytes, file, ports)
  if (format.id !== named.id) document.warnings.push({ code: 'FORMAT_MISLABELLED', message: format.id })
  return { format: format.id, document }
}

function formatFor(named: FormatEntry, kind: string | null, file: string): FormatEntry {
  if (kind === named.id) return named
  if (kind === null) return MARKED.has(named.id) ? formatById('txt')! : named
  if (MARKUP.has(kind) && (TEXTS.has(named.id) || MARKUP.has(named.id))) return kind === 'mhtml' ? formatById(kind) ?? named : named
  // A ZIP that is cut short, or of which nothing more is known, may still be what it is called.
  if (kind === 'zip' && MARKED.has(named.id)) return named
  const format = formatById(kind)
  if (format === undefined) throw new AppError('FILE_BINARY', { file })
  return format
}
