import * as secureJson from 'secure-json-parse'
import * as z from 'zod'
import { AppError, Id, Region, SectionRole, Source } from '#api'
import type { CaseRange, ReadDocument, StatedFields } from '../document'
import { isRoleName } from '../roles'
import { MOST_CELLS, readTable } from '../table'
import type { Reader } from './format'
import { decoded } from './plain-text'

/** Objects in which a list of cases may be wrapped. */
const LISTS = ['cases', 'items', 'data', 'records', 'rows', '案例']
const DEEPEST = 50

/** A case as the command line and the program's own files write it; each field that is of the wrong shape is left out. */
const WrittenCase = z.object({
  id: Id.optional().catch(undefined),
  title: z.string().optional().catch(undefined),
  organisation: z.string().optional().catch(undefined),
  modelName: z.string().optional().catch(undefined),
  region: Region.optional().catch(undefined),
  period: z.string().optional().catch(undefined),
  tags: z.array(z.string()).catch([]),
  sources: z.array(Source).catch([]),
  notes: z.string().catch(''),
  sections: z.array(z.object({ role: SectionRole.catch('other'), heading: z.string().catch(''), text: z.string() })),
})
type WrittenCase = z.infer<typeof WrittenCase>

/**
 * JSON: cases as the command line shows them come back whole; any other list of objects is a table, a row for each.
 * @throws AppError FILE_DAMAGED where it is no JSON, FILE_EMPTY where there is nothing in it, FILE_UNSAFE where it lies too
 * deep or is spread too wide.
 */
export const readJson: Reader = (bytes, file, { encoding: wanted }): ReadDocument => {
  const { text, encoding, encodingConfidence, warnings } = decoded(bytes, file, wanted)
  const objects = listIn(parsed(text, file)).map((item) => (isObject(item) && isObject(item.case) ? item.case : item))
  const cases = objects.map((item) => WrittenCase.safeParse(item).data)
  const content = cases.every((item) => item !== undefined) ? casesOf(cases) : readTable(rowsOf(objects, file))
  if (content.cases.length === 0) throw new AppError('FILE_EMPTY', { file })
  return { ...content, encoding, encodingConfidence, warnings, isMarkdown: cases[0] !== undefined }
}

function parsed(text: string, file: string): unknown {
  try {
    return secureJson.parse(text, null, { protoAction: 'remove', constructorAction: 'remove' }) as unknown
  } catch (cause) {
    throw new AppError('FILE_DAMAGED', { file }, { cause })
  }
}

function listIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  if (!isObject(value)) return []
  const list = LISTS.map((name) => (Object.hasOwn(value, name) ? value[name] : undefined)).find((item) => Array.isArray(item))
  return (list as unknown[] | undefined) ?? [value]
}

function casesOf(written: readonly WrittenCase[]): { text: string; cases: NonNullable<ReadDocument['cases']> } {
  let text = ''
  const cases = written.map(({ sections, ...fields }) => {
    const range: CaseRange = { start: text.length, end: 0, title: null, sections: [] }
    text += fields.title === undefined ? '' : `# ${fields.title}\n\n`
    for (const { role, heading, text: body } of sections) {
      text += heading === '' ? '' : `## ${heading}\n\n`
      const start = text.length
      text += body
      range.sections.push({ role, heading: isRoleName(heading, role) ? '' : heading, start, end: text.length })
      text += '\n\n'
    }
    range.end = text.length
    const stated = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as unknown as StatedFields
    return { range, stated }
  })
  return { text, cases }
}

/** Objects as rows under the names of their fields; lists of rows stay as they are. */
function rowsOf(items: readonly unknown[], file: string): string[][] {
  if (items.every((item) => Array.isArray(item))) return items.map((row) => (row as unknown[]).map((cell) => textOf(cell, file)))
  const objects = items.filter(isObject)
  const names = [...new Set(objects.flatMap((item) => Object.keys(item)))]
  if (names.length * objects.length > MOST_CELLS) throw new AppError('FILE_UNSAFE', { file })
  return objects.length === 0 ? [] : [names, ...objects.map((item) => names.map((name) => (Object.hasOwn(item, name) ? textOf(item[name], file) : '')))]
}

function textOf(value: unknown, file: string, depth = 0): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'object') return typeof value === 'string' ? value : JSON.stringify(value)
  if (depth >= DEEPEST) throw new AppError('FILE_UNSAFE', { file })
  if (Array.isArray(value)) return value.map((item) => textOf(item, file, depth + 1)).filter((item) => item !== '').join('\n')
  return Object.entries(value).map(([name, item]) => `${name}：${textOf(item, file, depth + 1)}`).join('\n')
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
