import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuery } from '../../src/core/search/query'
import { activeFilters, confined, toggleFilter } from '../../src/core/search/toggle'

type Kind = Parameters<typeof toggleFilter>[1]

/** A query, what is pressed, and the query after it. */
const presses: [query: string, kind: Kind, value: string, after: string][] = [
  ['', 'tag', '党建', 'tag:党建'],
  ['  ', 'year', '2016', 'year:2016'],
  ['商会', 'tag', '党建', '商会 tag:党建'],
  ['商会 tag:党建', 'tag', '党建', '商会'],
  ['tag:党建 商会', 'tag', '党建', '商会'],
  // the other script, full width and another order are the same
  ['商会 tag:黨建', 'tag', '党建', '商会'],
  ['region:雲南', 'region', '云南', ''],
  ['year:2018..2015', 'year', '2015..2018', ''],
  ['HAS:SOURCE', 'has', 'source', ''],
  // one tag is not another, and asking for those below is not asking for this
  ['tag:党建/品牌', 'tag', '党建', 'tag:党建/品牌 tag:党建'],
  ['year:2015..2018', 'year', '2016', 'year:2015..2018 year:2016'],
  // blanks and quotation marks in a value
  ['商会', 'tag', '红色 之旅', '商会 tag:"红色 之旅"'],
  ['商会 tag:“红色 之旅”', 'tag', '红色 之旅', '商会'],
  ['', 'theme', '"五同等" 做法', 'theme:“"五同等" 做法”'],
  // OR: every group is asked, and only one that has it in each group is active
  ['商会 OR 协会', 'tag', '党建', '商会 tag:党建 OR 协会 tag:党建'],
  ['商会 tag:党建 OR 协会', 'tag', '党建', '商会 tag:党建 OR 协会 tag:党建'],
  ['商会 tag:党建 OR 协会 tag:黨建', 'tag', '党建', '商会 OR 协会'],
  // a group of nothing but the filter found all that have it, so that without the filter all are found
  ['tag:党建 OR tag:党建 商会', 'tag', '党建', ''],
  ['tag:党建 OR tag:黨建', 'tag', '党建', ''],
  // unfinished queries
  ['商会 OR', 'tag', '党建', '商会 tag:党建'],
  ['"党员 示范', 'tag', '党建', '"党员 示范" tag:党建'],
  ['tag:', 'tag', '党建', 'tag:党建'],
  // what was refused is asked for
  ['商会 -tag:党建', 'tag', '党建', '商会 tag:党建'],
  // a part that can never match stays to be seen
  ['year:soon', 'tag', '党建', 'year:soon tag:党建'],
  ['商会', 'year', 'soon', '商会'],
]

describe('pressing a filter', () => {
  it.each(presses)('%j %s %s: %j', (query, kind, value, after) => {
    expect(toggleFilter(query, kind, value)).toBe(after)
  })

  it('twice leaves what the query asked for as it was, whatever it is', () => {
    const part = fc.constantFrom('商会', '"党员 示范岗"', '-江西', 'OR', 'title:协会', 'year:2015', '-', 'tag:', '“未完', 'has:source', '黨建')
    const value = fc.constantFrom('党建', '党建/品牌', '红色 之旅', '"引"', '“引 号”', '-a', 'OR')
    fc.assert(fc.property(fc.array(part, { maxLength: 7 }).map((parts) => parts.join(' ')), value, (query, tag) => {
      const once = toggleFilter(query, 'tag', tag)
      expect(activeFilters(once).map(({ kind }) => kind)).toContain('tag')
      const { groups } = parseQuery(query)
      for (const group of parseQuery(once).groups) expect(group.some((condition) => condition.type === 'tag' && !condition.negated)).toBe(true)
      expect(parseQuery(toggleFilter(once, 'tag', tag))).toEqual({ groups, problems: [] })
    }))
  })
})

describe('a query within a tag', () => {
  it.each([
    ['', 'tag:党建'],
    ['商会', 'tag:党建 商会'],
    ['商会 OR 协会 -江西', 'tag:党建 商会 OR tag:党建 协会 -江西'],
    ['tag:黨建 商会 OR 协会', 'tag:黨建 商会 OR tag:党建 协会'],
    ['商会 "一 OR 二', 'tag:党建 商会 "一 OR 二"'],
  ])('%j is %j', (query, whole) => expect(confined(query, 'tag', '党建')).toBe(whole))

  it('asks for a name with quotation marks as it is', () => {
    expect(parseQuery(confined('商会 OR 协会', 'theme', '"五同等" 做法')).groups.map(([first]) => first)).toEqual(
      Array.from({ length: 2 }, () => ({ type: 'theme', value: '"五同等" 做法', negated: false })),
    )
  })
})

describe('the active filters', () => {
  it.each<[string, string[]]>([
    ['商会', []],
    ['tag:党建 region:云南 商会', ['tag 党建', 'region 云南']],
    ['tag:党建 tag:黨建', ['tag 党建']],
    ['-tag:党建', []],
    ['tag:党建 OR tag:党建 商会', ['tag 党建']],
    ['tag:党建 OR 商会', []],
    ['year:2015..2018 has:source', ['year 2015..2018', 'has source']],
  ])('of %j are %j', (query, expected) => {
    expect(activeFilters(query).map(({ kind, value }) => `${kind} ${value}`)).toEqual(expected)
  })
})
