import type { Draft, Section } from '#api'
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
export function readingBlocks(draft: Pick<Draft, 'original' | 'repairs' | 'sections'>): Block[] {
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
    const start = origin[dense.origin[at]!]!
    const end = Math.max(start, origin[dense.origin[at + wanted.length - 1]! + 1]!)
    if (start > shownTo) blocks.push({ start: shownTo, end: start, section: null })
    blocks.push({ start, end, section })
    searchFrom = at + wanted.length
    shownTo = end
  }
  if (shownTo < draft.original.length) blocks.push({ start: shownTo, end: draft.original.length, section: null })
  return blocks
}

/** Whether a block without a section says nothing that the following heading does not already say. */
export function isMarkerOnly(original: string, block: Block, next: Block | undefined): boolean {
  const words = original.slice(block.start, block.end).replace(MARKER_PUNCTUATION, '')
  return words === '' || words === next?.section?.heading.replace(MARKER_PUNCTUATION, '')
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
