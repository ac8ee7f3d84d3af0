import { describe, expect, it } from 'vitest'
import { Names } from '../../src/core/search'
import { suggestionsAt } from '../../src/core/search/suggest'
import { searchable } from './libraries/cases'

const names = new Names()
const add = (id: string, title: string, rest: Parameters<typeof searchable>[2] = {}) => names.update(id, searchable(id, title, rest))
add('a', '云南省浙江总商会', { modelName: '雲南模式', region: '云南 昆明', tags: ['党建/品牌', '党建'], themes: ['组织建设'], period: '2015年', sources: [{ title: '年鉴' }] })
add('b', '江西省百步商会', { region: '江西 南昌', tags: ['党建'], themes: ['组织建设'], period: '2016—2018' })
add('c', '重庆温州商会', { region: '重庆', tags: ['基层黨建', '红色 之旅', '志愿服务'], period: '2016年' })
add('d', '长沙眼镜协会', { region: '湖南 长沙', tags: ['党员教育'], text: '2014年成立' })

/** `|` is the cursor. */
function at(marked: string, recent: string[] = [], limit = 8) {
  return suggestionsAt({ query: marked.replace('|', ''), cursor: marked.indexOf('|'), recent, limit }, names)
}
const texts = (marked: string, recent?: string[]) => at(marked, recent).map(({ text }) => text)
const queries = (marked: string, recent?: string[]) => at(marked, recent).map(({ query, cursor }) => `${query.slice(0, cursor)}|${query.slice(cursor)}`)

