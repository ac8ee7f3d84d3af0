import { describe, expect, it } from 'vitest'
import { createSearchEngine } from '../../src/core/search'
import { document, library } from './fixtures'

const engine = createSearchEngine()
for (const each of library) engine.update(each.id, each)

const ids = (query: string) => engine.query(query, { limit: 50 }).hits.map(({ id }) => id)

/** What a user types, the cases that come in this order, and how the first was found. */
const expectations: [query: string, ids: string[], kind?: string][] = [
  ['雲南模式', ['yunnan'], 'exact'],
  ['云南模式', ['yunnan'], 'folded'],
  ['云南', ['yunnan'], 'exact'],
  ['两学一做', ['yunnan'], 'folded'],
  ['ｑｑ群', ['changsha'], 'folded'],
  ['7', ['jiangxi'], 'exact'],
  // words are AND, in any order; a phrase is whole
  ['商会 江西', ['jiangxi']],
  ['微信群 示范岗', ['changsha']],
  ['"党员示范岗"', ['changsha']],
  ['“兩學一做”', ['yunnan'], 'exact'],
  ['"示范岗党员"', []],
  ['取經 "支部在"', ['yunnan']],
  ['江西 河南', []],
  ['江西 OR 河南', ['henan', 'jiangxi']],
  ['商会 -江西 -河南', ['changsha', 'yunnan']],
  ['-商会', []],
  // filters
  ['tag:党建', ['yunnan', 'jiangxi']],
  ['tag:黨建/品牌', ['yunnan']],
  ['tag:党', []],
  ['-tag:党建 商会', ['henan', 'changsha']],
  ['region:湖南', ['changsha']],
  ['theme:组织', ['jiangxi']],
  ['title:眼镜', ['changsha']],
  ['title:微信群', []],
  ['has:source', ['changsha']],
  ['year:2016', ['changsha', 'henan']],
  ['year:2017..2020', ['henan']],
  ['year:2018..2017', ['henan']],
  ['year:..2014', []],
  // pinyin of names, whole, unfinished, initials, with the right of several readings
  ['yunnanmoshi', ['yunnan'], 'pinyin'],
  ['yunnanmosh', ['yunnan'], 'pinyin'],
  ['ynms', ['yunnan'], 'pinyin'],
  ['changsha', ['changsha'], 'pinyin'],
  ['sbybsh', ['jiangxi'], 'pinyin'],
  ['hongsezhilv', ['henan'], 'pinyin'],
  // errors, only where nothing is there
  ['云难', ['yunnan'], 'fuzzy'],
  ['党员示凡岗', ['changsha'], 'fuzzy'],
  ['党员示X岗', ['changsha'], 'fuzzy'],
  ['党群联卡', ['changsha'], 'fuzzy'],
  ['捐款捐捐物累计', ['jiangxi'], 'fuzzy'],
  ['开展紅色之旅从温入党誓词', ['henan'], 'fuzzy'],
  // nothing where nothing matches
  ['火星探测器', []],
  ['海南', []],
  ['2017', []],
  ['zzzz', []],
  ['', []],
  ['   \u0000 ', []],
]

describe('a query finds', () => {
  it.each(expectations)('%j: %j', (query, expected, kind) => {
    expect(ids(query).toSorted()).toEqual(expected.toSorted())
    if (kind !== undefined) expect(engine.query(query, { limit: 1 }).hits[0]?.kind).toBe(kind)
  })
})

describe('a hit', () => {
  it('marks the original characters, whichever script the query has', () => {
    for (const query of ['云南模式', '雲南模式', 'yunnanmoshi']) {
      const [hit] = engine.query(query, { limit: 10 }).hits
      expect(hit!.matches.map(({ text }) => text)).toContain('雲南模式')
      const { text, ranges } = hit!.snippet
      expect(ranges.map(([from, to]) => text.slice(from, to)).every((part) => part === '雲南模式')).toBe(true)
    }
  })

  it('shows the passage around the find, cut from a long text', () => {
    const long = createSearchEngine()
    long.update('a', document('a', '甲', { text: `${'前文。'.repeat(200)}心靈茶座${'後文。'.repeat(200)}` }))
    const { snippet } = long.query('心灵茶座', { limit: 1 }).hits[0]!
    expect(snippet.text.length).toBeLessThan(120)
    expect(snippet.text.slice(...snippet.ranges[0]!)).toBe('心靈茶座')
    expect(snippet.text).toMatch(/^….*…$/)
  })

  it('counts all cases although fewer are asked for', () => {
    const { total, hits } = engine.query('商会', { limit: 2 })
    expect([total, hits.length]).toEqual([4, 2])
  })
})

describe('ranking', () => {
  const ranked = createSearchEngine()
  const rank = (query: string) => ranked.query(query, { limit: 10 }).hits.map(({ id }) => id)
  ranked.update('far', document('far', '甲', { text: `心灵${'与'.repeat(80)}茶座` }))
  ranked.update('near', document('near', '乙', { text: '茶座名叫心灵' }))
  ranked.update('text', document('text', '丙', { text: '学习示范岗的经验' }))
  ranked.update('title', document('title', '党员示范岗', { text: '' }))
  ranked.update('folded', document('folded', '黨員示範崗', { text: '' }))
  ranked.update('often', document('often', '丁', { text: '示范岗，示范岗，示范岗' }))

  it('puts names before text, the same script before the other, more before fewer', () => {
    expect(rank('示范岗')).toEqual(['title', 'often', 'text', 'folded'])
  })

  it('puts words that stand together before words far apart', () => {
    expect(rank('心灵 茶座')).toEqual(['near', 'far'])
  })

  it('puts exact hits before pinyin', () => {
    ranked.update('latin', document('latin', '戊', { text: 'dangyuan 是拼音' }))
    expect(rank('dangyuan')[0]).toBe('latin')
    expect(rank('dangyuan')).toContain('title')
  })
})

describe('an edit', () => {
  it('is seen by the next query, and a removed case is gone', () => {
    const changing = createSearchEngine()
    changing.update('a', document('a', '甲', { text: '旧的做法' }))
    changing.update('a', document('a', '甲', { text: '新的做法' }))
    expect(changing.query('旧的做法', { limit: 1 }).hits.filter(({ kind }) => kind === 'exact')).toEqual([])
    expect(changing.matching('新的做法')).toEqual(new Set(['a']))
    changing.update('a', null)
    expect(changing.matching('')).toEqual(new Set())
  })
})
