import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffText } from './text-diff'

/** `[-removed-]{+added+}`, to be read in one line. */
const shown = (old: string, next: string): string => diffText(old, next)
  .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`)).join('')

describe('diffText', () => {
  it('changes words, not characters', () => {
    expect(shown('商会成立党支部，会员踊跃参加。', '商会成立党总支，会员踊跃参加。')).toBe('商会成立党[-支部-]{+总支+}，会员踊跃参加。')
  })

  it('leaves what was not touched of a long text as one piece', () => {
    const lead = '一年来，商会把课堂搬进茶园，请老茶农讲制茶。'
    const tail = '会员由此受益，企业也找到了销路。'
    expect(shown(`${lead}培训会员一千人次。${tail}`, `${lead}培训会员一千二百人次，捐款三十五万元。${tail}`))
      .toBe(`${lead}培训会员一千{+二百+}人次{+，捐款三十五万元+}。${tail}`)
  })

  it('takes an added sentence for a sentence, and a removed line for a line', () => {
    expect(shown('甲来了。乙来了。', '甲来了。丙也来了。乙来了。')).toBe('甲来了。{+丙也来了。+}乙来了。')
    expect(shown('第一行\n第二行\n第三行', '第一行\n第三行')).toBe('第一行\n[-第二行\n-]第三行')
  })

  it('makes no confetti of a sentence that was written anew', () => {
    const pieces = diffText('协会在茶园里开设田间党校，推行一户一档。', '商会与三家企业合办夜校，学徒白天做工。')
    expect(pieces.length).toBeLessThanOrEqual(5)
  })

  it('finds the words of a long text in which every sentence was changed', () => {
    const old = Array.from({ length: 300 }, (_, number) => `第${number}家商会在茶园开设课堂。`).join('')
    const pieces = diffText(old, old.replaceAll('商会', '协会'))
    expect(pieces.filter(({ kind }) => kind === 'removed')).toHaveLength(300)
    expect(pieces.find(({ kind }) => kind === 'added')?.text).toBe('协会')
  })

  it('shows a text that came or went as a whole', () => {
    expect(shown('', '新的。句子。')).toBe('{+新的。句子。+}')
    expect(shown('旧的。', '')).toBe('[-旧的。-]')
    expect(diffText('', '')).toEqual([])
  })

  it('gives both texts back exactly, with no two pieces of a kind in a row', () => {
    const text = fc.array(fc.constantFrom('商会', '党支部', '，', '。', '\n', 'A b', '𠮷', '会', '员'), { maxLength: 30 }).map((words) => words.join(''))
    fc.assert(fc.property(text, text, (old, next) => {
      const pieces = diffText(old, next)
      expect(pieces.filter(({ kind }) => kind !== 'added').map((piece) => piece.text).join('')).toBe(old)
      expect(pieces.filter(({ kind }) => kind !== 'removed').map((piece) => piece.text).join('')).toBe(next)
      expect(pieces.every(({ kind, text: piece }, index) => piece !== '' && kind !== pieces[index + 1]?.kind)).toBe(true)
    }))
  })
})
