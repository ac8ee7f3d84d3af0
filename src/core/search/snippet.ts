import type { Hit } from '#api'
import { fieldAt, type LaidField, type Spot } from './layout'

const LENGTH = 90
const LEAD = 24
const MATCHES_KEPT = 200

/** The places to be marked, in the order of the document; overlapping ones become one. */
export function matchesOf(fields: LaidField[], spots: Spot[]): Hit['matches'] {
  return merged(spots).slice(0, MATCHES_KEPT).map((spot) => {
    const { field, text, start } = fieldAt(fields, spot.start)
    return { field, start: spot.start - start, end: spot.end - start, text: text.slice(spot.start - start, spot.end - start) }
  })
}

/** The stretch of text with the most of what was found: running text before names, which the hit shows anyway. */
export function snippetOf(fields: LaidField[], spots: Spot[]): Hit['snippet'] {
  const places = merged(spots)
  const inText = places.filter((spot) => fieldAt(fields, spot.start).field.startsWith('sections/') && !isHeading(fieldAt(fields, spot.start)))
  const shown = (inText.length > 0 ? inText : places).slice(0, MATCHES_KEPT)
  if (shown.length === 0) return opening(fields)
  const first = fullest(shown, fields)
  const field = fieldAt(fields, first.start)
  const start = first.start - field.start <= LEAD ? 0 : border(field.text, first.start - field.start - LEAD)
  const end = border(field.text, Math.min(field.text.length, Math.max(start + LENGTH, first.end - field.start)))
  const ranges = places
    .filter((spot) => spot.start >= field.start + start && spot.end <= field.start + end)
    .map((spot): [number, number] => [spot.start - field.start - start, spot.end - field.start - start])
  return excerpt(field, start, end, ranges)
}

function opening(fields: LaidField[]): Hit['snippet'] {
  const field = fields.find((each) => each.field.startsWith('sections/') && !isHeading(each)) ?? fields[0]
  if (field === undefined) return { field: 'title', text: '', ranges: [] }
  return excerpt(field, 0, border(field.text, Math.min(field.text.length, LENGTH)), [])
}

function excerpt({ field, text }: LaidField, start: number, end: number, ranges: [number, number][]): Hit['snippet'] {
  const before = start > 0 ? '…' : ''
  const after = end < text.length ? '…' : ''
  return {
    field,
    text: before + text.slice(start, end).replace(/\s/g, ' ') + after,
    ranges: ranges.map(([from, to]) => [from + before.length, to + before.length]),
  }
}

/** The first of the spots, in their order, after which the most others stand in the stretch that is shown. */
function fullest(spots: Spot[], fields: LaidField[]): Spot {
  let best = spots[0]!
  let most = 0
  for (const [index, spot] of spots.entries()) {
    const field = fieldAt(fields, spot.start)
    const end = Math.min(field.start + field.text.length, spot.start + LENGTH - LEAD)
    let next = index
    while (next < spots.length && spots[next]!.end <= end) next++
    if (next - index <= most) continue
    best = spot
    most = next - index
  }
  return best
}

function merged(spots: Spot[]): Spot[] {
  const result: Spot[] = []
  for (const { start, end } of spots.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1)
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end)
    else result.push({ start, end })
  }
  return result
}

/** Moves an offset out of the middle of a surrogate pair. */
function border(text: string, offset: number): number {
  const unit = text.charCodeAt(offset)
  return offset > 0 && unit >= 0xdc00 && unit <= 0xdfff ? offset - 1 : offset
}

function isHeading({ field }: LaidField): boolean {
  return field.endsWith('/heading')
}
