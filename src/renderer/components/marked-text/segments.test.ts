import { describe, expect, it } from 'vitest'
import { segments } from './segments'

const mark = (id: string, start: number, end: number) => ({ id, start, end, tone: 'shared' })

describe('segments', () => {
  it('gives the whole text as one piece where nothing is marked', () => {
    expect(segments('商会党建', [])).toEqual([{ start: 0, end: 4, text: '商会党建', marks: [] }])
    expect(segments('', [])).toEqual([])
  })

  it('loses no character and repeats none, whatever overlaps', () => {
    const text = '先进基层党组织和社会组织'
    const pieces = segments(text, [mark('a', 0, 7), mark('b', 4, 7), mark('c', 6, 10), mark('d', 6, 10)])
    expect(pieces.map((piece) => piece.text).join('')).toBe(text)
    expect(pieces.map((piece) => piece.marks.map(({ id }) => id).join(''))).toEqual(['a', 'ab', 'acdb', 'cd', ''])
  })

  it('clips marks that reach beyond the text and drops those outside it', () => {
    const pieces = segments('党建', [mark('a', -5, 1), mark('b', 2, 9), mark('c', 1, 1)])
    expect(pieces.map(({ text, marks }) => [text, marks.length])).toEqual([['党', 1], ['建', 0]])
  })
})
