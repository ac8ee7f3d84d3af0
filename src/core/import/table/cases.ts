import { Id, type Region, type Source } from '#api'
import { findRegions } from '../../text'
import type { CaseRange, Range, ReadDocument, StatedFields, TableContent } from '../document'
import { knownHeadings, proposeMapping, sectionFor, type Mapping } from './mapping'

type Cases = NonNullable<ReadDocument['cases']>
export type Rows = readonly (readonly string[])[]

/** Of a table whose rows are filled up to its last column: more is no list of cases. */
export const MOST_CELLS = 10_000_000

/** A line above the headings may name the table. */
const HEADINGS_WITHIN = 6
const LONGEST_NAME = 40
const LONGEST_TAG = 60

/** What tables are read as. */
export type TableCases = Pick<ReadDocument, 'text'> & { cases: Cases; tables: TableContent[] }

/** A table as cases: its row of headings is found, and its columns are mapped by them. */
export function readTable(rows: Rows, name = ''): TableCases {
  return casesOfTables([tableOf(rows, name)])
}

/** Where the headings of a table are, and what they make of its columns. */
export function tableOf(rows: Rows, name = ''): TableContent {
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''))
  const at = headingsAt(filled)
  const headings = filled[at] ?? []
  return { name, headings, rows: filled.slice(at + 1), mapping: at < 0 ? (filled[0] ?? []).map(() => sectionFor('')) : proposeMapping(headings) }
}

/** The rows of all the tables as cases, one table after the other. */
export function casesOfTables(tables: readonly TableContent[]): TableCases {
  let text = ''
  const cases: Cases = []
  for (const { rows, mapping, headings } of tables) {
    const table = casesOfTable(rows, mapping, headings)
    const by = text.length
    const moved = <Part extends Range>(part: Part): Part => ({ ...part, start: part.start + by, end: part.end + by })
    for (const { range, stated } of table.cases) {
      cases.push({ range: { ...moved(range), title: range.title === null ? null : moved(range.title), sections: range.sections.map(moved) }, stated })
    }
    text += table.text
  }
  return { text, cases, tables: [...tables] }
}

/**
 * Each row as a case, with its cells as the mapping says; every cell is in the text, under its column's heading.
 * @param headings of the columns, as the text shows them.
 */
export function casesOfTable(rows: Rows, mapping: Mapping, headings: readonly string[] = []): Pick<ReadDocument, 'text'> & { cases: Cases } {
  const parts: string[] = []
  let length = 0
  const write = (part: string) => {
    parts.push(part)
    length += part.length
  }
  const cases = rows.map((row) => {
    const range: CaseRange = { start: length, end: 0, title: null, sections: [] }
    const stated: StatedFields = { tags: [], sources: [], notes: '' }
    // What is said of the case comes before its sections, as at the head of a document.
    const filled = [...row.entries()].filter(([, cell]) => cell.trim() !== '')
    const isSection = ([column]: [number, string]) => (mapping[column] ?? sectionFor('')).field === 'section'
    for (const [column, cell] of [...filled.filter((entry) => !isSection(entry)), ...filled.filter(isSection)]) {
      const text = cell.trim()
      const heading = (headings[column] ?? '').replace(/\s+/gu, ' ').trim()
      write(heading === '' ? '' : `${heading}：`)
      const start = length
      write(text)
      const use = mapping[column] ?? sectionFor('')
      if (use.field === 'section') range.sections.push({ role: use.role, heading: use.heading, start, end: length })
      else if (use.field === 'title') range.title = { start, end: length }
      else if (use.field !== 'none') state(stated, use.field, text)
      write('\n')
    }
    write('\n')
    if (range.title === null && stated.organisation !== undefined) stated.title = stated.organisation
    return { range: { ...range, end: length }, stated }
  })
  return { text: parts.join(''), cases }
}

/** Where the headings stand; below 0 where the table has none. */
function headingsAt(rows: Rows): number {
  const known = rows.slice(0, HEADINGS_WITHIN).map(knownHeadings)
  const most = Math.max(0, ...known)
  if (most > 0) return known.indexOf(most)
  const first = (rows[0] ?? []).map((cell) => cell.trim()).filter((cell) => cell !== '')
  const areNames = rows.length > 1 && first.length > 1 && new Set(first).size === first.length && first.every((cell) => cell.length <= LONGEST_NAME && !/\d{2}/u.test(cell))
  return areNames ? 0 : -1
}

function state(stated: StatedFields, field: Exclude<Mapping[number]['field'], 'section' | 'none' | 'title'>, text: string): void {
  const line = text.replace(/\s+/gu, ' ')
  const region = (): Region => stated.region ?? { province: '', city: '' }
  switch (field) {
    case 'id':
      if (Id.safeParse(text).success) stated.id = text
      break
    case 'organisation':
    case 'modelName':
    case 'period':
      stated[field] = line
      break
    case 'region':
      stated.region = regionOf(line)
      break
    case 'province':
      stated.region = { ...region(), province: regionOf(line).province }
      break
    case 'city': {
      const found = findRegions(line)[0]
      stated.region = { province: region().province || (found?.province ?? ''), city: (found?.city || line).slice(0, LONGEST_NAME) }
      break
    }
    case 'tags':
      stated.tags.push(...text.split(/[,，、;；|\n]/u).map((tag) => tag.trim().replace(/^#/u, '').slice(0, LONGEST_TAG)).filter((tag) => tag !== ''))
      break
    case 'sources':
      stated.sources.push(...text.split('\n').map((source) => sourceOf(source.trim())).filter((source) => source !== null))
      break
    case 'notes':
      stated.notes = stated.notes === '' ? text : `${stated.notes}\n\n${text}`
  }
}

/** What no gazetteer knows stays as it is written. */
function regionOf(text: string): Region {
  const found = findRegions(text)[0]
  return found === undefined ? { province: text.slice(0, LONGEST_NAME), city: '' } : { province: found.province, city: found.city }
}

function sourceOf(text: string): Source | null {
  if (text === '') return null
  return /^https?:\/\/\S+$/u.test(text) ? { url: text } : { title: text }
}
