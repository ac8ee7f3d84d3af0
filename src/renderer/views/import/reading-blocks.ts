import type { Draft, Repair, Section, TextRange } from '#api'
import { markdownLine } from './markdown-line'
import { repairedText } from './repair-pieces'

/** A part of a draft's original: a section, or what stands between sections (markers, text that went nowhere). */
export interface Block {
  /** Offsets into the original. */
  start: number
  end: number
  section: Section | null
}

const BLANK = /\s/u
const MARKER_PUNCTUATION = /[\s:：、.。·*#\-—【】[\]]/gu

/**
 * Finds the draft's sections in its original, so that repairs, whose offsets are into the original, can be shown at
 * their places under the sections' headings. White space is ignored, since splitting trims and joins lines. A section
 * that cannot be found is left out here and its text stays visible as part of a block without a section.
 */
export function readingBlocks(draft: Pick<Draft, 'original' | 'repairs' | 'sections' | 'layout'>): Block[] {
  if (draft.sections.length > 0 && draft.layout.sections.length === draft.sections.length) return blocksByLayout(draft)
  const { text, origin } = repairedText(draft.original, draft.repairs)
  const dense = withoutBlanks(text)
  const blocks: Block[] = []
  let searchFrom = 0
  let shownTo = 0
  for (const section of draft.sections) {
    const wanted = withoutBlanks(section.text).text
    if (wanted === '') continue
    const at = dense.text.indexOf(wanted, searchFrom)
    if (at < 0) continue
    const start = clearOf(draft.repairs, origin[dense.origin[at]!]!)
    const end = Math.max(start, clearOf(draft.repairs, origin[dense.origin[at + wanted.length - 1]! + 1]!))
    if (start > shownTo) blocks.push({ start: shownTo, end: start, section: null })
    blocks.push({ start, end, section })
    searchFrom = at + wanted.length
    shownTo = end
  }
  if (shownTo < draft.original.length) blocks.push({ start: shownTo, end: draft.original.length, section: null })
  return blocks
}

function blocksByLayout({ original, repairs, sections, layout }: Pick<Draft, 'original' | 'repairs' | 'sections' | 'layout'>): Block[] {
  const blocks: Block[] = []
  let at = 0
  // The title is shown above the text already.
  const between = (end: number) => {
    const { title } = layout
    if (title === null || title.end > end || title.start < at) return end > at ? blocks.push({ start: at, end, section: null }) : 0
    return blocks.push({ start: at, end: title.start, section: null }, { start: title.end, end, section: null })
  }
  for (const [index, { start, end, head }] of layout.sections.entries()) {
    // What names the section is said by its heading; with a repair in it, it must be shown.
    const isSaid = head !== undefined && !repairs.some((repair) => repair.start < head.end && head.start < repair.end)
    between(isSaid ? head.start : start)
    blocks.push({ start, end, section: sections[index]! })
    at = end
  }
  between(original.length)
  return blocks
}

/**
 * The paragraphs of a block: its lines that say something. A repair that lies across a line's end keeps both together,
 * unless it is nothing but that line's end and is not applied: then it stands at the end of the first.
 */
export function paragraphsOf(original: string, { start, end }: Block, repairs: readonly Pick<Repair, 'start' | 'end' | 'applied'>[]): TextRange[] {
  const all: TextRange[] = []
  let from = start
  for (let at = start; at <= end; at++) {
    if (at < end && original[at] !== '\n') continue
    const across = at === end ? undefined : repairs.find((repair) => repair.start <= at && at < repair.end)
    if (across !== undefined && (across.applied || original.slice(across.start, across.end).trim() !== '')) continue
    const last = Math.min(end, across?.end ?? at)
    if (original.slice(from, last).trim() !== '') all.push({ start: from, end: last })
    from = across === undefined ? at + 1 : last
    at = Math.max(at, from - 1)
  }
  return all
}

/**
 * The blocks to be shown: text between sections without the marker line that the following heading already says, and
 * without white space around it; what then says nothing and has no repair is left out. A repaired line's end between
 * two sections is shown at the end of the first.
 */
export function shownBlocks(original: string, given: readonly Block[], repairs: readonly Pick<Repair, 'start' | 'end'>[]): Block[] {
  const blocks = withLineEnds(original, given, repairs)
  return blocks.flatMap((block, index) => {
    if (block.section !== null) return [block]
    const trimmed = withoutMarker(original, block, blocks[index + 1]?.section?.heading ?? '')
    const kept = repairs.some(({ start, end }) => start >= block.start && end <= block.end) ? block : trimmed
    return original.slice(kept.start, kept.end).replace(MARKER_PUNCTUATION, '') === '' && kept !== block ? [] : [kept]
  })
}

/** A block as it is shown, with its paragraphs; rules of Markdown say nothing. */
export interface ShownBlock extends Block {
  paragraphs: TextRange[]
}

/** The blocks of a draft as they are shown, with their paragraphs. */
export function blocksShown({ original, repairs, isMarkdown }: Pick<Draft, 'original' | 'repairs' | 'isMarkdown'>, blocks: readonly Block[]): ShownBlock[] {
  return shownBlocks(original, blocks, repairs).map((block) => ({
    ...block, paragraphs: paragraphsOf(original, block, repairs).filter((range) => !isMarkdown || markdownLine(original, range, repairs).kind !== 'rule'),
  }))
}

function withLineEnds(original: string, blocks: readonly Block[], repairs: readonly Pick<Repair, 'start' | 'end'>[]): Block[] {
  const ends = blocks.map(({ end, section }, index) => {
    const next = blocks[index + 1]
    if (section === null || next === undefined || next.section !== null) return end
    return repairs.find((repair) => repair.start === end && repair.end <= next.end && original.slice(end, repair.end).trim() === '')?.end ?? end
  })
  return blocks.map((block, index) => ({ ...block, start: Math.max(block.start, ends[index - 1] ?? 0), end: ends[index]! }))
}

/** A border that no repair lies across, or the repair could not be shown on either side. */
function clearOf(repairs: readonly Repair[], offset: number): number {
  return repairs.find(({ start, end }) => start < offset && offset < end)?.end ?? offset
}

function withoutMarker(original: string, block: Block, heading: string): Block {
  const text = original.slice(block.start, block.end)
  const lineStart = text.trimEnd().lastIndexOf('\n') + 1
  const isMarker = text.slice(lineStart).replace(MARKER_PUNCTUATION, '') === heading.replace(MARKER_PUNCTUATION, '')
  const said = (isMarker ? text.slice(0, lineStart) : text).trimEnd()
  return { ...block, start: block.start + (said.length - said.trimStart().length), end: block.start + said.length }
}

function withoutBlanks(text: string): { text: string; origin: number[] } {
  let dense = ''
  const origin: number[] = []
  for (let offset = 0; offset < text.length; offset++) {
    if (BLANK.test(text[offset]!)) continue
    dense += text[offset]
    origin.push(offset)
  }
  return { text: dense, origin }
}
