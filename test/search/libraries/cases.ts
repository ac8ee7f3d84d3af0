import type { Case } from '#api'
import { documentOf } from '#core/library-search'
import type { SearchDocument } from '#core/search/index'

/** What a made-up case may say; whatever is left out is empty. */
export interface CaseText {
  organisation?: string
  modelName?: string
  /** Province and city, with a blank between. */
  region?: string
  period?: string
  /** Sections as pairs of heading and text; one text alone is a section without a heading. */
  text?: string | [heading: string, text: string][]
  tags?: string[]
  themes?: string[]
  notes?: string
  sources?: Case['sources']
}

/** A case as search gets it from a library, with an id that a person can read. */
export function searchable(id: string, title: string, said: CaseText = {}): SearchDocument {
  const [province = '', city = ''] = (said.region ?? '').split(' ')
  const sections = typeof said.text === 'string' ? [['', said.text] as [string, string]] : said.text ?? []
  const item: Case = {
    id, title, organisation: said.organisation ?? '', modelName: said.modelName ?? '', region: { province, city },
    period: said.period ?? '', tags: said.tags ?? [], notes: said.notes ?? '', sources: said.sources ?? [],
    sections: sections.map(([heading, text], index) => ({ id: `s${index + 1}`, role: 'practice', heading, text })),
    attachments: [], proposed: [], original: null, conflicts: [], createdAt: '2026-01-01T00:00:00Z', updatedAt: '2026-01-01T00:00:00Z',
  }
  return documentOf(item, said.themes ?? [], () => '')
}
