import { beforeAll, describe, expect, it } from 'vitest'
import type { Client, Comparison } from '../../src/api'
import { comparedLibrary } from './fixtures'
import { simplify } from './simplify'

let client: Client
let ids: string[]
let comparison: Comparison

beforeAll(async () => {
  ({ client, ids } = await comparedLibrary())
  comparison = await client.matrix.compare({ ids })
})

async function textAt(place: { caseId?: string; field: string; start: number; end: number }, caseId = place.caseId!) {
  const { case: item } = await client.cases.get({ id: caseId })
  const section = item.sections.find(({ id }) => `sections/${id}` === place.field)
  const text = section?.text ?? String(item[place.field as 'title'])
  return text.slice(place.start, place.end)
}

const summaries = (id: string) => comparison.rows.find((row) => row.id === id)!.cells.map(({ summary }) => summary)

describe('a comparison', () => {
  it('has the cases as columns, in the order asked for, and the usual rows', async () => {
    const turned = await client.matrix.compare({ ids: [...ids].reverse() })
    expect(turned.cases.map(({ id }) => id)).toEqual([...ids].reverse())
    expect(turned.rows[0]!.cells.map(({ caseId }) => caseId)).toEqual([...ids].reverse())
    expect(turned.rows.map(({ id }) => id)).toEqual(['role:highlight', 'role:features', 'field:region', 'fact:honour', 'fact:practice'])
  })

  it('shows sections as written, regions, honours and practices with what they stand for', () => {
    expect(summaries('role:highlight')[2]).toBe('弘扬妈祖文化，返乡投资30亿元，建立微信群联络乡亲。')
    expect(summaries('role:features')[2]).toBe('')
    expect(summaries('field:region')).toEqual(['江苏 南京', '重庆', '福建 厦门'])
    expect(summaries('fact:honour')).toEqual(['南京市先进基层党组织', '連續三年被區委評為先進基層黨組織', ''])
    expect(summaries('fact:practice')[0]).toBe('三同步（同学习、同活动、同考核）；两学一做')
  })

  it('leaves the label to the interface where the heading is the role\'s own name in either script', () => {
    expect(comparison.rows.map(({ label }) => label)).toEqual(['', '', '', '', ''])
  })

  it('gives another heading that all share, in the first one\'s script', async () => {
    const other = await comparedLibrary()
    for (const id of other.ids) {
      const { case: { sections } } = await other.client.cases.get({ id })
      await other.client.cases.edit({ id, set: { sections: sections.map((section) => ({ ...section, heading: section.role === 'highlight' ? '亮點' : section.heading })) } })
    }
    const { rows } = await other.client.matrix.compare({ ids: other.ids })
    expect(rows[0]!.label).toBe('亮點')
  })

  it('leads from every cell to the passage it quotes', async () => {
    let quoted = 0
    for (const row of comparison.rows) {
      for (const cell of row.cells) {
        for (const passage of cell.passages) {
          expect(await textAt(passage, cell.caseId)).toBe(passage.text)
          quoted++
        }
      }
    }
    expect(quoted).toBeGreaterThan(10)
  })

  it('has other rows on request', async () => {
    const { rows } = await client.matrix.compare({ ids, rows: ['fact:amount', 'field:modelName', 'role:practice', 'fact:amount'] })
    expect(rows.map(({ id }) => id)).toEqual(['fact:amount', 'field:modelName', 'role:practice'])
    expect(rows[0]!.cells.map(({ summary }) => summary)).toEqual(['', '', '30亿元'])
    expect(rows[1]!.cells.map(({ summary }) => summary)).toEqual(['', '山城模式', ''])
  })

  it.each([
    ['one case', () => ids.slice(0, 1), 'TOO_FEW_CASES', { limit: 2 }],
    ['the same case twice', () => [ids[0]!, ids[0]!], 'TOO_FEW_CASES', { limit: 2 }],
    ['thirteen', () => Array.from({ length: 13 }, (_, index) => `case-${index}`), 'TOO_MANY_CASES', { limit: 12 }],
    ['one that does not exist', () => [ids[0]!, 'nowhere'], 'CASE_NOT_FOUND', { id: 'nowhere' }],
  ])('refuses %s', async (_, chosen, code, data) => {
    await expect(client.matrix.compare({ ids: chosen() })).rejects.toMatchObject({ code, data })
  })

  it.each([['role:nothing', 'UNKNOWN_FIELD'], ['fact:weather', 'UNKNOWN_FIELD'], ['theme:nowhere', 'THEME_NOT_FOUND']])('refuses the row %s', async (row, code) => {
    await expect(client.matrix.compare({ ids, rows: [row] })).rejects.toMatchObject({ code })
  })
})

describe('what cases share and what is unique', () => {
  it('is told across scripts, with the cases that have it', () => {
    const shared = new Map(comparison.shared.map(({ term, caseIds }) => [term, caseIds.map((id) => ids.indexOf(id))]))
    expect(shared.get('先进基层党组织')).toEqual([0, 1])
    expect(shared.get('两学一做')).toEqual([0, 1])
    expect(shared.get('党员志愿服务队')).toEqual([0, 1])
    expect(shared.get('微信群')).toEqual([1, 2])
  })

  it('is told for each case alone, its own coined names first', () => {
    const own = (index: number) => comparison.unique.filter(({ caseId }) => caseId === ids[index]).map(({ term }) => term)
    expect(own(0)).toEqual(expect.arrayContaining(['三同步', '党建工作基金', '捐资助学']))
    expect(own(1)).toContain('山城模式')
    expect(own(2)[0]).toBe('妈祖文化')
    expect(own(2)).not.toContain('微信群')
  })

  it('names nothing twice, and nothing that a longer term with the same cases says', () => {
    const keys = [...comparison.shared.map(({ term }) => term), ...comparison.unique.map(({ term }) => term)]
    expect(new Set(keys).size).toBe(keys.length)
    for (const { term, caseIds } of comparison.shared) {
      const longer = comparison.shared.filter((other) => other.term !== term && other.term.includes(term) && other.caseIds.join() === caseIds.join())
      expect(longer, term).toEqual([])
    }
  })

  it('can be marked: every place holds the term, and every case named has one', async () => {
    for (const { term, caseIds, places } of comparison.shared) {
      expect([...new Set(places.map(({ caseId }) => caseId))].sort()).toEqual([...caseIds].sort())
      for (const place of places) expect(simplify(await textAt(place))).toContain(simplify(term))
    }
    for (const { term, places, caseId } of comparison.unique) {
      for (const place of places) {
        expect(place.caseId).toBe(caseId)
        expect(simplify(await textAt(place))).toContain(simplify(term))
      }
    }
  })

  it('falls back on common nouns where two cases share nothing more telling', async () => {
    const { shared } = await client.matrix.compare({ ids: [ids[0]!, ids[2]!] })
    expect(shared.length).toBeLessThanOrEqual(5)
    expect(shared.every(({ term }) => /^\p{Script=Han}+$/u.test(term))).toBe(true)
  })
})
