import { AppError } from '#api'
import type { CaseRange, SectionRange, StatedFields } from '../document'
import { trimmed } from '../split-plain'
import { continued, cut, joined, leftOutOf, named, without, withTitleAsText, type LaidCase } from './parts'

/** What follows `at` becomes a case of its own; the first part keeps the draft's id and what the file says of it. */
export function splitCase(text: string, cases: readonly LaidCase[], index: number, at: number, newId: string): LaidCase[] {
  const laid = cases[index]!
  checkBorder(text, laid.range.start, at, laid.range.end)
  const [first, second] = cut(text, laid.range, at)
  const rest = named(text, second.sections.length > 0 ? second : withAllAsText(text, second))
  return [...cases.slice(0, index), { ...laid, range: first }, { id: newId, range: rest, stated: null }, ...cases.slice(index + 1)]
}

/** All of a case but its title as its text; of one that is nothing but a title, that. */
function withAllAsText(text: string, range: CaseRange): CaseRange {
  const stretches = range.title === null ? [range] : without([range], range.title)
  const sections = stretches.map(({ start, end }): SectionRange => ({ role: 'other', heading: '', ...trimmed(text, start, end) })).filter(({ start, end }) => start < end)
  return sections.length > 0 ? { ...range, sections } : withTitleAsText(text, range)
}

/** Joins a case to the one before it, which keeps its id and its title. */
export function mergeCase(text: string, cases: readonly LaidCase[], index: number): LaidCase[] {
  const [before, laid] = neighbours(cases, index)
  return [
    ...cases.slice(0, index - 1),
    { ...before, range: joined(text, before.range, laid.range), stated: bothStated(before.stated, laid.stated) },
    ...cases.slice(index + 1),
  ]
}

/** Moves the border between a case and the one before it to `at`; both keep their ids. */
export function moveBorder(text: string, cases: readonly LaidCase[], index: number, at: number): LaidCase[] {
  const [before, laid] = neighbours(cases, index)
  checkBorder(text, before.range.start, at, laid.range.end)
  if (at > laid.range.start) {
    const [head, rest] = cut(text, laid.range, at)
    return placed({ ...before, range: joined(text, before.range, head) }, { ...laid, range: named(text, rest) })
  }
  const [kept, tail] = cut(text, before.range, at)
  const { title } = laid.range
  const lead = title === null ? tail : withTitleAsText(text, tail)
  const range = {
    start: at, end: laid.range.end, title: title ?? tail.title, sections: continued(text, lead.sections, laid.range.sections),
    ...leftOutOf([...tail.leftOut ?? [], ...laid.range.leftOut ?? []]),
  }
  return placed({ ...before, range: kept }, { ...laid, range: named(text, range) })

  function placed(first: LaidCase, second: LaidCase): LaidCase[] {
    return [...cases.slice(0, index - 1), first, second, ...cases.slice(index + 1)]
  }
}

function neighbours(cases: readonly LaidCase[], index: number): [LaidCase, LaidCase] {
  const before = cases[index - 1]
  if (before === undefined) throw new AppError('INVALID_INPUT', { detail: 'draftId' })
  return [before, cases[index]!]
}

/** On both sides of a border there is text. */
function checkBorder(text: string, start: number, at: number, end: number): void {
  const stands = at > start && at < end && text.slice(start, at).trim() !== '' && text.slice(at, end).trim() !== ''
  if (!stands) throw new AppError('INVALID_INPUT', { detail: 'at' })
}

function bothStated(first: StatedFields | null, second: StatedFields | null): StatedFields | null {
  if (first === null || second === null) return first
  return {
    ...second, ...first,
    tags: [...new Set([...first.tags, ...second.tags])],
    sources: [...first.sources, ...second.sources],
    notes: [first.notes, second.notes].filter((note) => note !== '').join('\n\n'),
  }
}
