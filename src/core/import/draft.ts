import { SAFE_CONFIDENCE, type Accept, type Draft, type Repair, type RepairCounts, type Section } from '#api'
import { repairedRange, type Spot } from '../cleanup'
import type { CaseRange, Range, ReadDocument, StatedFields } from './document'
import { unescapeMarks } from './formats/markdown-marks'
import { propose, proposedFields, type Proposal } from './propose'
import { firstFrom } from './ranges'
import { repairCounts } from './repair-counts'
import { headBefore, sectionId, without, type LaidCase } from './reshape'

/** A draft with all of its text. */
export type WholeDraft = Omit<Draft, 'parts' | 'part'>

/** A draft with what it takes to make its sections again when repairs are decided otherwise. */
export interface PreparedCase {
  draft: WholeDraft
  /** Of the draft's repairs. */
  counts: RepairCounts
  /** Where it stands in its file. */
  laid: LaidCase
  /** Ranges within `draft.original`. */
  sections: (Range & Pick<Section, 'role' | 'heading'> & { head?: Range })[]
  /** Stretches of the sections that a person left out, as ranges too. */
  leftOut: Range[]
  isMarkdown: boolean
  /** The id the file itself gives the case. */
  statedId: string | undefined
}

export interface DraftSource {
  file: string
  document: ReadDocument
  /** Offsets into the document's text. */
  spots: readonly Spot[]
  accept: Accept
  tags: string[]
}

const LONGEST_TITLE = 300
const NUMBERING = /^(?:[一二三四五六七八九十]{1,3}、|\d{1,3}[.、．]|[(（][一二三四五六七八九十\d]{1,3}[)）])\s*/u

/** One case of a document as a draft, its title and other fields proposed where the document does not state them. */
export function prepareCase(source: DraftSource, laid: LaidCase): PreparedCase {
  const { document, file } = source
  const { range, stated } = laid
  const original = document.text.slice(range.start, range.end)
  const repairs = repairsIn(source, range)
  const inCase = <Part extends Range>(part: Part): Part => ({ ...part, start: part.start - range.start, end: part.end - range.start })
  const leftOut = (range.leftOut ?? []).map(inCase)
  const sections = range.sections.map(({ role, heading, start, end }, index) => {
    const head = headBefore(range, index)
    return { ...inCase({ role, heading, start, end }), ...head === undefined ? {} : { head: inCase(head) } }
  })
  const texts = sectionsOf(original, repairs, { sections, leftOut, isMarkdown: document.isMarkdown })
  const proposal = propose(
    texts.map(({ text }) => text).join('\n'), (texts.find(({ role }) => role === 'highlight') ?? texts[0])?.text ?? '')
  const written = range.title === null ? '' : titleOf(repairedRange(original, repairs, range.title.start - range.start, range.title.end - range.start))
  const fields = stated === null ? fieldsOf(proposal, written) : statedFields(stated, proposal, written)
  return {
    draft: {
      draftId: laid.id, file, ...fields, sections: texts,
      tags: [...new Set([...source.tags, ...(stated?.tags ?? [])])],
      // The program's own export comes back as it was, and is no source of what it says.
      sources: stated?.id === undefined ? [...(stated?.sources ?? []).filter((cited) => cited.file !== file), { file }] : stated.sources ?? [],
      notes: stated?.notes ?? '', original, isMarkdown: document.isMarkdown, encoding: document.encoding, repairs, duplicateOf: null,
      layout: { title: range.title === null ? null : inCase({ ...range.title }), sections: sections.map(placed), leftOut },
    },
    counts: repairCounts(repairs), laid, sections, leftOut, isMarkdown: document.isMarkdown, statedId: stated?.id,
  }
}

/** Where a section stands, without what it is. */
export function placed({ start, end, head }: PreparedCase['sections'][number]): Draft['layout']['sections'][number] {
  return { start, end, ...head === undefined ? {} : { head } }
}

