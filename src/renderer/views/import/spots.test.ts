import type { Draft, Repair } from '#api'
import { describe, expect, it } from 'vitest'
import { arrivedAt, isIn, positionOf, stepSpot } from './spots'

const repair = (id: string, kind: Repair['kind'], start: number): Repair => (
  { id, kind, start, end: start + 1, before: 'x', after: '', applied: true, confidence: 1, alternatives: [], decided: false })
const counts = { pinyin: { total: 2, applied: 2 }, damage: { total: 1, applied: 0 } }
const heads = ['1', '2', '3'].map((draftId) => ({ draftId, repairs: draftId === '2' ? {} : counts }))
const loaded = (draftId: string, more: Partial<Draft> = {}) => ({
  draftId, part: 0, parts: [{ start: 0, end: 9, repairs: counts }], repairs: [repair('a', 'pinyin', 1), repair('b', 'damage', 2), repair('c', 'pinyin', 3)], ...more,
})
const spot = (draftId: string, repairId: string) => ({ draftId, repairId })

describe('stepping through the spots', () => {
  it('goes in reading order, into the next draft that has any, and round at the ends', () => {
    const open = loaded('1')
    expect(stepSpot(heads, open, null, 1)).toEqual(spot('1', 'a'))
    expect(stepSpot(heads, open, spot('1', 'a'), 1)).toEqual(spot('1', 'b'))
    expect(stepSpot(heads, open, spot('1', 'c'), 1)).toEqual({ draftId: '3', part: 0 })
    expect(stepSpot(heads, open, spot('1', 'a'), -1)).toEqual({ draftId: '3', part: -1 })
    expect(stepSpot(heads, loaded('3'), spot('3', 'c'), 1)).toEqual({ draftId: '1', part: 0 })
    expect(arrivedAt(loaded('3'), 1)).toEqual(spot('3', 'a'))
    expect(arrivedAt(loaded('3'), -1)).toEqual(spot('3', 'c'))
  })

  it('goes through one kind only, from a spot of another kind as well', () => {
    const open = loaded('1')
    expect(stepSpot(heads, open, spot('1', 'a'), 1, 'damage')).toEqual(spot('1', 'b'))
    expect(stepSpot(heads, open, spot('1', 'b'), 1, 'damage')).toEqual({ draftId: '3', part: 0 })
    expect(stepSpot(heads, open, spot('1', 'a'), 1, 'ruby')).toBeNull()
  })

  it('comes back to the only spot there is', () => {
    const single = [{ draftId: '1', repairs: { damage: { total: 1, applied: 0 } } }]
    expect(stepSpot(single, loaded('1', { repairs: [repair('b', 'damage', 2)] }), spot('1', 'b'), 1)).toEqual({ draftId: '1', part: 0 })
  })

  it('leaves out parts of a long text without a spot of the kind', () => {
    const parts = [{ start: 0, end: 9, repairs: counts }, { start: 9, end: 18, repairs: {} }, { start: 18, end: 27, repairs: counts }]
    const open = loaded('1', { parts })
    expect(stepSpot(heads, open, spot('1', 'c'), 1)).toEqual({ draftId: '1', part: 2 })
    expect(arrivedAt(loaded('1', { parts, part: 1, repairs: [] }), 1)).toEqual({ draftId: '1', part: 2 })
    expect(arrivedAt(loaded('1', { parts, part: 1, repairs: [] }), -1)).toEqual({ draftId: '1', part: 0 })
  })

  it('finds the first spot there is, forwards, where none is open', () => {
    const parts = [{ start: 0, end: 9, repairs: {} }, { start: 9, end: 18, repairs: counts }]
    const clean = loaded('2', { repairs: [], parts: [{ start: 0, end: 9, repairs: {} }] })
    expect(stepSpot(heads, clean, null, -1)).toEqual({ draftId: '3', part: 0 })
    expect(isIn(clean, null)).toBe(false)
    expect(arrivedAt(loaded('3', { parts, repairs: [] }), 1)).toEqual({ draftId: '3', part: 1 })
  })

  it('tells the place of a spot among all of them', () => {
    const parts = [{ start: 0, end: 9, repairs: counts }, { start: 9, end: 18, repairs: counts }]
    const longer = heads.with(2, { draftId: '3', repairs: { pinyin: { total: 4, applied: 4 }, damage: { total: 2, applied: 0 } } })
    expect(positionOf(longer, loaded('3', { parts, part: 1 }), spot('3', 'b'))).toEqual({ at: 8, count: 9 })
    expect(positionOf(heads, loaded('1'), spot('3', 'b'))).toEqual({ at: 0, count: 6 })
    expect(positionOf(heads, undefined, null)).toEqual({ at: 0, count: 6 })
  })
})
