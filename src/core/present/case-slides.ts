import type { Case } from '#api'
import { countLines, shorten } from './measure'
import type { Block, CaseSlide } from './model'
import { regionOf, speakerNotes } from './notes'
import { paginateBest, partsOf } from './paginate'
import { paragraphsOf, singleLine } from './prose'
import { BODY, BODY_SIZES, META, PANEL } from './stage'
import type { Words } from './words'

/** The slides of one case: as many as its text needs, each with who and where beside it. */
export function caseSlides(item: Case, number: string, words: Words): CaseSlide[] {
  const { size, pages } = paginateBest(blocksOf(item, words), BODY, BODY_SIZES)
  const facts = factsOf(item, words)
  const notes = speakerNotes(item, words)
  return partsOf(pages.length === 0 ? [[]] : pages).map(({ page, part }, index) => ({
    kind: 'case',
    caseIds: [item.id],
    notes,
    number,
    title: singleLine(item.title),
    part,
    size,
    facts,
    blocks: page.map((block, position) =>
      index > 0 && position === 0 && isContinued(block, pages[index - 1]!) ? { ...block, label: words.continuedLabel(block.label) } : block),
  }))
}

/** What the panel says of a case, each shortened to at most two lines. */
export function factsOf(item: Case, words: Words): CaseSlide['facts'] {
  const facts = [
    { label: words.organisation, value: item.organisation === item.title ? '' : item.organisation },
    { label: words.region, value: regionOf(item) },
    { label: words.model, value: item.modelName },
    { label: words.fields.period, value: item.period },
    { label: words.tags, value: item.tags.join(' · ') },
  ]
  return facts
    .map(({ label, value }) => ({ label, value: shorten(singleLine(value), PANEL.textWidth, META.size, 2) }))
    .filter(({ value }) => value !== '')
}

/** Points that the facts take in the panel. */
export function factsHeight(facts: CaseSlide['facts']): number {
  return facts.reduce((height, { value }) => height + META.labelLeading + META.gap + countLines(value, PANEL.textWidth, META.size) * META.leading, 0)
}

/** The longest highlight that is still read at a glance, in characters. */
const LONGEST_LEAD = 140

function blocksOf(item: Case, words: Words): Block[] {
  return item.sections
    .map((section) => {
      const paragraphs = paragraphsOf(section.text)
      const length = paragraphs.reduce((sum, { runs }) => sum + runs.reduce((run, { text }) => run + text.length, 0), 0)
      return {
        label: singleLine(section.heading) || words.rowLabel(`role:${section.role}`),
        lead: section.role === 'highlight' && length <= LONGEST_LEAD,
        paragraphs,
      }
    })
    .filter(({ paragraphs }) => paragraphs.length > 0)
}

function isContinued(block: Block, before: Block[]): boolean {
  return before.at(-1)?.label === block.label
}
