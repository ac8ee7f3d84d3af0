import { beforeAll, describe, expect, it } from 'vitest'
import type { SearchEngine } from '#core/search/index'
import { generatedCases } from './libraries/large'
import { phraseOf, settledEngine } from './support'

const documents = generatedCases(300)
const long = documents.map(({ fields }) => fields.map(({ text }) => text).join('').length)
let engine: SearchEngine

beforeAll(async () => {
  engine = await settledEngine(documents)
})

describe('a query beyond what a person writes', () => {
  it('is told where its words become too many, and answered by those before', () => {
    const words = Array.from({ length: 64 }, (_, index) => `-无${index}`)
    const query = `${words.join(' ')} 商会 企业`
    const { problems, total } = engine.query(query, { limit: 5 })
    expect(problems).toEqual([{ code: 'TOO_MANY_TERMS', start: query.indexOf('商会'), end: query.length, text: '商会 企业' }])
    expect(total).toBe(engine.query(words.join(' '), { limit: 5 }).total)
    expect(() => engine.matching(query)).toThrow()
  })

  it('has as many words as it likes, if they are always the same', () => {
    const alternatives = Array.from({ length: 1000 }, (_, index) => ['商会 企业', '企业 商会', '发展'][index % 3]).join(' OR ')
    const plain = engine.query('商会 企业 OR 发展', { limit: 20 })
    expect(engine.query(alternatives, { limit: 20 })).toEqual(plain)
    expect(engine.query('商会 '.repeat(1000), { limit: 20 })).toMatchObject({ problems: [], total: engine.query('商会', { limit: 20 }).total })
  })

  it('is told of a word that is too long, and answered without it', () => {
    const { problems, total } = engine.query(`${'党'.repeat(600)} 商会`, { limit: 5 })
    expect(problems).toEqual([{ code: 'TERM_TOO_LONG', start: 0, end: 600, text: `${'党'.repeat(40)}…` }])
    expect(total).toBe(engine.query('商会', { limit: 5 }).total)
  })

  it('is told once of the same problem', () => {
    expect(engine.query('year:x '.repeat(1000), { limit: 5 }).problems).toHaveLength(1)
    expect(engine.query(Array.from({ length: 1000 }, (_, index) => `year:x${index}`).join(' '), { limit: 5 }).problems).toHaveLength(16)
  })

  it('finds a paragraph that was pasted', () => {
    const index = long.indexOf(Math.max(...long))
    const { text } = documents[index]!.fields.toSorted((a, b) => b.text.length - a.text.length)[0]!
    const pasted = text.slice(0, 400).trim()
    expect(pasted.length).toBeGreaterThan(200)
    const { problems, hits } = engine.query(phraseOf(pasted)!, { limit: 5 })
    expect(problems).toEqual([])
    expect(hits.map(({ id }) => id)).toEqual([documents[index]!.id])
    expect(engine.find(documents[index]!.id, pasted).kind).toBe('exact')
  })
})

describe('words found in one case', () => {
  it('are those of the case as it is now', () => {
    const [document] = documents
    expect(engine.find(document!.id, '从未写过的句子').kind).toBeNull()
    engine.update(document!.id, { ...document!, fields: [...document!.fields, { field: 'notes', text: '从未写过的句子' }] })
    expect(engine.find(document!.id, '从未写过的句子').kind).toBe('exact')
    engine.update(document!.id, document!)
    expect(engine.find(document!.id, '从未写过的句子').kind).toBeNull()
  })
})
