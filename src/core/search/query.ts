import { AppError, type QueryProblem } from '#api'
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

export interface ParsedQuery {
  /** Any of the groups must hold; a group holds when all of its conditions do. OR therefore binds less than AND. */
  groups: Condition[][]
  /** Parts that can never match; they are in no group. */
  problems: QueryProblem[]
}

const HAS_WHAT = ['source', 'tag', 'theme', 'region', 'period', 'conflict'] as const
export type HasWhat = (typeof HAS_WHAT)[number]

const PREFIX = /^(tag|theme|region|title|has|year)[:：]/i
const CLOSING: Record<string, string> = { '"': '"', '“': '”', '「': '」', '＂': '＂' }

/**
 * Reads a query: words are AND, `"a phrase"`, `-not`, `OR`, `tag:` `theme:` `region:` `title:` `has:` `year:`.
 * What is unfinished, as while typing, is forgiven: an open quotation ends with the query, a lone `OR`, `-` or `tag:`
 * says nothing. Quotation marks open a phrase only at the start of a word; inside one they are text.
 */
export function parseQuery(query: string): ParsedQuery {
  const groups: Condition[][] = [[]]
  const problems: QueryProblem[] = []
  for (const token of tokens(query)) {
    if (token === 'OR') groups.push([])
    else if ('code' in token) problems.push(token)
    else groups.at(-1)!.push(token)
  }
  return { groups: groups.filter((group) => group.length > 0), problems }
}

/** @throws AppError QUERY_INVALID where a part can never match, with that part in `detail`. */
export function parseValidQuery(query: string): Condition[][] {
  const { groups, problems: [problem] } = parseQuery(query)
  if (problem !== undefined) throw new AppError('QUERY_INVALID', { detail: clip(problem.text) })
  return groups
}

/** The whole text as one phrase, or null where there is nothing to be found. */
export function phrase(text: string): TextCondition | null {
  const original = text.trim()
  const folded = normalise(original).trim()
  return folded === '' ? null : { type: 'text', original, folded, field: 'any', negated: false }
}

function* tokens(query: string): Generator<Condition | QueryProblem | 'OR'> {
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
    const condition = conditionOf(prefix?.[1]?.toLowerCase(), value.text, negated)
    if (typeof condition === 'string') yield { code: condition, start, end: at, text: query.slice(start, at) }
    else if (condition !== null) yield condition
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

function conditionOf(prefix: string | undefined, text: string, negated: boolean): Condition | QueryProblem['code'] | null {
  const original = text.trim()
  const folded = normalise(original).trim()
  if (folded === '') return null
  switch (prefix) {
    case 'tag':
    case 'theme':
    case 'region':
      return { type: prefix, value: folded, negated }
    case 'has': {
      const what = HAS_WHAT.find((name) => name === folded)
      return what === undefined ? 'HAS_UNKNOWN' : { type: 'has', what, negated }
    }
    case 'year': {
      const span = years(folded)
      return span === null ? 'YEAR_INVALID' : { type: 'year', ...span, negated }
    }
    default:
      return { type: 'text', original, folded, field: prefix === 'title' ? 'title' : 'any', negated }
  }
}

/** `2016`, `2015..2018`, `2015..`, `..2018`; a range written backwards is turned round; null for anything else. */
function years(value: string): { from: number; to: number } | null {
  const [, first = '', dots, second = ''] = /^(\d{4})?(\.{2,}|-|–|—|~|至)?(\d{4})?$/.exec(value) ?? []
  if (first === '' && second === '') return null
  if (dots === undefined && second !== '') return null
  const from = first === '' ? Number.NEGATIVE_INFINITY : Number(first)
  const to = second === '' ? (dots === undefined ? from : Number.POSITIVE_INFINITY) : Number(second)
  return from <= to ? { from, to } : { from: to, to: from }
}

function clip(source: string): string {
  return source.length <= 40 ? source : `${source.slice(0, 40)}…`
}
