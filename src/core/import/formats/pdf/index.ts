import { AppError } from '#api'
import type { PdfPage } from '../../../ports'
import type { ReadDocument } from '../../document'
import type { Reader } from '../format'
import { columnsOf } from './columns'
import { linesOf } from './lines'
import { paragraphsOf } from './paragraphs'
import { repeatedLines } from './repeated'

/** A page with fewer letters is a picture of one. */
const FEWEST_LETTERS = 4
/** Characters that a font has no meaning for, of all. */
const UNREADABLE = 0.1
const NAMED = 3
const LONGEST_NAMED = 40

/**
 * PDF: the text in reading order, lines joined into paragraphs. Headers, footers and page numbers that repeat are left
 * out, and a warning names them. Pages that are pictures are named by their numbers.
 * @throws AppError what the port throws.
 */
export const readPdf: Reader = async (bytes, file, ports): Promise<ReadDocument> => {
  if (bytes.length === 0) throw new AppError('FILE_EMPTY', { file })
  const isWhole = new TextDecoder('latin1').decode(bytes.subarray(-1024)).includes('%%EOF')
  return documentOfPages(await ports.pdf.pages(bytes, file), isWhole)
}

/** Puts placed text together, wherever the pages come from; `isWhole` is false where some may be missing. */
export function documentOfPages(pages: readonly (PdfPage | null)[], isWhole: boolean): ReadDocument {
  const lines = pages.map((page, index) => (page === null ? [] : linesOf(page, index)))
  const blank = lines.flatMap((ofPage, index) => (letters(ofPage) < FEWEST_LETTERS ? [index + 1] : []))
  const repeated = repeatedLines(lines, pages.map((page) => page?.height ?? 0))
  const columns = lines.flatMap((ofPage) => columnsOf(ofPage.filter((line) => !repeated.has(line))))
  const text = blank.length === pages.length ? '' : paragraphsOf(columns)
  const pictures = text === '' ? pages.map((_, index) => index + 1) : blank
  const warnings: ReadDocument['warnings'] = []
  if (!isWhole || pages.includes(null)) warnings.push({ code: 'FILE_INCOMPLETE', message: '' })
  if (repeated.size > 0) warnings.push({ code: 'PAGE_LINES_REMOVED', message: named([...repeated].map((line) => line.text)) })
  if (pictures.length > 0 && text !== '') warnings.push({ code: 'PAGES_WITHOUT_TEXT', message: ranges(pictures) })
  if ((text.match(/[\ufffd\p{Co}]/gu)?.length ?? 0) > text.length * UNREADABLE) warnings.push({ code: 'ENCODING_LOSSY', message: '' })
  return { text, encoding: 'utf-8', warnings, isMarkdown: false, cases: null, ...(pictures.length > 0 ? { pictures } : {}) }
}

function letters(lines: readonly { text: string }[]): number {
  return lines.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0)
}

/** The first few of what is different in them. */
function named(texts: readonly string[]): string {
  const known = new Map<string, string>()
  for (const text of texts) {
    const key = text.replace(/\d+/gu, '')
    if (!known.has(key)) known.set(key, text.slice(0, LONGEST_NAMED).replaceAll('⻚', '页'))
  }
  const different = [...known.values()]
  return different.slice(0, NAMED).join(' / ') + (different.length > NAMED ? ' …' : '')
}

/** 1, 2, 3, 7 as 1–3, 7. */
function ranges(numbers: readonly number[]): string {
  const parts: [number, number][] = []
  for (const number of numbers) {
    const last = parts.at(-1)
    if (last !== undefined && number === last[1] + 1) last[1] = number
    else parts.push([number, number])
  }
  return parts.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
}
