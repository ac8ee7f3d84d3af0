import type { DraftHead, Repair } from '#api'
import { describe, expect, it } from 'vitest'
import { chosenRepair, draftTallies, kindSummaries, NO_CHOICES, repairDecisions, withKind, withRepair } from './repair-choices'

const files = [{ file: '商會.txt', textId: 't1' }]
const head = (draftId: string, start: number): DraftHead => ({
  draftId, file: '商會.txt', title: '', organisation: '', modelName: '', region: { province: '', city: '' }, period: '', proposed: [], tags: [],
  duplicateOf: null, start, characters: 100, repairs: { pinyin: { total: 2, applied: 2 }, damage: { total: 1, applied: 0 } },
})
const drafts = [head('1', 0), head('2', 100)]
const spot = (id: string, kind: Repair['kind'], start: number, applied: boolean): Repair => (
  { id, kind, start, end: start + 3, before: '?;談', after: '談', applied, confidence: 0.6, alternatives: ['座談'], decided: false })
const damaged = spot('r3', 'damage', 40, false)
const pinyin = spot('r1', 'pinyin', 10, true)

describe('choices about repairs', () => {
  it('are counted by kind, and by draft', () => {
    expect(kindSummaries(drafts, files, NO_CHOICES)).toEqual([
      { kind: 'damage', total: 2, applied: 0, open: 2 }, { kind: 'pinyin', total: 4, applied: 4, open: 0 },
    ])
    const choices = withRepair(NO_CHOICES, 't1', damaged, 100, { applied: true, after: '座談' })
    expect(kindSummaries(drafts, files, choices)[0]).toEqual({ kind: 'damage', total: 2, applied: 1, open: 1 })
    expect([...draftTallies(drafts, files, choices)]).toEqual([['1', { total: 3, open: 1 }], ['2', { total: 3, open: 0 }]])
    expect(chosenRepair(damaged, choices, 't1')).toMatchObject({ applied: true, after: '座談', alternatives: ['談'], decided: true })
  })

  it('made twice about one repair count once', () => {
    const refused = withRepair(withRepair(NO_CHOICES, 't1', pinyin, 0, { applied: false }), 't1', pinyin, 0, { applied: false })
    expect(kindSummaries(drafts, files, refused)[1]).toEqual({ kind: 'pinyin', total: 4, applied: 3, open: 0 })
  })

  it('of a whole kind keep a reading picked by hand, and a later one for a single spot holds', () => {
    const refused = withKind(withRepair(NO_CHOICES, 't1', damaged, 0, { applied: true, after: '座談' }), 'damage', false)
    expect(kindSummaries(drafts, files, refused)[0]).toEqual({ kind: 'damage', total: 2, applied: 0, open: 0 })
    expect(chosenRepair(damaged, refused, 't1')).toMatchObject({ applied: false, after: '座談' })
    const other = spot('r9', 'damage', 50, false)
    const again = withRepair(refused, 't1', other, 0, { applied: true })
    expect(kindSummaries(drafts, files, again)[0]).toMatchObject({ applied: 1, open: 0 })
    expect(chosenRepair(spot('r8', 'damage', 60, false), again, 't1')).toMatchObject({ applied: false, decided: true })
  })

  it('follow the text into another draft, and rest while the file is read otherwise', () => {
    const choices = withRepair(NO_CHOICES, 't1', damaged, 0, { applied: true })
    const cut = [{ ...head('1', 0), characters: 30, repairs: {} }, { ...head('new', 30), characters: 170 }]
    expect(draftTallies(cut, files, choices).get('new')).toEqual({ total: 3, open: 0 })
    const recoded = [{ file: '商會.txt', textId: 't2' }]
    expect(draftTallies(cut, recoded, choices).get('new')).toEqual({ total: 3, open: 1 })
    expect(repairDecisions(recoded, choices)).toEqual([])
    expect(repairDecisions(files, choices)).toEqual([{ file: '商會.txt', id: 'r3', applied: true }])
  })
})
