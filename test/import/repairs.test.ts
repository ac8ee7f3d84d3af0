import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { findSpots } from '#core/cleanup/index'
import { decodeText } from '#core/import/decode'
import { WordModel } from '#core/text/index'
import { isSafe, rankOf, readCorpus, scoreOf, type EncodedText } from '../../bench/import/repairs/score'

const words = WordModel.of(await readFile('resources/word-frequencies.txt', 'utf8'), await readFile('resources/word-pairs.txt', 'utf8'))

describe('repairs on damage whose truth is known', () => {
  it.each([
    ['pinyin', ['pinyin'], 0.99, 0.85], ['ruby', ['ruby', 'pinyin'], 0.99, 0.9], ['radical', ['radical'], 0.99, 0.99], ['layout', ['layout'], 0.85, 0.45],
    ['punctuation', ['punctuation'], 0.88, 0], ['line', ['line'], 0.6, 0], ['page', ['page'], 0.97, 0.5], ['ocr', ['ocr'], 0.2, 0], ['encoding', ['encoding'], 1, 1],
  ] as const)('%s: nothing is changed wrongly unasked, and most is found', (name, kinds, recall, unasked) => {
    const { spots, found, safe, wrongSafe } = scoreOf(readCorpus(name), kinds, words)
    expect(spots).toBeGreaterThanOrEqual(500)
    expect(wrongSafe).toBe(0)
    expect(found / spots).toBeGreaterThanOrEqual(recall)
    expect(safe / spots).toBeGreaterThanOrEqual(unasked)
  })

  it('runs of GBK out of step are offered and never changed unasked', { timeout: 120_000 }, () => {
    // A part of the corpus: reading all of it takes long.
    const places = readCorpus('damage').slice(0, 60).flatMap(({ text, truth }) => truth.map((place) => ({ place, ...rankOf(text, place, words) })))
    const closed = places.filter(({ place }) => place.open !== true)
    expect(places.filter(({ isSilent }) => isSilent)).toEqual([])
    expect(closed.filter(({ rank }) => rank === 0).length / closed.length).toBeGreaterThanOrEqual(0.65)
    expect(closed.filter(({ rank }) => rank >= 0 && rank < 3).length / closed.length).toBeGreaterThanOrEqual(0.75)
  })
})

it('encodings are told right from 200 bytes on, with their confidence', () => {
  for (const { bytes, encoding, length, type } of readCorpus<EncodedText>('encodings')) {
    if (length < 200) continue
    const decoded = decodeText(new Uint8Array(Buffer.from(bytes, 'base64')), 'a.txt')
    expect(decoded.encoding, `${type}, ${length} bytes`).toBe(encoding)
    expect(decoded.confidence, `${type}, ${length} bytes`).toBeGreaterThan(0.6)
    expect(decoded.lossy).toBe(false)
  }
})

it('Markdown keeps its marks, code, addresses and head', () => {
  const text = '---\ntitle: 商会,协会\n---\n| 甲 | 乙 |\n|:---|---:|\n| 一 | 二 |\n\n`代码,代码` [商会](https://a.cn/商,会) ![图](a,b.png)\n\n```\n商会,协会\n商 会 工 作\n```\n\n- [ ] 一\n'
  expect(findSpots(text, words, true).filter(({ kind }) => kind !== 'ocr')).toEqual([])
})

it('numbers, times, addresses and English keep their punctuation', () => {
  const text = '会议14:30开始，共1,250,000元。见https://a.cn/x,y:z(1)。He said, "yes: it is (very) good!" 版本1.2.3，比例3:2。'
  expect(findSpots(text, words).filter((spot) => spot.kind === 'punctuation' || isSafe(spot))).toEqual([])
})
