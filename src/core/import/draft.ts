import { SAFE_CONFIDENCE, type Accept, type Draft, type Repair, type Section } from '#api'
import { repairedRange, type Spot } from '../cleanup'
import type { CaseRange, Range, ReadDocument, StatedFields } from './document'
import { unescapeMarks } from './formats/markdown-marks'
import { propose, proposedFields, type Proposal } from './propose'

/** A draft with what it takes to make its sections again when repairs are decided otherwise. */
export interface PreparedCase {
  draft: Draft
  /** Ranges within `draft.original`. */
  sections: (Range & Pick<Section, 'role' | 'heading'>)[]
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
  id: () => string
}

const LONGEST_TITLE = 300
const NUMBERING = /^(?:[一二三四五六七八九十]{1,3}、|\d{1,3}[.、．]|[(（][一二三四五六七八九十\d]{1,3}[)）])\s*/u

/** One case of a document as a draft, its title and other fields proposed where the document does not state them. */
export function prepareCase(source: DraftSource, range: CaseRange, stated: StatedFields | null): PreparedCase {
  const { document, file } = source
  const original = document.text.slice(range.start, range.end)
  const repairs = repairsIn(source, range)
  const sections = range.sections
    .map(({ role, heading, start, end }) => ({ role, heading, start: start - range.start, end: end - range.start }))
    .filter(({ start, end }) => start < end)
  const texts = sectionsOf(original, repairs, sections, document.isMarkdown)
  const proposal = propose(
    texts.map(({ text }) => text).join('\n'), (texts.find(({ role }) => role === 'highlight') ?? texts[0])?.text ?? '')
  const written = range.title === null ? '' : titleOf(repairedRange(original, repairs, range.title.start - range.start, range.title.end - range.start))
  const fields = stated === null ? fieldsOf(proposal, written) : statedFields(stated, proposal, written)
  return {
    draft: {
      draftId: source.id(), file, ...fields, sections: texts,
      tags: [...new Set([...source.tags, ...(stated?.tags ?? [])])],
      // The program's own export comes back as it was, and is no source of what it says.
      sources: stated?.id === undefined ? [...(stated?.sources ?? []).filter((cited) => cited.file !== file), { file }] : stated.sources ?? [],
      notes: stated?.notes ?? '', original, encoding: document.encoding, repairs, duplicateOf: null,
    },
    sections, isMarkdown: document.isMarkdown, statedId: stated?.id,
  }
}

/** The sections' texts with the repairs that are marked as applied. */
export function sectionsOf(
  original: string, repairs: readonly Repair[], sections: PreparedCase['sections'], isMarkdown: boolean,
): Section[] {
  return sections.map(({ role, heading, start, end }, index) => ({
    id: `s${index + 1}`,
    role,
    heading: heading.slice(0, 200),
    text: readable(repairedRange(original, repairs, start, end), isMarkdown),
  }))
}

function readable(text: string, isMarkdown: boolean): string {
  const lines = text.replace(/\r\n?/gu, '\n').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu, '')
  // A line of plain text is a paragraph; in Markdown only a blank line ends one.
  return isMarkdown ? unescapeMarks(lines) : lines.replace(/\n[^\S\n]*(?:\n[^\S\n]*)*/gu, '\n\n')
}

function repairsIn({ spots, accept }: DraftSource, range: Range): Repair[] {
  return spots
    .slice(firstFrom(spots, range.start), firstFrom(spots, range.end))
    .filter(({ end }) => end <= range.end)
    .map((spot, index) => ({
      id: `r${index + 1}`,
      ...spot,
      start: spot.start - range.start,
      end: spot.end - range.start,
      applied: spot.after !== spot.before && spot.kind !== 'ocr' && (accept === 'all' || (accept === 'safe' && spot.confidence >= SAFE_CONFIDENCE)),
      decided: false,
    }))
}

/** The index of the first spot that starts at or behind `position`. */
function firstFrom(spots: readonly Spot[], position: number): number {
  let [low, high] = [0, spots.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (spots[middle]!.start < position) low = middle + 1
    else high = middle
  }
  return low
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