describe('while a query is typed', () => {
  it.each<[string, string[]]>([
    // values of a filter: beginnings before what holds it, those of most cases first
    ['tag:党|', ['党建', '党员教育', '党建/品牌', '基层黨建']],
    ['tag:黨|', ['党建', '党员教育', '党建/品牌', '基层黨建']],
    ['tag:品牌|', ['党建/品牌']],
    // pinyin: whole, unfinished, initials; every reading
    ['tag:dj|', ['党建', '党建/品牌', '基层黨建']],
    ['tag:dangjian|', ['党建', '党建/品牌', '基层黨建']],
    ['tag:zhiy|', ['志愿服务']],
    ['region:chongq|', ['重庆']],
    ['region:cq|', ['重庆']],
    ['region:cs|', ['长沙']],
    // errors: a character of the same sound, one wrong in three
    ['tag:党健|', ['党建', '党建/品牌', '基层黨建']],
    ['tag:志怨服务|', ['志愿服务']],
    ['tag:志愿服努|', ['志愿服务']],
    ['tag:火星|', []],
    ['tag:zzz|', []],
    // all that there is
    ['tag:|', ['党建', '党建/品牌', '党员教育', '基层黨建', '志愿服务', '红色 之旅']],
    ['theme:zz|', ['组织建设']],
    ['year:|', ['2016', '2014', '2015', '2017', '2018']],
    ['year:2015..201|', ['2015..2016', '2015..2017', '2015..2018']],
    ['has:s|', ['source', 'notes']],
    ['has:t|', ['tag', 'theme', 'attachment', 'notes', 'conflict']],
    // words
    ['ta|', ['tag:']],
    ['yunnanm|', ['雲南模式']],
    ['眼镜|', ['长沙眼镜协会']],
    ['wenzhou|', ['重庆温州商会']],
    ['云南|', ['云南', '雲南模式', '云南省浙江总商会']],
    // an open quotation is words only
    ['"眼镜|', ['长沙眼镜协会']],
  ])('%s: %j', (marked, expected) => {
    expect(texts(marked).toSorted()).toEqual(expected.toSorted())
  })

  it.each<[string, string]>([
    ['tag:党|', '党建'], ['tag:dj|', '党建'], ['tag:|', '党建'], ['year:20|', '2016'], ['ta|', 'tag:'], ['云南|', '云南'],
  ])('%s offers %s first', (marked, first) => {
    expect(texts(marked)[0]).toBe(first)
  })

  it('what is taken stands in for the part at the cursor', () => {
    expect(queries('ta|')).toEqual(['tag:|'])
    expect(queries('商会 tag:品|')).toEqual(['商会 tag:党建/品牌|'])
    expect(queries('tag:品| 商会')).toEqual(['tag:党建/品牌| 商会'])
    expect(queries('-tag:品|')).toEqual(['-tag:党建/品牌|'])
    expect(queries('tag:红|')).toEqual(['tag:"红色 之旅"|'])
    expect(queries('tag:"红|')).toEqual(['tag:"红色 之旅"|'])
    expect(queries('title:眼镜|')).toEqual(['title:长沙眼镜协会|'])
    expect(queries('湖南|')).toEqual(['region:湖南|'])
    expect(queries('year:2015..2017|')).toEqual([])
    expect(queries('党建 |')[0]).toBe('党建 tag:|')
    expect(queries('|党建')[0]).toBe('tag:| 党建')
  })

  it('shows where in it stands what was typed', () => {
    const marked = (query: string) => at(query).map(({ text, ranges }) => ranges.map((range) => text.slice(...range)).join('+'))
    expect(marked('tag:品牌|')).toEqual(['品牌'])
    expect(marked('region:yunn|')).toEqual(['云南'])
    expect(marked('tag:志愿服努|')).toEqual(['志愿服务'])
    expect(marked('tag:层党|')).toEqual(['层黨'])
    expect(marked('year:2015..2016|')).toEqual([])
  })

  it('says how many cases each would find; a tag with those below it', () => {
    expect(at('tag:党建|').map(({ text, count }) => `${text} ${count}`)).toEqual(['党建/品牌 1', '基层黨建 1'])
    expect(at('tag:党|')[0]).toMatchObject({ text: '党建', count: 2 })
    expect(at('has:sou|')[0]).toMatchObject({ text: 'source', count: 1 })
    expect(at('has:conf|')[0]).toMatchObject({ text: 'conflict', count: 0 })
  })

  it('offers earlier queries that hold all that is typed, and none twice', () => {
    const recent = ['党建 云南', '组织', '云南 党建']
    expect(texts('党建|', recent)).toEqual(expect.arrayContaining(['党建 云南', '云南 党建']))
    expect(queries('党建|', recent)[0]).toBe('党建 云南|')
    expect(texts('雲南|', ['云南'])).toEqual(['云南', '雲南模式', '云南省浙江总商会'])
    expect(texts('云南|', ['云南'])[0]).toBe('云南')
  })

  it('an empty box offers earlier queries, then what can be asked for', () => {
    expect(texts('|', ['党建', '云南'])).toEqual(['党建', '云南', 'tag:', 'region:', 'theme:', 'fact:', 'title:', 'year:'])
    expect(texts('|', [])).toEqual(['tag:', 'region:', 'theme:', 'fact:', 'title:', 'year:', 'has:'])
    expect(at('|', ['一', '二', '三', '四', '五', '六']).map(({ kind }) => kind)).toEqual([...Array(4).fill('recent'), ...Array(4).fill('syntax')])
  })

  it('follows the cases', () => {
    add('e', '新会', { tags: ['新标签'] })
    expect(texts('tag:新|')).toEqual(['新标签'])
    add('e', '新会', { tags: ['另一个'] })
    expect(texts('tag:新|')).toEqual([])
    expect(texts('tag:lyg|')).toEqual(['另一个'])
    names.update('e', null)
    expect(texts('tag:lyg|')).toEqual([])
  })

  it('answers whatever is in the box', () => {
    for (const marked of ['"|', '-|', '--|', 'tag|:党', 'OR|', '\u0000|', '\ud842|', 'year:..|', `${'长'.repeat(9000)}|`, 'tag:"|', '：|']) {
      expect(at(marked).length).toBeLessThanOrEqual(8)
    }
  })
})
