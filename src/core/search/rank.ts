import type { HitKind } from '#api'
import { fieldAt, type IndexedDocument } from './document'
import type { Evidence } from './evidence'

/** A closer kind of match always ranks before a looser one; a score stays within its kind's quarter. */
const QUARTER: Record<HitKind, number> = { exact: 0.75, folded: 0.5, pinyin: 0.25, fuzzy: 0 }
const WITHIN_QUARTER = 0.24
const NEAR = 60
const TERMS_MEASURED = 8
const SPOTS_MEASURED = 20

/** The kind of a hit is that of its loosest term. */
export function kindOf(reasons: Evidence[]): HitKind {
  return reasons.reduce<HitKind>((kind, reason) => (QUARTER[reason.kind] < QUARTER[kind] ? reason.kind : kind), 'exact')
}

/** 0..1: first the kind, then the field, then how much of the field it is, how often, and how near the terms stand. */
export function scoreOf(indexed: IndexedDocument, reasons: Evidence[]): number {
  if (reasons.length === 0) return QUARTER.exact
  const terms = reasons.map((reason) => termQuality(indexed, reason))
  const mean = terms.reduce((sum, quality) => sum + quality, 0) / terms.length
  return QUARTER[kindOf(reasons)] + WITHIN_QUARTER * (0.85 * mean + 0.15 * nearness(reasons))
}

function termQuality(indexed: IndexedDocument, { spots, similarity }: Evidence): number {
  let weight = 0
  let share = 0
  for (const spot of spots) {
    const field = fieldAt(indexed, spot.start)
    weight = Math.max(weight, field.weight)
    share = Math.max(share, field.weight * (spot.end - spot.start) / field.text.length)
  }
  const often = 1 - 1 / spots.length
  return (0.65 * weight + 0.2 * share + 0.15 * often) * similarity
}

/** 1 where all terms stand side by side, 0 where they are a paragraph apart. */
function nearness(reasons: Evidence[]): number {
  if (reasons.length < 2) return 1
  const measured = reasons.slice(0, TERMS_MEASURED).map(({ spots }) => spots.slice(0, SPOTS_MEASURED))
  let least = Number.POSITIVE_INFINITY
  for (const anchor of measured[0]!) {
    let spread = 0
    for (const spots of measured) {
      spread = Math.max(spread, Math.min(...spots.map((spot) => Math.max(0, spot.start - anchor.end, anchor.start - spot.end))))
    }
    least = Math.min(least, spread)
  }
  return Math.max(0, 1 - least / NEAR)
}
