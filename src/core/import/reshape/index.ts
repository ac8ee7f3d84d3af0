import { AppError, type Reshape } from '#api'
import type { CaseRange, Range } from '../document'
import { mergeCase, moveBorder, splitCase } from './cases'
import type { LaidCase } from './parts'
import { leaveOut, mergeSection, moveSection, setSection, splitSection, takeIn } from './sections'

export { without, type LaidCase } from './parts'
export { headBefore } from './sections'

/** A text whose cases are laid anew, with the spots that no border may cut. */
export interface ReshapedText {
  text: string
  /** In order and apart. */
  spots: readonly Range[]
  /** An id for a case that was none. */
  newId: () => string
}

/**
 * The cases of a text after one change of their borders or their sections. Cases lie one after the other and cover the
 * text before and after; those that the change does not touch are the same objects.
 * @throws AppError INVALID_INPUT where there is no such case, section or border.
 */
export function reshape({ text, spots, newId }: ReshapedText, cases: readonly LaidCase[], operation: Reshape): LaidCase[] {
  const index = cases.findIndex(({ id }) => id === operation.draftId)
  if (index < 0) throw new AppError('INVALID_INPUT', { detail: 'draftId' })
  const { range } = cases[index]!
  const at = (offset: number) => clearOf(spots, range.start + offset)
  const border = (within: CaseRange, offset: number) => clearOf(spots, beforeHead(text, within, range.start + offset))
  const inCase = (changed: CaseRange) => cases.map((laid, position) => (position === index ? { ...laid, range: changed } : laid))

  switch (operation.kind) {
    case 'splitCase': return splitCase(text, cases, index, border(range, operation.at), newId())
    case 'mergeCase': return mergeCase(text, cases, index)
    case 'moveBorder': return moveBorder(text, cases, index, border(operation.to < 0 ? cases[index - 1]?.range ?? range : range, operation.to))
    case 'splitSection': return inCase(splitSection(text, range, border(range, operation.at), operation))
    case 'mergeSection': return inCase(mergeSection(range, sectionAt(range, operation.section)))
    case 'moveSection': return inCase(moveSection(text, range, sectionAt(range, operation.section), at(operation.to)))
    case 'setSection': return inCase(setSection(text, range, sectionAt(range, operation.section), operation))
    case 'leaveOut': return inCase(leaveOut(range, { start: at(operation.start), end: at(operation.end) }))
    case 'leaveOutSection': return inCase(leaveOut(range, range.sections[sectionAt(range, operation.section)]!))
    case 'takeInSection': return inCase(takeIn(text, range, range.sections[sectionAt(range, operation.section)]!))
    case 'takeIn': return inCase(takeIn(text, range, { start: at(operation.start), end: at(operation.end) }))
  }
}

/** The ids of a draft's sections are their places: `s1`, `s2` … */
export function sectionId(index: number): string {
  return `s${index + 1}`
}

function sectionAt({ sections }: CaseRange, id: string): number {
  const index = sections.findIndex((_, position) => sectionId(position) === id)
  if (index < 0) throw new AppError('INVALID_INPUT', { detail: 'section' })
  return index
}

/** What stands before a section and names it stays whole, and with it: a border in it is moved to the beginning of its line. */
function beforeHead(text: string, { start, sections }: CaseRange, offset: number): number {
  const isWithin = sections.some((section) => section.start < offset && offset < section.end)
  if (isWithin || offset <= start) return offset
  const before = Math.max(start, ...sections.map(({ end }) => end).filter((end) => end <= offset))
  const next = sections.find((section) => section.start >= offset)
  const isBehindHead = next !== undefined && (next.heading !== '' || next.head !== undefined) && text.slice(offset, next.start).trim() === ''
  const end = isBehindHead ? before + text.slice(before, offset).trimEnd().length : offset
  return Math.max(before, text.lastIndexOf('\n', end - 1) + 1)
}

/** An offset at which no spot is cut in two: a repair stays whole, with the text before the border. */
function clearOf(spots: readonly Range[], offset: number): number {
  let [low, high] = [0, spots.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (spots[middle]!.end <= offset) low = middle + 1
    else high = middle
  }
  const spot = spots[low]
  return spot !== undefined && spot.start < offset ? spot.end : offset
}
