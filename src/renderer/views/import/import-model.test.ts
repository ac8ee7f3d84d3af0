import type { Draft, Repair, Section } from '#api'
import { describe, expect, it } from 'vitest'
import { choiceOf, decisions, edited, isIncluded, withEdit, withIncluded } from './decisions'
import { foldedRows } from './folded-rows'
import { paragraphsOf, readingBlocks, shownBlocks } from './reading-blocks'
import { boldRuns, markdownLine } from './markdown-line'
import { repairedText, repairPieces } from './repair-pieces'
import { savable, withRow } from './templates/template-draft'

const original = '看點:某縣(xiàn)首個商會。\n特色:\n 每月(yuè)一次\n茶話會,常?;談。\n'

function repair(id: string, before: string, after: string, more: Partial<Repair> = {}): Repair {
  const start = original.indexOf(before)
  return {
    id, kind: 'pinyin', start, end: start + before.length, before, after, applied: true, confidence: 0.99,
    alternatives: [], decided: false, ...more,
  }
}
const county = repair('a', '(xiàn)', '')
const month = repair('b', '(yuè)', '')
const damaged = repair('c', '?;談', '談', { kind: 'damage', applied: false, confidence: 0.6, alternatives: ['座談'] })

function draft(draftId: string, more: Partial<Draft> = {}): Draft {
  const section = (role: Section['role'], heading: string, text: string): Section => ({ id: role, role, heading, text })
  return {
    draftId, file: '商會.txt', title: '某縣商會', organisation: '', modelName: '', region: { province: '', city: '' }, period: '',
    proposed: ['title'], tags: [], sources: [], notes: '', original, layout: { title: null, sections: [], leftOut: [] }, isMarkdown: false, encoding: 'utf-8',
    repairs: [month, county, damaged], duplicateOf: null, parts: [{ start: 0, end: original.length, repairs: {} }], part: 0,
    sections: [section('highlight', '看點', '某縣首個商會。'), section('features', '特色', '每月一次茶話會,常?;談。')],
    ...more,
  }
}

describe('repairPieces', () => {
  it('shows every character of the original once, with the repairs in reading order', () => {
    const pieces = repairPieces(original, [month, county, damaged])
    expect(pieces.map(({ start, end }) => original.slice(start, end)).join('')).toBe(original)
    expect(pieces.flatMap((piece) => (piece.kind === 'repair' ? [piece.repair.id] : []))).toEqual(['a', 'b', 'c'])
  })

  it('passes over a repair that overlaps another or does not stand where it says', () => {
    const inside = { ...county, id: 'x', start: county.start + 1, before: 'xiàn)' }
    const moved = { ...month, id: 'y', start: 0, end: month.before.length }
    const pieces = repairPieces(original, [county, inside, moved])
    expect(pieces.filter(({ kind }) => kind === 'repair')).toHaveLength(1)
    expect(pieces.map(({ start, end }) => original.slice(start, end)).join('')).toBe(original)
  })

  it('reads with the applied repairs only, and knows where each character came from', () => {
    const { text, origin } = repairedText(original, [county, month, damaged])
    expect(text).toBe('看點:某縣首個商會。\n特色:\n 每月一次\n茶話會,常?;談。\n')
    expect(original[origin[text.indexOf('首')]!]).toBe('首')
    expect(original[origin[text.indexOf('談')]!]).toBe('談')
  })
})

describe('readingBlocks', () => {
  it('finds the sections in the unrepaired text, and nothing of it is lost between them', () => {
    const blocks = readingBlocks(draft('1'))
    expect(blocks.map(({ section }) => section?.role ?? null)).toEqual([null, 'highlight', null, 'features', null])
    expect(blocks.map(({ start, end }) => original.slice(start, end)).join('')).toBe(original)
    expect(original.slice(blocks[1]!.start, blocks[1]!.end)).toBe('某縣(xiàn)首個商會。')
    expect(shownBlocks(original, blocks, [county, month]).map(({ section }) => section?.role)).toEqual(['highlight', 'features'])
  })

  it('keeps text that belongs to no section visible', () => {
    const blocks = readingBlocks(draft('1', { sections: [] }))
    expect(blocks).toEqual([{ start: 0, end: original.length, section: null }])
    expect(shownBlocks(original, blocks, [])).toHaveLength(1)
  })
})

