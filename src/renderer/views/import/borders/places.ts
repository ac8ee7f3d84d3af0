import type { Draft, Reshape } from '#api'
import type { ShownBlock } from '../reading-blocks'
import { repairPieces } from '../repair-pieces'

/** The border between a case and the one before it, or between a section and the one before it. */
export type Border = { kind: 'case' } | { kind: 'section'; id: string }

/** A place between two paragraphs where a border can stand. */
export interface Place {
  /** As `moveBorder` and `moveSection` take it: an offset into the draft's text, below 0 back into the case before. */
  to: number
  /** What follows it begins with. */
  words: string
}

/** The places of a border in reading order, and which of them it has now. */
export interface Places {
  all: Place[]
  home: number
}

type Text = Pick<Draft, 'original' | 'repairs'>

/** Paragraphs of the case before that its border can be moved over at once. */
const FARTHEST = 60
const WORDS = 12

/** The last paragraphs of a case, as many as a border can be moved over. */
export function tailOf(shown: readonly ShownBlock[]): ShownBlock[] {
  let left = FARTHEST
  const tail = shown.toReversed().map((block) => {
    const paragraphs = left === 0 ? [] : block.paragraphs.slice(-left)
    left -= paragraphs.length
    return { ...block, paragraphs }
  })
  return tail.toReversed().filter(({ paragraphs }) => paragraphs.length > 0)
}

/** Where a case can begin: at any paragraph of it and of the one before, so that each keeps one at least. */
export function casePlaces(draft: Text, shown: readonly ShownBlock[], before: Text, shownBefore: readonly ShownBlock[]): Places {
  const first = shownBefore[0]?.paragraphs[0]
  const earlier = tailOf(shownBefore).flatMap(({ paragraphs }) => paragraphs).filter(({ start }) => start !== first?.start)
    .map(({ start, end }) => ({ to: start - before.original.length, words: wordsAt(before, start, end) }))
  const [own, ...later] = shown.flatMap(({ paragraphs }) => paragraphs).map(({ start, end }) => ({ to: start, words: wordsAt(draft, start, end) }))
  return { all: [...earlier, { to: 0, words: own?.words ?? '' }, ...later], home: earlier.length }
}

/** Where a section can begin: at any paragraph of it and of the one before but the first; none for the first section. */
export function sectionPlaces(draft: Text & Pick<Draft, 'layout'>, shown: readonly ShownBlock[], id: string): Places {
  const sections = shown.filter(({ section }) => section !== null)
  const index = sections.findIndex(({ section }) => section!.id === id)
  const [before, block] = [sections[index - 1], sections[index]]
  const { title } = draft.layout
  const isParted = title !== null && before !== undefined && title.start >= before.end && title.end <= block!.start
  if (before === undefined || isParted) return { all: [], home: 0 }
  const [earlier, own] = [before.paragraphs.slice(1), block!.paragraphs]
  return { all: [...earlier, ...own].map(({ start, end }) => ({ to: start, words: wordsAt(draft, start, end) })), home: earlier.length }
}

/** The step that moves a border to a place. */
export function moveTo(draftId: string, border: Border, { to }: Place): Reshape {
  return border.kind === 'case' ? { kind: 'moveBorder', draftId, to } : { kind: 'moveSection', draftId, section: border.id, to }
}

/** The place whose height is nearest; heights go upwards. */
export function nearest(tops: readonly number[], y: number): number {
  let best = 0
  for (const [index, top] of tops.entries()) if (Math.abs(top - y) < Math.abs(tops[best]! - y)) best = index
  return best
}

function wordsAt({ original, repairs }: Text, start: number, end: number): string {
  const text = repairPieces(original, repairs, start, end)
    .map((piece) => (piece.kind === 'text' ? piece.text : piece.repair.applied ? piece.repair.after : piece.repair.before)).join('')
  return [...text.replace(/^[\s#>|*-]+/u, '')].slice(0, WORDS).join('').trim()
}
