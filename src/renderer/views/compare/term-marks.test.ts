import { describe, expect, it } from 'vitest'
import { indexPlaces, passageMarks, termsInRows, termsOf } from './term-marks'

const comparison = {
  shared: [{ term: '先进党组织', caseIds: ['a', 'b'], places: [
    { caseId: 'a', field: 'sections/1', start: 10, end: 15 }, { caseId: 'b', field: 'sections/1', start: 0, end: 5 },
  ] }],
  unique: [{ term: '五同等', caseId: 'a', places: [{ caseId: 'a', field: 'sections/1', start: 13, end: 22 }] }],
}

describe('marks of a comparison', () => {
  it('gives each passage the marks that lie in it, by its own offsets', () => {
    const index = indexPlaces(termsOf(comparison))
    const passage = { field: 'sections/1', start: 8, end: 20 }
    expect(passageMarks(index, 'a', passage)).toEqual([{ id: 'shared 先进党组织', tone: 'shared', start: 2, end: 7 }])
    expect(passageMarks(index, 'b', { ...passage, start: 0 })).toMatchObject([{ start: 0, end: 5 }])
    expect(passageMarks(index, 'a', { ...passage, field: 'notes' })).toEqual([])
  })

  it('keeps the same word apart where two cases have it alone in turn', () => {
    const twice = termsOf({ shared: [], unique: [{ term: '基金', caseId: 'a', places: [] }, { term: '基金', caseId: 'b', places: [] }] })
    expect(new Set(twice.map(({ id }) => id)).size).toBe(2)
  })

  it('leaves out the terms that stand in no row shown', () => {
    const rows = [{ kind: 'role' as const, id: 'role:highlight', label: '', cells: [
      { caseId: 'a', summary: '', passages: [{ id: 'p', text: '', field: 'sections/1', start: 13, end: 30, origin: 'coded' as const }] },
    ] }]
    expect(termsInRows(termsOf(comparison), rows).map(({ text }) => text)).toEqual(['五同等'])
  })
})
