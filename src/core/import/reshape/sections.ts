import { AppError, type SectionRole } from '#api'
import type { CaseRange, Range, SectionRange } from '../document'
import { roleOfHeading } from '../roles'
import { titleLineAt, trimmed, withoutHash } from '../split-plain'
import { leftOutOf, without } from './parts'

const LONGEST_MARKER = 12
/** All that may stand before a heading in its line: marks, and a number. */
const NUMBERING = /^[^\p{L}\p{N}]*(?:第?[\d一二三四五六七八九十]{1,3}[章节節部篇]?[^\p{L}\p{N}]+)?$/u

interface Head {
  role?: SectionRole | undefined
  heading?: string | undefined
}

/** Begins a section at `at`: within another, which ends there, or in text that is in none. */
export function splitSection(text: string, range: CaseRange, at: number, given: Head): CaseRange {
  const cutIndex = range.sections.findIndex(({ start, end }) => start < at && at < end)
  const next = range.sections.find(({ start }) => start >= at)
  const end = cutIndex >= 0 ? range.sections[cutIndex]!.end : next?.start ?? range.end
  const whole = trimmed(text, at, end)
  if (whole.start >= whole.end || whole.start === next?.start || range.title !== null && whole.start < range.title.end && whole.end > range.title.start) {
    throw new AppError('INVALID_INPUT', { detail: 'at' })
  }
  const head = given.heading === undefined ? headAt(text, whole) : { heading: given.heading, start: whole.start }
  const section: SectionRange = {
    role: given.role ?? roleOfHeading(head.heading) ?? 'other', heading: head.heading, ...trimmed(text, head.start, whole.end),
  }
  const before = range.sections.map((other, index) => (index === cutIndex ? { ...other, ...trimmed(text, other.start, at) } : other))
  return { ...range, sections: [...before, section].filter(({ start, end: last }) => start < last).sort((a, b) => a.start - b.start) }
}

/** Joins a section to the one before it; what stood between them is text of the whole. */
export function mergeSection(range: CaseRange, index: number): CaseRange {
  const [before, section] = neighbours(range, index)
  const title = isBetween(range.title, before, section) ? null : range.title
  return { ...range, title, sections: [...range.sections.slice(0, index - 1), { ...before, end: section.end }, ...range.sections.slice(index + 1)] }
}

/** Moves the border between a section and the one before it; the heading that stood there is not said twice. */
export function moveSection(text: string, range: CaseRange, index: number, at: number): CaseRange {
  const [before, section] = neighbours(range, index)
  const [kept, moved] = [trimmed(text, before.start, at), trimmed(text, at, section.end)]
  if (isBetween(range.title, before, section) || at <= before.start || at >= section.end || kept.start >= kept.end || moved.start >= moved.end) throw new AppError('INVALID_INPUT', { detail: 'to' })
  const between = trimmed(text, before.end, section.start)
  const isWithin = between.start < between.end && (kept.end > between.start || moved.start < between.end)
  const sections = range.sections.map((other, position) => (
    position === index - 1 ? { ...other, ...kept } : position === index ? { ...other, ...moved } : other))
  return { ...range, sections, ...leftOutOf([...range.leftOut ?? [], ...isWithin ? [between] : []]) }
}

/** Gives a section another role or heading; what named it in the text stays its head, and no text of its own. */
export function setSection(text: string, range: CaseRange, index: number, { role, heading }: Head): CaseRange {
  const head = headBefore(range, index) ?? writtenHead(text, range, index)
  const change = {
    ...role === undefined ? {} : { role },
    ...heading === undefined ? {} : { heading, ...head === undefined ? {} : { head } },
  }
  return { ...range, sections: range.sections.map((section, position) => (position === index ? { ...section, ...change } : section)) }
}

/** The head that a section was given, while it still stands right before it. */
export function headBefore(range: CaseRange, index: number): Range | undefined {
  const { head, start } = range.sections[index]!
  return head !== undefined && head.start >= endBefore(range, index) && head.end <= start ? head : undefined
}

/** The heading of a section as it stands before it in the text, with the marks around it. */
function writtenHead(text: string, range: CaseRange, index: number): Range | undefined {
  const { heading, start } = range.sections[index]!
  const from = endBefore(range, index)
  const at = heading === '' ? -1 : text.slice(from, start).lastIndexOf(heading)
  if (at < 0 || /[\p{L}\p{N}]/u.test(text.slice(from + at + heading.length, start))) return undefined
  const lineStart = Math.max(from, text.lastIndexOf('\n', from + at) + 1)
  const isNumbered = NUMBERING.test(text.slice(lineStart, from + at))
  return { start: isNumbered ? lineStart : from + at, end: start }
}

function endBefore({ start, title, sections }: CaseRange, index: number): number {
  const before = sections[index - 1]?.end ?? start
  return title !== null && title.end <= sections[index]!.start ? Math.max(before, title.end) : before
}

export function leaveOut(range: CaseRange, out: Range): CaseRange {
  return { ...range, ...leftOutOf([...range.leftOut ?? [], checked(range, out)]) }
}

/** Takes back what was left out of a stretch; what was in no section becomes one. */
export function takeIn(text: string, range: CaseRange, stretch: Range): CaseRange {
  const { leftOut = [], ...rest } = range
  const wanted = checked(range, stretch)
  const out = leftOut.find(({ start, end }) => start < wanted.end && wanted.start < end)
  if (out === undefined) throw new AppError('INVALID_INPUT', { detail: 'start' })
  const back = { start: Math.max(out.start, wanted.start), end: Math.min(out.end, wanted.end) }
  const taken = { ...rest, ...leftOutOf(without(leftOut, back)) }
  if (range.sections.some(({ start, end }) => start < back.end && back.start < end)) return taken
  const sections = (range.title === null ? [back] : without([back], range.title))
    .map((part): SectionRange => ({ role: 'other', heading: '', ...trimmed(text, part.start, part.end) }))
    .filter(({ start, end }) => start < end)
  return { ...taken, sections: [...range.sections, ...sections].sort((a, b) => a.start - b.start) }
}

/** A line that says what follows, as a heading or before a colon, and where the text behind it begins. */
function headAt(text: string, { start, end }: Range): { heading: string; start: number } {
  const marker = /^(?:\*\*|[【[])?([^\s:：【】[\]*]{1,12})(?:\*\*|[】\]])?[:：]/u.exec(text.slice(start, Math.min(end, start + LONGEST_MARKER * 2)))
  if (marker !== null && roleOfHeading(marker[1]!) !== undefined && start + marker[0].length < end) return { heading: marker[1]!, start: start + marker[0].length }
  const line = titleLineAt(text, start, end)
  if (line === null) return { heading: '', start }
  const words = withoutHash(text, line)
  return { heading: text.slice(words.start, words.end).replace(/^[*_【]+|[*_】]+$/gu, '').slice(0, 200), start: line.end }
}

function neighbours(range: CaseRange, index: number): [SectionRange, SectionRange] {
  const before = range.sections[index - 1]
  if (before === undefined) throw new AppError('INVALID_INPUT', { detail: 'section' })
  return [before, range.sections[index]!]
}

function isBetween(title: Range | null, before: Range, after: Range): boolean {
  return title !== null && title.start >= before.end && title.end <= after.start
}

function checked(range: CaseRange, stretch: Range): Range {
  if (stretch.start < range.start || stretch.end > range.end || stretch.start >= stretch.end) throw new AppError('INVALID_INPUT', { detail: 'start' })
  return stretch
}
