import type { Case } from '../../src/api'

/** A case with the given texts as its sections. */
export function caseOf(texts: string | string[], rest: Partial<Case> = {}): Case {
  return {
    id: '0190a000-0000-7000-8000-000000000001', title: '案例', organisation: '', modelName: '', region: { province: '', city: '' }, period: '',
    sections: [texts].flat().map((text, index) => ({ id: `s${index + 1}`, role: 'features', heading: '', text })),
    tags: [], sources: [], notes: '', attachments: [], proposed: [], original: null, createdAt: '', updatedAt: '', conflicts: [], ...rest,
  }
}
