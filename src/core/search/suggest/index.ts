import type { Suggestion } from '#api'
import { normalise } from '../normalise'
import { HAS_WHAT, PREFIXES, tokensOf, type Prefix, type Token } from '../query'
import { filterText, quoted, quotedValue } from '../toggle'
import { LIKENESS, type FoundName, type Likeness } from './name-table'
import { NAME_KINDS, type NameKind, type Names } from './names'

export { Names } from './names'

export interface SuggestInput {
  query: string
  cursor: number
  /** Earlier queries, the latest first. */
  recent: string[]
  limit: number
}

/** Something to be offered, before it is put into the query. */
interface Offer {
  kind: Suggestion['kind']
  text: string
  count: number | null
  ranges: [number, number][]
  likeness: Likeness
  /** What it writes: in place of the part at the cursor, or of the whole query. */
  written: () => string
  isWhole?: boolean
}

/** Which names complete a plain word: as a filter, or as words. */
const PLAIN_KINDS = ['tag', 'region', 'theme', 'modelName', 'title', 'organisation'] as const satisfies NameKind[]
const KIND_ORDER: Suggestion['kind'][] = ['syntax', 'recent', ...NAME_KINDS]
const RECENT_BESIDE_OTHERS = 3
/** How many times the limit is looked at, so that kinds can be mixed. */
const CHOICE = 3

/**
 * What may be about to be typed at the cursor: the best first, that is what begins with it, holds it, sounds like it, or
 * nearly is it, and of those what most cases have. The same text is offered once.
 */
export function suggestionsAt({ query, cursor: at, recent, limit }: SuggestInput, names: Names): Suggestion[] {
  const cursor = Math.min(at, query.length)
  const place = placeAt(query, cursor)
  if (place === null) return []
  const offers = normalise(query).trim() === '' ? openingOffers(recent, limit) : offersAt(place, query, recent, names)
  const suggestions: Suggestion[] = []
  const offered = new Set<string>()
  for (const offer of offers) {
    if (suggestions.length >= limit * CHOICE) break
    const suggestion = { kind: offer.kind, text: offer.text, ranges: offer.ranges, count: offer.count, ...taken(offer, query, place) }
    if (offered.has(offer.text) || suggestion.query === query) continue
    offered.add(offer.text)
    suggestions.push(suggestion)
  }
  return shared(suggestions, limit)
}

/** The part of the query that what is taken stands in for, and what of it is typed before the cursor. */
interface Place {
  start: number
  end: number
  /** `-`, which stays. */
  sign: string
  prefix: Prefix | null
  typed: string
  isOpenQuotation: boolean
}

function placeAt(query: string, cursor: number): Place | null {
  const token = tokensOf(query).find(({ start, end }) => start < cursor && cursor <= end)
  if (token === undefined) return { start: cursor, end: cursor, sign: '', prefix: null, typed: '', isOpenQuotation: false }
  if (token.prefix !== null && cursor < token.valueStart - (token.quoted ? 1 : 0)) return null
  const { start, end, prefix, valueStart, value, quoted: isQuotation } = token
  const typed = query.slice(valueStart, Math.max(valueStart, Math.min(cursor, valueStart + value.length)))
  return { start, end, sign: signOf(query, token), prefix, typed, isOpenQuotation: isQuotation }
}

function signOf(query: string, { start, negated, type }: Token): string {
  return negated || type === 'nothing' && /^[-－]$/.test(query[start]!) ? query[start]! : ''
}

/** For an empty box: half of it earlier queries, then what can be asked for. */
function openingOffers(recent: string[], limit: number): Offer[] {
  return [...recent.filter((text) => text.trim() !== '').slice(0, Math.ceil(limit / 2)).map((text) => recentOffer(text, LIKENESS.inside, [])), ...syntaxOffers('')]
}

function offersAt(place: Place, query: string, recent: string[], names: Names): Offer[] {
  const offers = place.prefix === null ? plainOffers(place, names) : filterOffers(place.prefix, place.typed, names)
  return [...offers, ...recentOffers(query, recent)].sort(compareOffers)
}

function plainOffers({ typed, isOpenQuotation }: Place, names: Names): Offer[] {
  const word = typed.replace(/^[-－]$/u, '')
  if (word.trim() === '') return isOpenQuotation ? [] : syntaxOffers('')
  return [
    ...(isOpenQuotation ? [] : syntaxOffers(word)),
    ...PLAIN_KINDS.flatMap((kind) => names.tables[kind].find(word).map((name) => nameOffer(kind, name, name.value, (value) => writtenAs(kind, value)))),
  ]
}

function writtenAs(kind: (typeof PLAIN_KINDS)[number], value: string): string {
  return kind === 'tag' || kind === 'region' || kind === 'theme' ? filterText(kind, value) : asWord(value)
}

