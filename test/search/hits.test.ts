import { describe, expect, it } from 'vitest'
import { searchable } from './libraries/cases'
import { sampleLibrary } from './libraries/sample'
import { engineWith } from './support'

const engine = engineWith(sampleLibrary)

describe('a hit', () => {
  it('marks the original characters, whichever way the query is written', () => {
    const traditional = engineWith([searchable('a', '雲南模式', { text: '同行稱之為“雲南模式”。' })])
    for (const query of ['云南模式', '雲南模式', 'yunnanmoshi', 'ynms', '云南ms']) {
      const [hit] = traditional.query(query, { limit: 10 }).hits
      expect(hit!.matches.map(({ text }) => text), query).toContain('雲南模式')
      const { text, ranges } = hit!.snippet
      expect(ranges.map(([from, to]) => text.slice(from, to)).every((part) => part === '雲南模式'), query).toBe(true)
    }
  })

  it('marks the wrong characters with the right ones around them', () => {
    const [hit] = engine.query('党员是范岗', { limit: 1 }).hits
    expect(hit!.matches.map(({ text }) => text)).toEqual(['党员示范岗'])
  })

  it('marks characters beyond the first plane whole, and what follows them in its place', () => {
    const [hit] = engineWith([searchable('a', '𠮷祥里', { text: '𠮷𠮷祥里的牌匾' })]).query('祥里', { limit: 1 }).hits
    expect(hit!.matches.map(({ field, start, end }) => [field, start, end])).toEqual([['title', 2, 4], ['sections/s1', 4, 6]])
  })

  it('shows the passage around the find, cut from a long text', () => {
    const long = engineWith([searchable('a', '甲', { text: `${'前文。'.repeat(200)}心靈茶座${'後文。'.repeat(200)}` })])
    const { snippet } = long.query('心灵茶座', { limit: 1 }).hits[0]!
    expect(snippet.text.length).toBeLessThan(120)
    expect(snippet.text.slice(...snippet.ranges[0]!)).toBe('心靈茶座')
    expect(snippet.text).toMatch(/^….*…$/)
  })

  it('shows the passage with most of the words', () => {
    const filler = '其余按部就班。'.repeat(40)
    const { snippet } = engineWith([searchable('a', '甲', { text: `茶座开张。${filler}心灵茶座由志愿者值守。${filler}志愿者散了。` })])
      .query('茶座 志愿者', { limit: 1 }).hits[0]!
    expect(snippet.text).toContain('心灵茶座由志愿者值守')
    expect(snippet.ranges.map(([from, to]) => snippet.text.slice(from, to))).toEqual(['茶座', '志愿者'])
  })

  it('is counted although fewer are asked for', () => {
    const { total, hits } = engine.query('商会', { limit: 2 })
    expect([total, hits.length]).toEqual([8, 2])
  })
})

describe('ranking', () => {
  const rank = (query: string, ...cases: Parameters<typeof searchable>[]) => (
    engineWith(cases.map((each) => searchable(...each))).query(query, { limit: 10 }).hits.map(({ id }) => id)
  )

  it('puts kinds in their order, whatever the field', () => {
    expect(rank('dangyuan', ['title', '党员'], ['text', '甲', { text: '拼音是 dangyuan，没有别的。' }], ['wide', '乙', { text: 'ＤＡＮＧＹＵＡＮ' }]))
      .toEqual(['text', 'wide', 'title'])
  })

  it('puts the same script before the other, whatever the field', () => {
    expect(rank('示范岗', ['title', '黨員示範崗'], ['text', '甲', { text: '一处示范岗。' }])).toEqual(['text', 'title'])
  })

  it('puts names before organisations before tags before text', () => {
    expect(rank(
      '示范岗', ['a-text', '甲', { text: '示范岗，示范岗，示范岗，示范岗' }], ['b-tag', '乙', { tags: ['示范岗'] }],
      ['c-organisation', '丙', { organisation: '示范岗联络会' }], ['d-title', '丁家港的党员示范岗'],
    )).toEqual(['d-title', 'c-organisation', 'b-tag', 'a-text'])
  })

  it('puts more finds before fewer, and equals by id', () => {
    expect(rank('茶座', ['a', '甲', { text: '有茶座一处。' }], ['c', '丙', { text: '茶座连着茶座。' }], ['b', '乙', { text: '有茶座一处。' }])).toEqual(['c', 'a', 'b'])
  })

  it('puts words that stand together before words far apart', () => {
    expect(rank('心灵 茶座', ['far', '甲', { text: `心灵${'与'.repeat(80)}茶座` }], ['near', '乙', { text: '茶座名叫心灵' }])).toEqual(['near', 'far'])
  })

  it('guesses only where nothing is there: a sound-alike does not stand beside a find', () => {
    expect(rank('竹编', ['a', '主编手记'], ['b', '竹编手记'])).toEqual(['b'])
    expect(rank('党员示凡岗', ['a', '党员示范岗'], ['b', '党员示凡岗'])).toEqual(['b'])
  })
})
