import Papa from 'papaparse'
import { AppError } from '#api'
import { readTable } from '../table'
import type { Reader } from './format'
import { decoded } from './plain-text'

const DELIMITERS = [',', '\t', ';', '|', '，']
/** Spreadsheets write it in front of their own files. */
const SEPARATOR = /^sep=(.)\r?\n/iu

/** A table as text: a row is a case. Every cell is text as it stands, with its leading zeros; nothing is computed. */
export const readCsv: Reader = (bytes, file, { encoding: wanted }) => {
  const { text: whole, encoding, encodingConfidence, warnings } = decoded(bytes, file, wanted)
  const separator = SEPARATOR.exec(whole)
  const text = separator === null ? whole : whole.slice(separator[0].length)
  const delimiter = separator?.[1] ?? (/\.(?:tsv|tab)$/iu.test(file) ? '\t' : '')
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, delimitersToGuess: DELIMITERS, skipEmptyLines: 'greedy' })
  const table = readTable(data)
  if (table.cases.length === 0) throw new AppError('FILE_EMPTY', { file })
  // An open quotation mark takes all that follows into its cell.
  if (errors.some(({ code }) => code === 'MissingQuotes')) warnings.push({ code: 'FILE_INCOMPLETE', message: '' })
  return { ...table, encoding, encodingConfidence, warnings, isMarkdown: false }
}
