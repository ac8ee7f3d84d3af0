import type { Case, CaseEdit, Section } from '#api'

/** What the editor's fields hold. */
export interface CaseDraft {
  title: string
  organisation: string
  modelName: string
  province: string
  city: string
  period: string
  notes: string
  sections: Section[]
}

export function draftOf({ title, organisation, modelName, region, period, notes, sections }: Case): CaseDraft {
  return { title, organisation, modelName, province: region.province, city: region.city, period, notes, sections }
}

/** Only the fields that differ from the case: what is saved, and whether there is anything to save. */
export function editOf(item: Case, draft: CaseDraft): CaseEdit {
  const edit: CaseEdit = {}
  for (const field of ['title', 'organisation', 'modelName', 'period', 'notes'] as const) {
    const value = field === 'notes' ? draft.notes : draft[field].trim()
    if (value !== item[field]) edit[field] = value
  }
  const region = { province: draft.province.trim(), city: draft.city.trim() }
  if (region.province !== item.region.province || region.city !== item.region.city) edit.region = region
  if (JSON.stringify(draft.sections) !== JSON.stringify(item.sections)) edit.sections = draft.sections
  return edit
}

export function newSection(): Section {
  return { id: crypto.randomUUID(), role: 'other', heading: '', text: '' }
}

/** The sections with one of them a place up (-1) or down (1). */
export function moved(sections: readonly Section[], index: number, step: 1 | -1): Section[] {
  const result = [...sections]
  const [section] = result.splice(index, 1)
  if (section !== undefined) result.splice(index + step, 0, section)
  return result
}
