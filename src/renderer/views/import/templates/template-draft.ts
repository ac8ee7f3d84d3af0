import type { Template } from '#api'

export type TemplateDraft = Pick<Template, 'name' | 'sections' | 'caseMarkers'>
type Row = TemplateDraft['sections'][number]

/** Sections that a template can have. */
export const MOST_SECTIONS = 12
const MOST_MARKERS = 40
const MOST_CASE_MARKERS = 20
const LONGEST_MARKER = 40

/** The draft with one of its sections changed, or taken away where `change` is null. */
export function withRow(draft: TemplateDraft, index: number, change: Partial<Row> | null): TemplateDraft {
  const sections = draft.sections.flatMap((row, at) => (at !== index ? [row] : change === null ? [] : [{ ...row, ...change }]))
  return { ...draft, sections }
}

/** What is saved of a draft: words without white space and doubles, sections that have any; null while it says too little. */
export function savable({ name, sections, caseMarkers }: TemplateDraft): TemplateDraft | null {
  const kept = sections.map(({ role, markers }) => ({ role, markers: wordsOf(markers, MOST_MARKERS) })).filter(({ markers }) => markers.length > 0)
  if (name.trim() === '' || kept.length === 0) return null
  return { name: name.trim(), sections: kept, caseMarkers: wordsOf(caseMarkers, MOST_CASE_MARKERS) }
}

function wordsOf(words: readonly string[], most: number): string[] {
  const trimmed = words.map((word) => word.trim().replace(/[:：]$/u, '').slice(0, LONGEST_MARKER)).filter((word) => word !== '')
  return [...new Set(trimmed)].slice(0, most)
}