/** The sections' texts with the repairs that are marked as applied. */
export function sectionsOf(
  original: string, repairs: readonly Repair[], { sections, leftOut, isMarkdown }: Pick<PreparedCase, 'sections' | 'leftOut' | 'isMarkdown'>,
): Section[] {
  return sections.map(({ role, heading, start, end }, index) => ({
    id: sectionId(index),
    role,
    heading: heading.slice(0, 200),
    text: readable(withoutStretches(original, repairs, { start, end }, leftOut), isMarkdown),
  }))
}

function withoutStretches(original: string, repairs: readonly Repair[], { start, end }: Range, leftOut: readonly Range[]): string {
  if (!leftOut.some((out) => out.start < end && start < out.end)) return repairedRange(original, repairs, start, end)
  let kept: Range[] = [{ start, end }]
  for (const out of leftOut) kept = without(kept, out)
  const text = kept.map((part) => repairedRange(original, repairs, part.start, part.end)).join('')
  return text.replace(/\n(?:[^\S\n]*\n){2,}/gu, '\n\n').trim()
}

function readable(text: string, isMarkdown: boolean): string {
  const lines = text.replace(/\r\n?/gu, '\n').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu, '')
  // A line of plain text is a paragraph; in Markdown only a blank line ends one.
  return isMarkdown ? unescapeMarks(lines) : lines.replace(/\n[^\S\n]*(?:\n[^\S\n]*)*/gu, '\n\n')
}

/** Kinds of repairs that are of use only where the text is read, and not in a marker, which is in no section. */
const OF_SETTING = new Set<Spot['kind']>(['punctuation', 'layout'])

function repairsIn({ spots, accept }: DraftSource, range: CaseRange): Repair[] {
  const read = range.title === null ? range.sections : [range.title, ...range.sections]
  const isRead = (spot: Spot) => !OF_SETTING.has(spot.kind) || read.some(({ start, end }) => start <= spot.start && spot.end <= end)
  const repairs: Repair[] = []
  for (let index = firstFrom(spots, range.start); index < spots.length && spots[index]!.start < range.end; index++) {
    const spot = spots[index]!
    if (spot.end > range.end || !isRead(spot)) continue
    const { kind, before, after, confidence, alternatives } = spot
    repairs.push({
      // By its place in the file, so that it is the same repair in whichever draft it comes to stand.
      id: `r${index + 1}`,
      kind, start: spot.start - range.start, end: spot.end - range.start, before, after, confidence, alternatives,
      applied: after !== before && kind !== 'ocr' && (accept === 'all' || (accept === 'safe' && confidence >= SAFE_CONFIDENCE)),
      decided: false,
    })
  }
  return repairs
}

function titleOf(line: string): string {
  const bare = line.slice(0, LONGEST_TITLE).replace(/\s+/gu, ' ').trim()
  return (bare.replace(NUMBERING, '') || bare).replace(/^[*_【]+|[*_】]+$/gu, '')
}

function fieldsOf(proposal: Proposal, written: string): Proposal & Pick<Draft, 'proposed'> {
  const fields = proposedFields(proposal)
  return written === ''
    ? { ...proposal, proposed: fields }
    : { ...proposal, title: written, proposed: fields.filter((field) => field !== 'title') }
}

/** What a file leaves out of its own fields is empty on purpose; only a title every case must have. */
function statedFields(stated: StatedFields, proposal: Proposal, written: string): Proposal & Pick<Draft, 'proposed'> {
  const title = (stated.title ?? '').trim() || written
  return {
    title: (title || proposal.title).slice(0, LONGEST_TITLE),
    organisation: stated.organisation ?? '',
    modelName: stated.modelName ?? '',
    region: stated.region ?? { province: '', city: '' },
    period: stated.period ?? '',
    proposed: title === '' && proposal.title !== '' ? ['title'] : [],
  }
}
