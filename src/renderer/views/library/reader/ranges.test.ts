// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest'
import { placeOf, rangesOf } from './ranges'

describe('rangesOf', () => {
  beforeEach(() => {
    document.body.innerHTML = '<h1 data-field="title">云南模式</h1><div data-field="sections/1"><p>雲<strong>南模</strong>式，雲南</p></div>'
  })

  it('finds every place of a quotation, also across elements', () => {
    const found = rangesOf(document.body, [{ field: 'sections/1', text: '雲南' }])
    expect(found.map(String)).toEqual(['雲南', '雲南'])
  })

  it('looks into the named field only, and gives the places in reading order', () => {
    const found = rangesOf(document.body, [{ field: 'sections/1', text: '式' }, { field: 'sections/1', text: '雲南模' }, { field: 'title', text: '云南' }])
    expect(found.map(String)).toEqual(['云南', '雲南模', '式'])
    expect(rangesOf(document.body, [{ field: 'notes', text: '云南' }, { field: 'title', text: '' }])).toEqual([])
  })

  it('finds words whose source has marks and paragraphs between them', () => {
    document.body.innerHTML = '<div data-field="notes"><p><strong>甲</strong>乙</p>\n<p>丙</p></div>'
    expect(rangesOf(document.body, [{ field: 'notes', text: '**甲**乙\n\n丙' }]).map(String)).toEqual(['甲乙\n丙'])
  })

  it('tells one place of the same words from another', () => {
    const source = '雲**南模**式，雲南'
    const place = placeOf(source, source.lastIndexOf('雲南'), source.length)
    const [found] = rangesOf(document.body, [{ field: 'sections/1', text: '雲南', place }])
    expect([place, found?.startContainer.textContent]).toEqual([1, '式，雲南'])
  })
})
