import type { Repair } from '#api'

/** A damaged place that a rule found. Offsets are into the text it was given; `after === before` only flags it. */
export type Spot = Pick<Repair, 'kind' | 'start' | 'end' | 'before' | 'after' | 'confidence' | 'alternatives'>

/** A spot of `text`, without other readings. */
export function spotAt(text: string, kind: Spot['kind'], start: number, end: number, after: string, confidence: number): Spot {
  return { kind, start, end, before: text.slice(start, end), after, confidence, alternatives: [] }
}
