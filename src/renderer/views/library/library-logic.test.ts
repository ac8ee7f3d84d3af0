import type { Case, CaseSummary, Hit } from '#api'
import { describe, expect, it } from 'vitest'
import { piecesOf } from '../../components/Highlighted'
import { renderMarkdown } from '../../components/Markdown'
import { placeInTree } from '../../shell/sidebar/tag-tree'
import { moveFor } from './list/keyboard'
import { draftOf, editOf, moved } from './reader/draft'
import { contextOf } from './reader/repair-context'
import { joinHits } from './rows'
import { withoutEach } from './search/parts'

describe('a query without one of its conditions', () => {
  it.each([
    ['云南 党建', [['云南', '党建'], ['党建', '云南']]],
    ['云南 region:"云南 大理"', [['云南', 'region:"云南 大理"'], ['region:"云南 大理"', '云南']]],
    ['云南 OR 四川 党建', [['云南', '四川 党建'], ['四川', '云南 OR 党建'], ['党建', '云南 OR 四川']]],
    ['-“五 同等” OR', []],
    ['云南模式', []],
  ])('of %s', (query, expected) => expect(withoutEach(query).map(({ part, rest }) => [part, rest])).toEqual(expected))
})

describe('the list', () => {
  const summaries = ['a', 'b', 'c'].map((id) => ({ id }) as CaseSummary)
  const hits = [{ id: 'c' }, { id: 'x' }, { id: 'a' }] as Hit[]

  it('shows what was hit in the order of the hits', () => {
    expect(joinHits(summaries, hits).map(({ id }) => id)).toEqual(['c', 'a'])
  })

  it('moves with the keys and stays within its ends', () => {
    expect(moveFor('ArrowDown', -1, 3, 2)).toBe(0)
    expect(moveFor('ArrowDown', 2, 3, 2)).toBe(2)
    expect(moveFor('PageUp', 1, 3, 2)).toBe(0)
    expect(moveFor('End', 0, 3, 2)).toBe(2)
    expect(moveFor('x', 0, 3, 2)).toBeNull()
    expect(moveFor('ArrowDown', -1, 0, 2)).toBeNull()
  })

  it('marks overlapping and unordered ranges without losing a character', () => {
    const pieces = piecesOf('云南模式之路', [[2, 4], [0, 3]])
    expect(pieces.map(({ piece }) => piece).join('')).toBe('云南模式之路')
    expect(pieces.filter(({ marked }) => marked).map(({ piece }) => piece).join('')).toBe('云南模式')
  })
})

describe('the sidebar', () => {
  it('puts a tag beneath its parent where there is one, and in full where there is none', () => {
    const known = new Set(['地区', '地区/西南', '主题/党建'])
    expect(placeInTree('地区/西南', known)).toEqual({ depth: 1, label: '西南' })
    expect(placeInTree('主题/党建', known)).toEqual({ depth: 0, label: '主题/党建' })
  })
})

describe('the editor', () => {
  const item = {
    title: '甲', organisation: '', modelName: '', region: { province: '云南省', city: '' }, period: '', notes: '',
    sections: [{ id: '1', role: 'highlight', heading: '', text: '一' }, { id: '2', role: 'features', heading: '', text: '二' }],
  } as unknown as Case

  it('saves only what was changed', () => {
    expect(editOf(item, draftOf(item))).toEqual({})
    expect(editOf(item, { ...draftOf(item), title: ' 乙 ' })).toEqual({ title: '乙' })
    expect(editOf(item, { ...draftOf(item), city: '昆明市' })).toEqual({ region: { province: '云南省', city: '昆明市' } })
    expect(editOf(item, { ...draftOf(item), sections: moved(item.sections, 0, 1) }).sections?.map(({ id }) => id)).toEqual(['2', '1'])
  })
})

describe('the reader', () => {
  it('never lets a text bring its own HTML, scripts or pictures', () => {
    expect(renderMarkdown('<img src=x onerror=alert(1)><script>1</script>')).not.toMatch(/<img|<script/)
    expect(renderMarkdown('[链接](javascript:alert(1)) [文件](file:///etc/passwd) [数据](data:text/html,x)')).not.toContain('<a')
    expect(renderMarkdown('![图](https://example.org/a.png)')).not.toContain('<img')
    expect(renderMarkdown('[官网](https://example.org)')).toContain('rel="noopener noreferrer"')
  })

  it('emphasises between Han characters and full-width punctuation', () => {
    expect(renderMarkdown('推行**“五同等”**管理')).toContain('<strong>“五同等”</strong>')
  })

  it('shows the surroundings of a repair within its line', () => {
    const text = '上一行\n日常活动的居点在这里\n下一行'
    const start = text.indexOf('居点')
    expect(contextOf(text, { start, end: start + 2 })).toEqual({ before: '日常活动的', after: '在这里' })
  })
})
