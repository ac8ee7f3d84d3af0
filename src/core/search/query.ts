import { AppError, type QueryProblem } from '#api'
import { isBlank, normalise } from './normalise'

/** A word or phrase to be found in the text; `original` as typed, `folded` as it is compared. */
export interface TextCondition {
  type: 'text'
  original: string
  folded: string
  field: 'any' | 'title'
  negated: boolean
  /** In quotation marks: it is looked for as it stands, script and width aside. */
  isPhrase: boolean
}

export type FilterCondition =
  | { type: 'tag' | 'theme' | 'region' | 'fact'; value: string; negated: boolean }
  | { type: 'has'; what: HasWhat; negated: boolean }
  | { type: 'year'; from: number; to: number; negated: boolean }

export type Condition = TextCondition | FilterCondition

export interface ParsedQuery {
  /** Any of the groups must hold; a group holds when all of its conditions do. OR therefore binds less than AND. */
  groups: Condition[][]
  /** Parts that can never match, or are beyond what is looked for; they are in no group. */
  problems: QueryProblem[]
}

export const HAS_WHAT = ['source', 'attachment', 'notes', 'tag', 'theme', 'region', 'period', 'conflict'] as const
export type HasWhat = (typeof HAS_WHAT)[number]

export const PREFIXES = ['tag', 'region', 'theme', 'fact', 'title', 'year', 'has'] as const
export type Prefix = (typeof PREFIXES)[number]

/** No person writes more; a query that does would take long, and the rest would change little. */
const MOST_CONDITIONS = 64
const MOST_PROBLEMS = 16
/** A pasted paragraph is shorter. */
const LONGEST_TERM = 512

const PREFIX = new RegExp(`^(${PREFIXES.join('|')})[:：]`, 'i')

/** A part of a query between blanks. All offsets are into the query. */
export interface Token {
  /** `or` stands between groups; `nothing` is unfinished, as while typing, and says nothing. */
  type: 'condition' | 'problem' | 'or' | 'nothing'
  start: number
  end: number
  negated: boolean
  prefix: Prefix | null
  /** Where the value begins: behind `-`, `tag:` and an opening quotation mark. */
  valueStart: number
  /** The value without its quotation marks. */
  value: string
  quoted: boolean
  /** The quotation mark that an open quotation lacks; empty where nothing is open. */
  missing: string
  condition: Condition | null
  problem: QueryProblem['code'] | null
}
/** Closing quotation marks by opening ones. */
export const CLOSING: Record<string, string> = { '"': '"', '“': '”', '「': '」', '＂': '＂' }

/**
 * Reads a query: words are AND, `"a phrase"`, `-not`, `OR`, `tag:` `theme:` `region:` `fact:` `title:` `has:` `year:`.
 * What is unfinished, as while typing, is forgiven: an open quotation ends with the query, a lone `OR`, `-` or `tag:`
 * says nothing. Quotation marks open a phrase only at the start of a word; inside one they are text.
 */
export function parseQuery(query: string): ParsedQuery {
  const groups: Map<string, Condition>[] = [new Map()]
  const problems: QueryProblem[] = []
  const known = new Set<string>()
  for (const { type, condition, problem, start, end } of tokensOf(query)) {
    if (type === 'or') groups.push(new Map())
    if (condition !== null) {
      const key = JSON.stringify(Object.values(condition))
      if (!known.has(key) && known.size === MOST_CONDITIONS) {
        problems.push({ code: 'TOO_MANY_TERMS', start, end: query.length, text: clip(query.slice(start)) })
        break
      }
      known.add(key)
      groups.at(-1)!.set(key, condition)
    }
    const text = clip(query.slice(start, end))
    if (problem !== null && !problems.some((known) => known.code === problem && known.text === text)) problems.push({ code: problem, start, end, text })
    if (problems.length === MOST_PROBLEMS) break
  }
  return { groups: distinct(groups), problems }
}

/** Each group once, whatever the order of its conditions. */
function distinct(groups: Map<string, Condition>[]): Condition[][] {
  const kept = new Map<string, Condition[]>()
  for (const group of groups) if (group.size > 0) kept.set([...group.keys()].sort().join('\n'), [...group.values()])
  return [...kept.values()]
}

/** @throws AppError QUERY_INVALID where a part can never match, with that part in `detail`. */
export function parseValidQuery(query: string): Condition[][] {
  const { groups, problems: [problem] } = parseQuery(query)
  if (problem !== undefined) throw new AppError('QUERY_INVALID', { detail: problem.text })
  return groups
}

/** The whole text as one phrase, or null where there is nothing to be found. */
export function phrase(text: string): TextCondition | null {
  const original = text.trim()
  const folded = normalise(original).trim()
  return folded === '' ? null : { type: 'text', original, folded, field: 'any', negated: false, isPhrase: false }
}

/** What a filter asks for, or null where the value can never match or is blank. */
export function filterOf(kind: FilterCondition['type'], value: string): FilterCondition | null {
  const condition = conditionOf(kind, value, false, false)
  return condition === null || typeof condition === 'string' || condition.type === 'text' ? null : condition
}

/** The parts of a query, in their order. */
export function tokensOf(query: string): Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < query.length;) {
    if (isBlank(query[at]!)) {
      at++
      continue
    }
    const token = tokenAt(query, at)
    tokens.push(token)
    at = token.end
  }
  return tokens
}

function tokenAt(query: string, start: number): Token {
  const negated = (query[start] === '-' || query[start] === '－') && start + 1 < query.length && !isBlank(query[start + 1]!)
  const prefixStart = negated ? start + 1 : start
  const matched = PREFIX.exec(query.slice(prefixStart, prefixStart + 8))
  const prefix = (matched?.[1]?.toLowerCase() ?? null) as Prefix | null
  const { end, ...read } = readValue(query, prefixStart + (matched?.[0].length ?? 0))
  const token = { start, end, negated, prefix, ...read, condition: null, problem: null }
  if (!read.quoted && !negated && prefix === null && read.value === 'OR') return { ...token, type: 'or' }
  if (!read.quoted && /^[-－]$/.test(read.value)) return { ...token, type: 'nothing' }
  const condition = conditionOf(prefix, read.value, negated, read.quoted)
  if (condition === null) return { ...token, type: 'nothing' }
  return typeof condition === 'string' ? { ...token, type: 'problem', problem: condition } : { ...token, type: 'condition', condition }
}

function readValue(query: string, start: number): Pick<Token, 'valueStart' | 'value' | 'quoted' | 'missing' | 'end'> {
  const closing = CLOSING[query[start] ?? '']
  if (closing !== undefined) {
    const valueStart = start + 1
    const found = query.indexOf(closing, valueStart)
    const valueEnd = found < 0 ? query.length : found
    return {
      valueStart, value: query.slice(valueStart, valueEnd), quoted: true,
      missing: found < 0 ? closing : '', end: found < 0 ? valueEnd : found + 1,
    }
  }
  let end = start
  while (end < query.length && !isBlank(query[end]!)) end++
  return { valueStart: start, value: query.slice(start, end), quoted: false, missing: '', end }
}

function conditionOf(prefix: Prefix | null, text: string, negated: boolean, isPhrase: boolean): Condition | QueryProblem['code'] | null {
  const original = text.trim()
  const folded = normalise(original).trim()
  if (folded === '') return null
  if (folded.length > LONGEST_TERM) return 'TERM_TOO_LONG'
  switch (prefix) {
    case 'tag':
    case 'theme':
    case 'region':
    case 'fact':
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
      return { type: 'text', original, folded, field: prefix === 'title' ? 'title' : 'any', negated, isPhrase }
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
