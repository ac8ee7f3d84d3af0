import type { Corpus } from './corpus'
import { rankAt, type FoundSpot, type TermHits } from './term-hits'
import { GRADES, gradeOfValue, kindOfValue, KINDS, VALUES } from './term-value'

/** A closer kind of match always ranks before a looser one; a score stays within its kind's share. */
const SHARE = 1 / KINDS.length
const WITHIN_SHARE = 0.96 * SHARE
const FINEST = 4000
/** How much more the errors of a find count than where it stands. */
const CLOSENESS = 0.7
const NEAR = 60
const TERMS_MEASURED = 8
const SPOTS_MEASURED = 20
const FIELD_MEASURED = 600

/** The kind of a hit is that of its loosest term: an index into `KINDS`. */
export function kindOf(terms: TermHits[], document: number): number {
  let kind = KINDS.length - 1
  for (const term of terms) kind = Math.min(kind, term.kindOf(document))
  return kind
}

/**
 * A whole number, higher is better, from what the index knows at once: the kind, then the kinds of field, in how many parts
 * of the text the terms stand, and whether they stand in the same or neighbouring parts.
 */
export function roughScore(terms: TermHits[], document: number): number {
  if (terms.length === 0) return (KINDS.length - 1) * FINEST
  let sum = 0
  let kind = KINDS.length - 1
  for (let index = 0; index < terms.length; index++) {
    const term = terms[index]!
    const value = term.valueOf(document)
    sum += QUALITIES[value * PARTS + bitsOf(term.maskOf(document))]!
    kind = Math.min(kind, kindOfValue(value))
  }
  return kind * FINEST + Math.floor((FINEST - 1) * (0.85 * sum / terms.length + 0.15 * (isNear(terms, document) ? 1 : 0)))
}

/** 0..1: first the kind, then the field, then how much of the field it is, how often, and how near the terms stand. */
export function fineScore(corpus: Corpus, terms: TermHits[], document: number): number {
  if (terms.length === 0) return SHARE * (KINDS.length - 1)
  const place = corpus.placeOf(document)
  const found = terms.map((term) => term.spotsOf(document))
  let sum = 0
  for (const [index, spots] of found.entries()) sum += termQuality(place, terms[index]!.kindOf(document), spots)
  const value = 0.85 * sum / terms.length + 0.15 * nearness(found)
  return SHARE * kindOf(terms, document) + WITHIN_SHARE * value
}

function termQuality({ segment, slot }: ReturnType<Corpus['placeOf']>, kind: number, spots: FoundSpot[]): number {
  let closest = 0
  for (const { start, end, distance, kind: spotKind } of spots) if (spotKind === kind) closest = Math.max(closest, 1 - distance / (end - start))
  let rank = GRADES - 1
  let share = 0
  let field = { start: 0, end: 0 }
  for (const { start, end, distance, kind: spotKind } of spots) {
    const length = end - start
    if (spotKind !== kind || 1 - distance / length < closest) continue
    const spotRank = rankAt(segment, slot, start)
    if (spotRank > rank) continue
    if (start >= field.end || start < field.start) field = fieldAround(segment.text, start)
    const spotShare = length / (field.end - field.start)
    share = spotRank < rank ? spotShare : Math.max(share, spotShare)
    rank = spotRank
  }
  const value = quality(rank, share, spots.length)
  return kind === 0 ? CLOSENESS * closest + (1 - CLOSENESS) * value : value
}

/** A better grade always counts for more than anything within it. */
function quality(grade: number, share: number, count: number): number {
  return (GRADES - 1 - grade + 0.55 * share + 0.44 * (1 - 1 / Math.max(1, count))) / GRADES
}

/** Of a long one, as much as is looked at. */
function fieldAround(text: Uint16Array, at: number): { start: number; end: number } {
  let start = at
  let end = at
  const first = Math.max(0, at - FIELD_MEASURED)
  const last = Math.min(text.length, at + FIELD_MEASURED)
  while (start > first && text[start - 1] !== 0) start--
  while (end < last && text[end] !== 0) end++
  return { start, end: Math.max(start + 1, end) }
}

function isNear(terms: TermHits[], document: number): boolean {
  if (terms.length < 2) return true
  let near = terms[0]!.maskOf(document)
  for (let index = 1; index < terms.length; index++) {
    const mask = terms[index]!.maskOf(document)
    near &= mask | (mask << 1) | (mask >>> 1)
  }
  return near !== 0
}

/** 1 where all terms stand side by side, 0 where they are a paragraph apart. */
function nearness(found: FoundSpot[][]): number {
  if (found.length < 2) return 1
  const measured = found.slice(0, TERMS_MEASURED).map((spots) => spots.slice(0, SPOTS_MEASURED))
  let least = Number.POSITIVE_INFINITY
  for (const anchor of measured[0]!) {
    let spread = 0
    for (const spots of measured) {
      let nearest = Number.POSITIVE_INFINITY
      for (const spot of spots) nearest = Math.min(nearest, Math.max(0, spot.start - anchor.end, anchor.start - spot.end))
      spread = Math.max(spread, nearest)
    }
    least = Math.min(least, spread)
  }
  return Math.max(0, 1 - least / NEAR)
}

function bitsOf(mask: number): number {
  let rest = mask - ((mask >>> 1) & 0x5555_5555)
  rest = (rest & 0x3333_3333) + ((rest >>> 2) & 0x3333_3333)
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24
}

/** Quality by a term's value in a document and the number of parts that it stands in. */
const PARTS = 33
const QUALITIES = Float64Array.from({ length: PARTS * (VALUES + 1) }, (_, at) => {
  const value = Math.floor(at / PARTS)
  return value === 0 ? 0 : quality(gradeOfValue(value), 0, at % PARTS)
})

export const HIGHEST_ROUGH = KINDS.length * FINEST