describe('shownBlocks', () => {
  const titled = `某市商會\n${original}`
  const section: Section = { id: '1', role: 'highlight', heading: '看點', text: '某縣首個商會。' }
  const moved = [county, month].map((each) => ({ ...each, start: each.start + 5, end: each.end + 5 }))
  const blocks = readingBlocks({ layout: { title: null, sections: [], leftOut: [] }, original: titled, repairs: moved, sections: [section] })

  it('shows a line before the first marker, without the marker the heading says again', () => {
    const [first] = shownBlocks(titled, blocks, moved)
    expect(titled.slice(first!.start, first!.end)).toBe('某市商會')
  })

  it('shows a repair even where it stands between sections', () => {
    const inMarker = { start: 5, end: 6 }
    expect(shownBlocks(titled, blocks, [inMarker])[0]).toMatchObject({ start: 0, end: blocks[0]!.end })
  })
})

describe('decisions', () => {
  const drafts = [draft('1'), draft('2', { duplicateOf: { id: 'z', title: '某縣商會', kind: 'exact', similarity: 1, inLibrary: true } })]

  it('leaves duplicates out until they are taken in by hand', () => {
    expect(drafts.map((each) => isIncluded(each, undefined))).toEqual([true, false])
    expect(isIncluded(drafts[1]!, { include: true })).toBe(true)
  })

  it('a value the user wrote is no longer a proposal', () => {
    expect(edited(drafts[0]!, { title: '新名' })).toMatchObject({ title: '新名', proposed: [] })
  })

  it('sends only what was decided, and nothing of drafts that are gone', () => {
    const edits = withEdit({ gone: { title: 'x' } }, '1', { title: '新名' })
    expect(decisions(drafts, edits)).toEqual([{ draftId: '1', title: '新名' }])
  })
})

describe('duplicates', () => {
  const of = { id: 'z', title: '某縣商會', similarity: 0.93, inLibrary: true }
  const drafts = [
    draft('new'),
    draft('exact', { duplicateOf: { ...of, kind: 'exact', similarity: 1 } }),
    draft('near', { duplicateOf: { ...of, kind: 'near' } }),
    draft('twin', { duplicateOf: { ...of, kind: 'near', inLibrary: false } }),
  ]
  const ids = drafts.map(({ draftId }) => draftId)
  const choices = (edits: Parameters<typeof withIncluded>[0]) => drafts.map((each) => choiceOf(each, edits[each.draftId]))

  it('proposes to leave out what is the same and to take in what is nearly so', () => {
    expect(choices({})).toEqual([null, 'skip', 'keep', 'keep'])
  })

  it('the tick follows the choice', () => {
    const edits = withEdit(withEdit({}, 'exact', { duplicate: 'update' }), 'near', { duplicate: 'skip' })
    expect(drafts.map((each) => isIncluded(each, edits[each.draftId]))).toEqual([true, true, false, true])
  })

  it('the choice follows the tick, and a new version stays one when all are ticked', () => {
    const none = withIncluded({}, drafts, ids, false)
    expect(choices(none)).toEqual([null, 'skip', 'skip', 'skip'])
    expect(isIncluded(drafts[0]!, none.new)).toBe(false)
    const all = withIncluded(withEdit({}, 'near', { duplicate: 'update' }), drafts, ids, true)
    expect(choices(all)).toEqual([null, 'keep', 'update', 'keep'])
  })

  it('sends one word for each duplicate, never a tick that says otherwise', () => {
    const edits = withIncluded(withEdit({}, 'near', { include: false }), drafts, ['near', 'new'], true)
    expect(decisions(drafts, withIncluded(edits, drafts, ['new'], false))).toEqual([
      { draftId: 'new', include: false }, { draftId: 'near', duplicate: 'keep' },
    ])
  })

  it('only a case of the library gets a new version', () => {
    expect(choiceOf(drafts[3]!, { duplicate: 'update' })).toBe('keep')
  })

  it('folds paragraphs that are the same on both sides', () => {
    const same = { old: [{ kind: 'same' as const, text: '一' }], new: [{ kind: 'same' as const, text: '一' }] }
    const changed = { old: [{ kind: 'removed' as const, text: '二' }], new: [] }
    expect(foldedRows([same, same, changed, same])).toEqual([
      { kind: 'same', rows: [same, same] }, { kind: 'changed', rows: [changed] }, { kind: 'same', rows: [same] },
    ])
  })
})

