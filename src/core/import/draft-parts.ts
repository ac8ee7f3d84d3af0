import { LONGEST_PART, type Draft, type DraftHead, type DraftPart, type Repair } from '#api'
import type { Range } from './document'
import { placed, sectionsOf, type PreparedCase } from './draft'
import { repairCounts } from './repair-counts'

/** What is told of a draft without its text. */
export function headOf({ draft, laid, counts }: PreparedCase): DraftHead {
  const { draftId, file, title, organisation, modelName, region, period, proposed, tags, duplicateOf, original } = draft
  return {
    draftId, file, title, organisation, modelName, region, period, proposed, tags, duplicateOf,
    start: laid.range.start, characters: original.length, repairs: counts,
  }
}

/** A draft with a part of its text, from 0; the last one for -1, and where there are not so many. */
export function partOfDraft(prepared: PreparedCase, wanted: number): Draft {
  const { draft } = prepared
  const parts = partsOf(draft)
  const part = wanted < 0 ? parts.length - 1 : Math.min(wanted, parts.length - 1)
  const range = parts[part]!
  if (parts.length === 1) return { ...draft, parts, part }
  const within = <Stretch extends Range>(stretches: readonly Stretch[]) => stretches.flatMap((stretch) => clipped(stretch, range))
  const original = draft.original.slice(range.start, range.end)
  const repairs = within(draft.repairs)
  const leftOut = within(draft.layout.leftOut)
  const sections = within(prepared.sections.map(({ head, ...section }, index) => (
    { ...section, id: draft.sections[index]!.id, ...head === undefined ? {} : within([head]).map((inPart) => ({ head: inPart }))[0] })))
  const texts = sectionsOf(original, repairs, { sections, leftOut, isMarkdown: prepared.isMarkdown })
  const { title } = draft.layout
  return {
    ...draft, original, repairs, parts, part,
    sections: texts.map((section, index) => ({ ...section, id: sections[index]!.id })),
    layout: { title: title === null ? null : clipped(title, range)[0] ?? null, sections: sections.map(placed), leftOut },
  }
}

/** Cuts at the ends of lines, where there are any, and through no repair. */
function partsOf({ original, repairs }: PreparedCase['draft']): DraftPart[] {
  const parts: DraftPart[] = []
  let [start, first] = [0, 0]
  do {
    const end = original.length - start <= LONGEST_PART ? original.length : borderBefore(original, start, start + LONGEST_PART, repairs, first)
    let next = first
    while (next < repairs.length && repairs[next]!.start < end) next++
    parts.push({ start, end, repairs: repairCounts(repairs.slice(first, next)) })
    ;[start, first] = [end, next]
  } while (start < original.length)
  return parts
}

/** @param first index of the first repair that may reach beyond `from`. */
function borderBefore(text: string, from: number, to: number, repairs: readonly Repair[], first: number): number {
  const across = (at: number) => {
    for (let index = first; index < repairs.length && repairs[index]!.start < at; index++) if (at < repairs[index]!.end) return repairs[index]
    return undefined
  }
  for (let at = text.lastIndexOf('\n', to - 1) + 1; at > from; at = text.lastIndexOf('\n', at - 2) + 1) {
    if (across(at) === undefined) return at
  }
  const isWithinCharacter = /[\uD800-\uDBFF]/u.test(text[to - 1]!)
  return across(to)?.end ?? (isWithinCharacter ? to + 1 : to)
}

/** The stretch as far as it is in the range, with offsets from where that begins; nothing where it is outside. */
function clipped<Stretch extends Range>(stretch: Stretch, range: Range): Stretch[] {
  const [start, end] = [Math.max(stretch.start, range.start), Math.min(stretch.end, range.end)]
  return start < end ? [{ ...stretch, start: start - range.start, end: end - range.start }] : []
}
