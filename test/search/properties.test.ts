import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../src/api'
import { createSearchEngine, type SearchDocument } from '../../src/core/search'
import { fold } from '../../src/core/text'
import { document, library } from './fixtures'

const word = fc.constantFrom(...'党建黨建商会商會云雲南模式企業员員，。 “”「」\nAaＡ0a-:OR"𠮷'.split(''), '\ud842', '\u0007')
const text = fc.array(word, { maxLength: 60 }).map((parts) => parts.join(''))

function engineWith(documents: SearchDocument[]) {
  const engine = createSearchEngine()
  for (const each of documents) engine.update(each.id, each)
  return engine
}

function expectTrueHits(documents: SearchDocument[], query: string): void {
  const { total, hits } = engineWith(documents).query(query, { limit: 1000 })
  expect(total).toBe(hits.length)
  for (const hit of hits) {
    const { fields } = documents.find(({ id }) => id === hit.id)!
    for (const { field, start, end, text: marked } of hit.matches) {
      const source = fields.find((each) => each.field === field && each.text.slice(start, end) === marked)
      expect(source, `${field} ${start}-${end}`).toBeDefined()
      expect(end).toBeGreaterThan(start)
    }
    for (const [from, to] of hit.snippet.ranges) {
      expect(from).toBeGreaterThanOrEqual(0)
      expect(to).toBeLessThanOrEqual(hit.snippet.text.length)
    }
  }
}

describe('whatever the texts are', () => {
  it('every piece of a case, as a phrase, finds that case and marks that piece', () => {
    fc.assert(fc.property(text, fc.nat(), fc.nat({ max: 20 }), (body, from, length) => {
      const start = body === '' ? 0 : from % body.length
      const piece = body.slice(start, start + length + 1).replaceAll('"', '').trim()
      fc.pre(piece !== '' && body.includes(piece))
      const { hits } = engineWith([document('a', '甲', { text: body })]).query(`"${piece}"`, { limit: 10 })
       
      const bare = (value: string) => fold(value).replace(/[\s\u0000-\u001f]/g, ' ')
      fc.pre(bare(piece).trim() !== '')
      expect(hits.map(({ id }) => id)).toEqual(['a'])
      expect(['exact', 'folded']).toContain(hits[0]!.kind)
      expect(hits[0]!.matches.every((match) => bare(match.text).includes(bare(piece).trim()))).toBe(true)
    }), { numRuns: 6000 })
  })

  it('every hit can be shown: marks and snippet lie within the original text', () => {
    fc.assert(fc.property(fc.array(text, { maxLength: 4 }), text, (bodies, query) => {
      expectTrueHits(bodies.map((body, index) => document(`c${index}`, body.slice(0, 5), { text: body })), query)
    }), { numRuns: 300 })
  })

  it('a query of anything at all is answered or refused as invalid', () => {
    const engine = engineWith(library)
    const syntax = fc.array(fc.constantFrom('tag:', 'year:', '2016', '..', 'has:', 'source', '"', '“', '-', 'OR', ' ', 'title:', '商会', ':', 'x'))
      .map((parts) => parts.join(''))
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), syntax), (query) => {
      try {
        engine.query(query, { limit: 10 })
      } catch (error) {
        expect(error).toBeInstanceOf(AppError)
        expect((error as AppError).code).toBe('QUERY_INVALID')
      }
    }), { numRuns: 300 })
  })
})

describe('a query with a value that can never match', () => {
  it.each(['year:soon', 'has:wings', 'year:99', 'year:20162018'])('%s is refused, and the part is named', (query) => {
    expect(engineWith(library).query(`商会 ${query}`, { limit: 10 })).toMatchObject({ total: 4, problems: [{ start: 3, end: 3 + query.length, text: query }] })
    expect(() => engineWith(library).matching(`商会 ${query}`)).toThrow(expect.objectContaining({ code: 'QUERY_INVALID', data: { detail: query } }))
  })

  it.each(['"商会', '“商会', '商会 OR', 'OR 商会', '商会 -', '商会 tag:', '商会 year:'])('%s, still being typed, is forgiven', (query) => {
    expect(engineWith(library).query(query, { limit: 10 }).total).toBe(4)
  })
})

describe('a query meant to hurt', () => {
  const many = Array.from({ length: 1000 }, (_, index) => document(
    `c${index}`, `案例${index}`, { text: '推动民营企业党建与发展同频共振，开展志愿服务与交流学习。'.repeat(28), tags: ['党建'] },
  ))
  const engine = engineWith(many)
  const cruel: [string, string][] = [
    ['a thousand words with OR', Array.from({ length: 1000 }, (_, index) => `词${index}`).join(' OR ')],
    ['ten kilobytes in one word', '党建引领发展'.repeat(1666)],
    ['ten kilobytes of different words', Array.from({ length: 2000 }, (_, index) => String.fromCharCode(0x4e00 + index)).join(' ')],
    ['a long sentence with errors', '推动民营企业当建与发展同频共振开展志愿服务与交流学习'.repeat(4)],
    ['letters that could be any pinyin', 'shishishishishishishishishishishishishi'],
    ['nothing but quotation marks', '"'.repeat(10_000)],
  ]

  it.each(cruel)('%s is answered in bounded time', (_, query) => {
    // Processor time, so that a busy machine does not fail the test.
    const before = process.cpuUsage()
    engine.query(query, { limit: 50 })
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(1000)
  })
})
