import { describe, expect, it } from 'vitest'
import { plainRange, plainText, sourceOf } from './plain-text'

const source = '**组织先行**：搭起“四部一办”。\n\n## 小结\n见[报道](https://example.org)。'

describe('the words of a Markdown text', () => {
  it('are shown without the marks', () => {
    expect(plainText(source).text).toBe('组织先行：搭起“四部一办”。\n\n小结\n见报道。')
  })

  it('are found again by their places in the source', () => {
    const plain = plainText(source)
    const start = source.indexOf('四部一办')
    const range = plainRange(plain, start, start + 4)
    expect(plain.text.slice(range.start, range.end)).toBe('四部一办')
  })

  it('are quoted as the source has them, across marks and paragraphs', () => {
    expect(sourceOf(source, '先行：搭起')?.text).toBe('先行**：搭起')
    expect(sourceOf(source, '一办”。\n小结')?.text).toBe('一办”。\n\n## 小结')
    const twice = '先**走访**，后走访会员'
    expect([0, 1].map((earlier) => sourceOf(twice, '走访', earlier)?.start)).toEqual([3, 9])
    expect(sourceOf(source, '没有的话')).toBeUndefined()
    expect(sourceOf(source, '  ')).toBeUndefined()
  })
})
