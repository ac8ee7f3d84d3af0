import type { CaseRange, Range, SectionRange, StatedFields } from '../document'
import { roleOfHeading } from '../roles'
import { titleLineAt, trimmed, withoutHash } from '../split-plain'

/** A case of a file where it stands now. */
export interface LaidCase {
  /** Of its draft. */
  id: string
  range: CaseRange
  stated: StatedFields | null
}

const LONGEST_HEADING = 200

/** A case cut in two; a section that lies across the border is in both, the title in the part that has it. */
export function cut(text: string, range: CaseRange, at: number): [CaseRange, CaseRange] {
  const whole = range.title !== null && range.title.start < at && at < range.title.end ? withTitleAsText(text, range) : range
  const part = (start: number, end: number): CaseRange => {
    const within = (inner: Range): boolean => inner.start >= start && inner.end <= end
    return {
      start, end,
      title: whole.title !== null && within(whole.title) ? whole.title : null,
      sections: whole.sections.flatMap((section) => {
        const inside = trimmed(text, Math.max(section.start, start), Math.min(section.end, end))
        return inside.start < inside.end ? [{ ...section, ...inside }] : []
      }),
      ...leftOutOf(clipped(range.leftOut ?? [], start, end)),
    }
  }
  return [part(range.start, at), part(at, range.end)]
}

/** Two cases that lie one after the other as one; what named the second is text of the whole. */
export function joined(text: string, first: CaseRange, second: CaseRange): CaseRange {
  const tail = withTitleAsText(text, second)
  return {
    start: first.start, end: second.end, title: first.title,
    sections: continued(text, first.sections, tail.sections),
    ...leftOutOf([...first.leftOut ?? [], ...second.leftOut ?? []]),
  }
}

/** What an empty case says of itself begins a section, or is the heading of the one it stands before. */
export function withTitleAsText(text: string, range: CaseRange): CaseRange {
  const { title, sections } = range
  if (title === null) return range
  const [first, ...rest] = sections
  const words = text.slice(title.start, title.end).replace(/\s+/gu, ' ')
  const isHeading = first !== undefined && first.heading === '' && first.start >= title.end && [...words].length <= LONGEST_HEADING
  const headed: SectionRange[] = isHeading
    ? [{ ...first, heading: words.slice(0, LONGEST_HEADING), role: first.role === 'other' ? roleOfHeading(words) ?? 'other' : first.role }, ...rest]
    : [...sections, { role: 'other' as const, heading: '', ...title }].sort((a, b) => a.start - b.start)
  return { ...range, title: null, sections: headed }
}

/** A case that begins with a line that may name it, named by it, unless it has a title already. */
export function named(text: string, range: CaseRange): CaseRange {
  if (range.title !== null) return range
  const line = titleLineAt(text, range.start, range.end)
  if (line === null) return range
  const title = withoutHash(text, line)
  const words = text.slice(title.start, title.end)
  if (roleOfHeading(words) !== undefined || range.sections.some(({ heading }) => heading === words)) return range
  const sections = range.sections.flatMap((section) => {
    const behind = trimmed(text, Math.max(section.start, title.end), section.end)
    return behind.start < behind.end ? [{ ...section, ...behind }] : []
  })
  // A line that is all there is names nothing.
  return sections.length === 0 ? range : { ...range, title, sections }
}

/** Sections one after the other; one that only goes on with what stands before it is joined to that. */
export function continued(text: string, before: readonly SectionRange[], after: readonly SectionRange[]): SectionRange[] {
  const [last, first] = [before.at(-1), after[0]]
  if (last === undefined || first === undefined) return [...before, ...after]
  const isNext = text.slice(last.end, first.start).trim() === ''
  const isSame = first.role === last.role && first.heading === last.heading
  const isNameless = first.role === 'other' && first.heading === ''
  return isNext && (isSame || isNameless) ? [...before.slice(0, -1), { ...last, end: first.end }, ...after.slice(1)] : [...before, ...after]
}

/** Stretches in order, those that meet as one. */
export function united(ranges: readonly Range[]): Range[] {
  const all: Range[] = []
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = all.at(-1)
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end)
    else if (start < end) all.push({ start, end })
  }
  return all
}

/** The stretches without what lies in `out`. */
export function without(ranges: readonly Range[], out: Range): Range[] {
  return ranges.flatMap(({ start, end }) => [{ start, end: Math.min(end, out.start) }, { start: Math.max(start, out.end), end }])
    .filter(({ start, end }) => start < end)
}

export function leftOutOf(ranges: readonly Range[]): Pick<CaseRange, 'leftOut'> {
  const all = united(ranges)
  return all.length === 0 ? {} : { leftOut: all }
}

function clipped(ranges: readonly Range[], from: number, to: number): Range[] {
  return ranges.map(({ start, end }) => ({ start: Math.max(start, from), end: Math.min(end, to) })).filter(({ start, end }) => start < end)
}