describe('paragraphsOf', () => {
  const text = '师傅带徒弟。\n一年之后，\n\n人人出师。'
  const lineEnd = (at: number, applied: boolean) => ({ start: at, end: at + 1, applied })
  const read = (repairs: { start: number; end: number; applied: boolean }[]) =>
    paragraphsOf(text, { start: 0, end: text.length, section: null }, repairs).map(({ start, end }) => text.slice(start, end))

  it('are the lines that say something', () => {
    expect(read([])).toEqual(['师傅带徒弟。', '一年之后，', '人人出师。'])
  })

  it('are joined by a repair of a line end, and apart with the spot at the end of the first while it is not applied', () => {
    expect(read([lineEnd(text.indexOf('\n'), true)])).toEqual(['师傅带徒弟。\n一年之后，', '人人出师。'])
    expect(read([lineEnd(text.indexOf('\n'), false)])).toEqual(['师傅带徒弟。\n', '一年之后，', '人人出师。'])
  })

  it('keep a line end between two sections with the first', () => {
    const between = text.indexOf('\n')
    const section = (id: string): Section => ({ id, role: 'other', heading: '', text: '' })
    const blocks = [
      { start: 0, end: between, section: section('s1') }, { start: between, end: between + 1, section: null },
      { start: between + 1, end: text.length, section: section('s2') },
    ]
    expect(shownBlocks(text, blocks, [lineEnd(between, false)]).map(({ start, end }) => [start, end])).toEqual([[0, between + 1], [between + 1, text.length]])
  })
})

describe('a template in the making', () => {
  const draftOf = (markers: string[]) => ({ name: ' 缘起 ', sections: [{ role: 'background' as const, markers }, { role: 'practice' as const, markers: [] }], caseMarkers: ['案例#', '案例#'] })

  it('is saved without colons, doubles and sections that nothing begins', () => {
    expect(savable(draftOf(['缘起：', ' 缘起']))).toEqual({ name: '缘起', sections: [{ role: 'background', markers: ['缘起'] }], caseMarkers: ['案例#'] })
  })

  it('is not saved while no word begins a section, or without a name', () => {
    expect(savable(draftOf([]))).toBeNull()
    expect(savable({ ...draftOf(['缘起']), name: ' ' })).toBeNull()
  })

  it('changes one section, and loses one', () => {
    expect(withRow(draftOf(['缘起']), 1, { role: 'insight' }).sections.map(({ role }) => role)).toEqual(['background', 'insight'])
    expect(withRow(draftOf(['缘起']), 0, null).sections.map(({ role }) => role)).toEqual(['practice'])
  })
})

describe('a line of Markdown', () => {
  const line = (text: string, repairs: { start: number; end: number }[] = []) => {
    const { kind, cells } = markdownLine(text, { start: 0, end: text.length }, repairs)
    return [kind, ...cells.map(({ start, end }) => text.slice(start, end))]
  }

  it('is shown without the marks that say what it is', () => {
    expect(line('### 统一购买')).toEqual(['heading', '统一购买'])
    expect(line('- 统一卖粮')).toEqual(['item', '统一卖粮'])
    expect(line('| 年份 | 户数 |')).toEqual(['row', '年份', '户数'])
    expect(line('| --- | :-: |')).toEqual(['rule'])
    expect(line('2019年 - 一百户')).toEqual(['text', '2019年 - 一百户'])
  })

  it('stays as it is written where a repair lies across a mark', () => {
    expect(line('- 统一卖粮', [{ start: 0, end: 3 }])).toEqual(['text', '- 统一卖粮'])
  })

  it('has its bold words without asterisks, and lone asterisks as they are', () => {
    expect(boldRuns('有**三百户**人家')).toEqual([{ text: '有', bold: false }, { text: '三百户', bold: true }, { text: '人家', bold: false }])
    expect(boldRuns('3 ** 2 与 a**b')).toEqual([{ text: '3 ** 2 与 a**b', bold: false }])
  })
})
