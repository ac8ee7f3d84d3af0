import type { Facet } from '#api'
import { CLOSING, filterOf, tokensOf, type Condition, type FilterCondition, type Prefix, type Token } from './query'
import { isBlank } from './normalise'

/** The filters that every group of the query asks for, each once, as they are written. */
export function activeFilters(query: string): { kind: Facet['kind']; value: string }[] {
  const [first, ...rest] = groupsOf(query)
  if (first === undefined) return []
  const found: { kind: Facet['kind']; value: string; condition: FilterCondition }[] = []
  for (const { condition, value } of first) {
    if (condition === null || condition.type === 'text' || condition.negated || found.some((known) => isSame(known.condition, condition))) continue
    if (rest.every((group) => group.some((token) => asks(token, condition)))) found.push({ kind: condition.type, value: value.trim(), condition })
  }
  return found.map(({ kind, value }) => ({ kind, value }))
}

/** Whether two values of a kind ask for the same: 黨建 and 党建, 2015..2018 and 2018..2015. */
export function isSameValue(kind: Facet['kind'], a: string, b: string): boolean {
  const [left, right] = [filterOf(kind, a), filterOf(kind, b)]
  return left !== null && right !== null && isSame(left, right)
}

/**
 * The query with a filter asked for in each of its groups, or in none of them where all of them ask for it, in whichever
 * script. `-tag:x` makes way for `tag:x`. Letting go never finds fewer: where a group asked for nothing but the filter,
 * the query found all the cases that have it, and then asks for nothing.
 */
export function toggleFilter(query: string, kind: Facet['kind'], value: string): string {
  const wanted = filterOf(kind, value)
  if (wanted === null) return query
  const groups = groupsOf(query)
  const written = filterText(kind, value)
  if (groups.length === 0) return written
  if (!groups.every((group) => group.some((token) => asks(token, wanted)))) {
    return joined(groups.map((group) => {
      if (group.some((token) => asks(token, wanted))) return groupText(query, group)
      const kept = group.filter((token) => !refuses(token, wanted))
      return [groupText(query, kept), written].filter((part) => part !== '').join(' ')
    }))
  }
  const kept = groups.map((group) => group.filter((token) => !asks(token, wanted)))
  return kept.some((group) => group.length === 0) ? '' : joined(kept.map((group) => groupText(query, group)))
}

/** The query confined to the cases that pass a filter, on either side of every OR; a filter that can never match is left out. */
export function confined(query: string, kind: FilterCondition['type'], value: string): string {
  const wanted = filterOf(kind, value)
  if (wanted === null) return query
  const groups = groupsOf(query)
  const written = filterText(kind, value)
  if (groups.length === 0) return written
  return joined(groups.map((group) => (group.some((token) => asks(token, wanted)) ? '' : `${written} `) + groupText(query, group)))
}

/** A filter as it is written in a query, in quotation marks where the value needs them. */
export function filterText(prefix: Prefix, value: string): string {
  return `${prefix}:${quotedValue(value)}`
}

/** The value as a query reads it back. One that holds every kind of quotation mark loses the plain ones. */
export function quotedValue(value: string): string {
  if (CLOSING[value[0] ?? ''] === undefined && ![...value].some(isBlank)) return value
  return quoted(value)
}

export function quoted(value: string): string {
  const pair = Object.entries(CLOSING).find(([, closing]) => !value.includes(closing))
  return pair === undefined ? `"${value.replaceAll('"', '')}"` : `${pair[0]}${value}${pair[1]}`
}

function groupsOf(query: string): Token[][] {
  const groups: Token[][] = [[]]
  for (const token of tokensOf(query)) {
    if (token.type === 'or') groups.push([])
    else if (token.type !== 'nothing') groups.at(-1)!.push(token)
  }
  return groups.filter((group) => group.length > 0)
}

function groupText(query: string, group: Token[]): string {
  return group.map(({ start, end, missing }) => query.slice(start, end) + missing).join(' ')
}

function joined(groups: string[]): string {
  return groups.filter((group) => group !== '').join(' OR ')
}

function asks({ condition }: Token, wanted: FilterCondition): boolean {
  return condition !== null && !condition.negated && isSame(condition, wanted)
}

function refuses({ condition }: Token, wanted: FilterCondition): boolean {
  return condition !== null && condition.negated && isSame(condition, wanted)
}

function isSame(condition: Condition, wanted: FilterCondition): boolean {
  switch (wanted.type) {
    case 'year': return condition.type === 'year' && condition.from === wanted.from && condition.to === wanted.to
    case 'has': return condition.type === 'has' && condition.what === wanted.what
    default: return condition.type === wanted.type && condition.value === wanted.value
  }
}