/** A text as a query finds it as it stands. */
function asWord(text: string): string {
  const [token, ...more] = tokensOf(text)
  const isPlain = more.length === 0 && token?.condition?.type === 'text' && !token.negated && token.prefix === null && !token.quoted
  return isPlain ? text : quoted(text)
}

function filterOffers(prefix: Prefix, typed: string, names: Names): Offer[] {
  if (prefix === 'has') return hasOffers(typed, names)
  if (prefix === 'year') return yearOffers(typed, names)
  if (prefix === 'fact') return []
  const table = names.tables[prefix]
  const found = typed.trim() === '' ? table.frequent(50) : table.find(typed)
  return found.map((name) => nameOffer(prefix, name, name.value, (value) => `${prefix}:${quotedValue(value)}`))
}

function hasOffers(typed: string, names: Names): Offer[] {
  const needle = normalise(typed).trim()
  return HAS_WHAT.flatMap((what) => {
    const at = what.indexOf(needle)
    if (at < 0) return []
    return nameOffer('has', { ...foundAt(what, at, needle.length), count: names.tables.has.countOf(what) }, what, (value) => `has:${value}`)
  })
}

/** Behind `2015..` the later years. */
function yearOffers(typed: string, names: Names): Offer[] {
  const [, from = '', part = ''] = /^(.*\.{2,})?(.*)$/u.exec(typed) ?? []
  const table = names.tables.year
  const found = part.trim() === '' ? table.frequent(50) : table.find(part).filter(({ likeness }) => likeness === LIKENESS.beginning)
  return found.filter(({ value }) => from === '' || value > from).map((name) => nameOffer('year', { ...name, ranges: name.ranges.map(([start, end]) => [start + from.length, end + from.length]) }, from + name.value, (text) => `year:${text}`))
}

function syntaxOffers(word: string): Offer[] {
  const needle = normalise(word).trim()
  return PREFIXES.filter((prefix) => prefix.startsWith(needle)).map((prefix): Offer => ({
    kind: 'syntax', text: `${prefix}:`, count: null, written: () => `${prefix}:`,
    likeness: LIKENESS.beginning, ranges: needle === '' ? [] : [[0, needle.length]],
  }))
}

/** Earlier queries that hold all that is typed. */
function recentOffers(query: string, recent: string[]): Offer[] {
  const needle = normalise(query).trim()
  return recent.flatMap((text) => {
    const at = normalise(text).indexOf(needle)
    return at < 0 ? [] : [recentOffer(text, at === 0 ? LIKENESS.beginning : LIKENESS.inside, [[at, at + needle.length]])]
  }).slice(0, RECENT_BESIDE_OTHERS)
}

function recentOffer(text: string, likeness: Likeness, ranges: [number, number][]): Offer {
  return { kind: 'recent', text, count: null, ranges, likeness, written: () => text, isWhole: true }
}

function nameOffer(kind: NameKind, { count, likeness, ranges }: FoundName, text: string, write: (text: string) => string): Offer {
  return { kind, text, count, ranges, likeness, written: () => write(text) }
}

function foundAt(value: string, at: number, length: number): Omit<FoundName, 'count'> {
  return { value, likeness: at === 0 ? LIKENESS.beginning : LIKENESS.inside, ranges: length === 0 ? [] : [[at, at + length]] }
}

function compareOffers(a: Offer, b: Offer): number {
  return a.likeness - b.likeness
    || (b.count ?? Number.POSITIVE_INFINITY) - (a.count ?? Number.POSITIVE_INFINITY) || KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind)
    || (a.count === null ? 0 : a.text.length - b.text.length) || (a.count === null ? 0 : a.text < b.text ? -1 : a.text > b.text ? 1 : 0)
}

function taken(offer: Offer, query: string, { start, end, sign }: Place): { query: string; cursor: number } {
  const written = offer.written()
  if (offer.isWhole === true) return { query: written, cursor: written.length }
  const before = query.slice(0, start) + sign + written
  const after = query.slice(end)
  // Put right before another part it would become one with it.
  return { query: before + (start === end && /^\S/u.test(after) ? ' ' : '') + after, cursor: before.length }
}

/** At most half of the places for one kind, unless there is nothing else to fill them. */
function shared(suggestions: Suggestion[], limit: number): Suggestion[] {
  const room = Math.ceil(limit / 2)
  const counts = new Map<string, number>()
  const within = suggestions.filter(({ kind }) => {
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    return count <= room
  })
  const chosen = new Set([...within, ...suggestions.filter((each) => !within.includes(each))].slice(0, limit))
  return suggestions.filter((each) => chosen.has(each))
}
