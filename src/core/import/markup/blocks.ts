import { AppError } from '#api'
import type { ReadDocument } from '../document'

/** A part of a document that stands by itself. Its words are Markdown already, its place in the page is not. */
export type Block =
  | { kind: 'paragraph'; words: string }
  | { kind: 'heading'; level: number; words: string }
  /** `marker` is `-` or a number with its point; `depth` counts from 0. */
  | { kind: 'item'; depth: number; marker: string; words: string }
  | { kind: 'table'; rows: string[][] }

const WIDEST_TABLE = 256
const DEEPEST_HEADING = 6

export interface FromBlocks {
  file: string
  encoding?: string
  warnings?: ReadDocument['warnings']
  /** Pictures that were passed over. */
  pictures?: number
}

/**
 * The blocks as a document in Markdown.
 * @throws AppError FILE_EMPTY where they hold no text.
 */
export function documentFrom(blocks: readonly Block[], { file, encoding = 'utf-8', warnings = [], pictures = 0 }: FromBlocks): ReadDocument {
  const text = writeBlocks(blocks)
  if (text === '') throw new AppError('FILE_EMPTY', { file })
  const remarks: ReadDocument['warnings'] = pictures === 0 ? [] : [{ code: 'PICTURES_LEFT_OUT', message: String(pictures) }]
  return { text, encoding, warnings: [...warnings, ...remarks], isMarkdown: true, cases: null }
}

export function writeBlocks(blocks: readonly Block[]): string {
  const parts: string[] = []
  let markers: number[] = []
  let wasItem = false
  for (const block of blocks) {
    const isItem = block.kind === 'item'
    if (!isItem || !wasItem) markers = []
    const written = isItem ? writeItem(block, markers) : writeBlock(block)
    if (written === '') continue
    parts.push(parts.length === 0 ? '' : isItem && wasItem ? '\n' : '\n\n', written)
    wasItem = isItem
  }
  return parts.length === 0 ? '' : `${parts.join('')}\n`
}

/** A cell's blocks on one line, for a table cannot hold more. */
export function inOneLine(blocks: readonly Block[]): string {
  return blocks
    .map((block) => (block.kind === 'table'
      ? block.rows.map((row) => row.filter((cell) => cell !== '').join(' ')).join('；')
      : `${block.kind === 'item' && block.marker !== '-' ? `${block.marker} ` : ''}${block.words}`))
    .map((words) => words.replace(/\s+/gu, ' ').trim())
    .filter((words) => words !== '')
    .join(' ')
}

function writeBlock(block: Exclude<Block, { kind: 'item' }>): string {
  if (block.kind === 'table') return writeTable(block.rows)
  if (block.kind === 'paragraph') return lines(block.words)
  const words = block.words.replace(/\s+/gu, ' ').trim()
  return words === '' ? '' : `${'#'.repeat(Math.min(Math.max(1, block.level), DEEPEST_HEADING))} ${words}`
}

/** `markers` are the widths of the markers that the item may stand under. */
function writeItem({ depth, marker, words }: Block & { kind: 'item' }, markers: number[]): string {
  const text = lines(words)
  if (text === '') return ''
  markers.length = Math.min(depth, markers.length)
  const indent = ' '.repeat(markers.reduce((sum, width) => sum + width, 0))
  markers.push(marker.length + 1)
  return `${indent}${marker} ${text.replaceAll('\n', `\n${indent}${' '.repeat(marker.length + 1)}`)}`
}

/** One column is no table: its cells are paragraphs. */
function writeTable(rows: readonly (readonly string[])[]): string {
  const filled = rows.filter((row) => row.some((cell) => cell !== ''))
  const width = Math.min(WIDEST_TABLE, Math.max(0, ...filled.map((row) => row.length)))
  if (width < 2) return filled.map(([cell]) => lines(cell!)).join('\n\n')
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const written = filled.map((row) => line(Array.from({ length: width }, (_, index) => cellOf(row[index] ?? ''))))
  return [written[0], line(Array.from({ length: width }, () => '---')), ...written.slice(1)].join('\n')
}

function cellOf(words: string): string {
  return words.replace(/\s+/gu, ' ').trim().replaceAll('|', String.raw`\|`)
}

/** Lines of a paragraph that would be a heading, a rule, a quotation or code are told to be none. */
function lines(words: string): string {
  return words
    .split('\n')
    .map((line) => line.trim().replace(/^(?:#{1,6}(?=\s|$)|>|[-=_*]{2,}\s*$|:?-+:?(?=\s*\|)|\|)/u, String.raw`\$&`))
    .filter((line) => line !== '')
    .join('\n')
}
