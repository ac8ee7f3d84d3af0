import { AppError } from '#api'
import { isBlank, normalise } from './normalise'

/** A word or phrase to be found in the text; `original` as typed, `folded` as it is compared. */
export interface TextCondition {
  type: 'text'
  original: string
  folded: string
  field: 'any' | 'title'
  negated: boolean
}

export type FilterCondition =
  | { type: 'tag' | 'theme' | 'region'; value: string; negated: boolean }
  | { type: 'has'; what: HasWhat; negated: boolean }
  | { type: 'year'; from: number; to: number; negated: boolean }

export type Condition = TextCondition | FilterCondition

/** Any of the groups must hold; a group holds when all of its conditions do. OR therefore binds less than AND. */
export type ParsedQuery = Condition[][]

const HAS_WHAT = ['source', 'tag', 'theme', 'region', 'period', 'conflict'] as const
export type HasWhat = (typeof HAS_WHAT)[number]

const PREFIX = /^(tag|theme|region|title|has|year)[:：]/i
const CLOSING: Record<string, string> = { '"': '"', '“': '”', '「': '」', '＂': '＂' }

/**
 * Reads a query: words are AND, `"a phrase"`, `-not`, `OR`, `tag:` `theme:` `region:` `title:` `has:` `year:`.
 * What is unfinished, as while typing, is forgiven: an open quotation ends with the query, a lone `OR`, `-` or `tag:`
 * says nothing. Quotation marks open a phrase only at the start of a word; inside one they are text.
 * @throws AppError QUERY_INVALID where a value can never match, with the part of the query in `detail`.
 */
export function parseQuery(query: string): ParsedQuery {
  const groups: ParsedQuery = [[]]
  for (const token of tokens(query)) {
    if (token === 'OR') groups.push([])
    else groups.at(-1)!.push(token)
  }
  return groups.filter((group) => group.length > 0)
}

function* tokens(query: string): Generator<Condition | 'OR'> {
  let at = 0
  while (at < query.length) {
    if (isBlank(query[at]!)) {
      at++
      continue
    }
    const start = at
    const negated = (query[at] === '-' || query[at] === '－') && at + 1 < query.length && !isBlank(query[at + 1]!)
    if (negated) at++
    const prefix = PREFIX.exec(query.slice(at, at + 8))
    if (prefix !== null) at += prefix[0].length
    const value = readValue(query, at)
    at = value.end
    if (!value.quoted && !negated && prefix === null && value.text === 'OR') {
      yield 'OR'
      continue
    }
    if (!value.quoted && /^[-－]$/.test(value.text)) continue
    const condition = conditionOf(prefix?.[1]?.toLowerCase(), value.text, negated, query.slice(start, at))
    if (condition !== null) yield condition
  }
}

function readValue(query: string, start: number): { text: string; quoted: boolean; end: number } {
  const closing = CLOSING[query[start] ?? '']
  if (closing !== undefined) {
    const end = query.indexOf(closing, start + 1)
    if (end < 0) return { text: query.slice(start + 1), quoted: true, end: query.length }
    return { text: query.slice(start + 1, end), quoted: true, end: end + 1 }
  }
  let end = start
  while (end < query.length && !isBlank(query[end]!)) end++
  return { text: query.slice(start, end), quoted: false, end }
}

function conditionOf(prefix: string | undefined, text: string, negated: boolean, source: string): Condition | null {
  const original = text.trim()
  const folded = normalise(original).trim()
  if (folded === '') return null
  switch (prefix) {
    case 'tag':
    case 'theme':
    case 'region':
      return { type: prefix, value: folded, negated }
    case 'has':
      return { type: 'has', what: hasWhat(folded, source), negated }
    case 'year':
      return { type: 'year', ...years(folded, source), negated }
    default:
      return { type: 'text', original, folded, field: prefix === 'title' ? 'title' : 'any', negated }
  }
}

function hasWhat(value: string, source: string): HasWhat {
  const what = HAS_WHAT.find((name) => name === value)
  if (what === undefined) throw new AppError('QUERY_INVALID', { detail: clip(source) })
  return what
}

/** `2016`, `2015..2018`, `2015..`, `..2018`; a range written backwards is turned round. */
function years(value: string, source: string): { from: number; to: number } {
  const [, first = '', dots, second = ''] = /^(\d{4})?(\.{2,}|-|–|—|~|至)?(\d{4})?$/.exec(value) ?? []
  if (first === '' && second === '') throw new AppError('QUERY_INVALID', { detail: clip(source) })
  if (dots === undefined && second !== '') throw new AppError('QUERY_INVALID', { detail: clip(source) })
  const from = first === '' ? Number.NEGATIVE_INFINITY : Number(first)
  const to = second === '' ? (dots === undefined ? from : Number.POSITIVE_INFINITY) : Number(second)
  return from <= to ? { from, to } : { from: to, to: from }
}

function clip(source: string): string {
  return source.length <= 40 ? source : `${source.slice(0, 40)}…`
}
