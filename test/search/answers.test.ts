import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { AppError } from '#api'
import type { SearchDocument } from '#core/search/index'
import { largeLibrary } from './libraries/large'
import { randomLibrary } from './libraries/random'
import { sampleLibrary } from './libraries/sample'
import { queriesOf, STANDING_QUERIES } from './queries'
import { groups } from './relevance/groups'
import { ALL, alike, engineWith, phraseOf, settledEngine } from './support'

// Thousands of queries: on a busy machine longer than most tests.
vi.setConfig({ testTimeout: 180_000 })

const documents = largeLibrary()
const large = await settledEngine(documents)
const queries = [...new Set([...STANDING_QUERIES, ...Object.values(groups).flat().map(({ query }) => query)])]
const isValid = (query: string) => large.query(query, { limit: 1 }).problems.length === 0

describe('a page', () => {
  it('of any size leads to the next, and all together are the whole', () => {
    fc.assert(fc.property(fc.constantFrom(...queries), fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 5 }), (query, sizes) => {
      const whole = large.query(query, { limit: 300 })
      const paged: typeof whole.hits = []
      for (let page = 0; paged.length < Math.min(whole.total, 300); page++) {
        const { total, hits } = large.query(query, { limit: sizes[page % sizes.length]!, offset: paged.length })
        expect(total).toBe(whole.total)
        expect(hits.length).toBe(Math.min(sizes[page % sizes.length]!, whole.total - paged.length))
        paged.push(...hits)
      }
      expect(paged.slice(0, 300)).toEqual(whole.hits)
      expect(large.query(query, { limit: 10, offset: whole.total }).hits).toEqual([])
    }), { numRuns: 25 })
  })

  it('comes best first, a closer kind before a looser one, the scores of the first ones falling', () => {
    const rank = { exact: 3, folded: 2, pinyin: 1, fuzzy: 0 }
    for (const query of queries) {
      const { hits } = large.query(query, { limit: 200 })
      hits.slice(1).forEach((hit, index) => {
        expect(rank[hit.kind], query).toBeLessThanOrEqual(rank[hits[index]!.kind])
        if (index > 60) return
        expect(hit.score, query).toBeLessThanOrEqual(hits[index]!.score)
        if (hit.score === hits[index]!.score && hit.kind === hits[index]!.kind) expect(hit.id > hits[index]!.id, query).toBe(true)
      })
      expect(hits.every(({ score }) => score >= 0 && score <= 1)).toBe(true)
    }
  })

  it('holds only the cases that are wanted, and counts only those', () => {
    const only = (id: string) => id.endsWith('7')
    for (const query of ['商会', 'tag:公益', '发展 企业', 'xiehui']) {
      const wanted = [...large.matching(query)].filter(only)
      const { total, hits } = large.query(query, { limit: ALL, only })
      expect(total).toBe(wanted.length)
      expect(hits.map(({ id }) => id).toSorted()).toEqual(wanted.toSorted())
      expect(large.facets(query, only).total).toBe(wanted.length)
    }
  })
})

describe('the ids that match', () => {
  it('are those of the hits', () => {
    for (const query of queries.filter((each) => alike(each).trim() !== '' && isValid(each))) {
      const { total, hits } = large.query(query, { limit: 50 })
      const matching = large.matching(query)
      expect(matching.size, query).toBe(total)
      expect(hits.filter(({ id }) => !matching.has(id)), query).toEqual([])
    }
  })

  it('are all for a query that says nothing', () => {
    for (const query of ['', ' ', '\u3000\n', 'OR', 'tag:']) expect(large.matching(query).size, query).toBe(documents.length)
  })

  it.each(['year:soon', 'has:wings', 'year:99', 'year:20162018'])('are refused for %s, and the part is named', (part) => {
    expect(() => large.matching(`商会 ${part}`)).toThrow(expect.objectContaining({ code: 'QUERY_INVALID', data: { detail: part } }))
    expect(large.query(`商会 ${part}`, { limit: 1 }).problems).toEqual([expect.objectContaining({ start: 3, end: 3 + part.length, text: part })])
  })
})

describe('facets', () => {
  it('count what the matching cases have', async () => {
    await fc.assert(fc.asyncProperty(randomLibrary, fc.constantFrom(...STANDING_QUERIES), fc.boolean(), async (library, query, isSettled) => {
      const engine = engineWith(library)
      if (isSettled) await engine.settled()
      fc.pre(engine.query(query, { limit: 1 }).problems.length === 0)
      const matching = engine.matching(query)
      const { total, counts } = engine.facets(query)
      expect(total).toBe(matching.size)
      const byHand = countedByHand(library.filter(({ id }) => matching.has(id)))
      const counted = Object.fromEntries(counts.filter(({ kind }) => kind !== 'year').map(({ kind, value, count }) => [`${kind}:${value}`, count]))
      expect(counted).toEqual(byHand)
    }), { numRuns: 120 })
  })

  it('count years from the period, or else from the text', () => {
    const years = engineWith(sampleLibrary).facets('商会').counts.filter(({ kind }) => kind === 'year')
    expect(Object.fromEntries(years.map(({ value, count }) => [value, count]))).toEqual({
      2013: 1, 2015: 1, 2016: 2, 2017: 1, 2018: 1, 2019: 1, 2020: 1,
    })
  })
})

describe('find in a case', () => {
  it('finds every piece of it, and marks what is found', async () => {
    await fc.assert(fc.asyncProperty(randomLibrary, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 12 }), async (library, which, from, length) => {
      const engine = await settledEngine(library)
      const { id, fields } = library[which % library.length]!
      fc.pre(fields.length > 0)
      const { field, text } = fields[which % fields.length]!
      const characters = [...text]
      const piece = characters.slice(from % characters.length, (from % characters.length) + length).join('')
      fc.pre(alike(piece).trim() !== '')
      const { matches, kind } = engine.find(id, piece)
      expect(['exact', 'folded']).toContain(kind)
      expect(matches.some((match) => match.field === field && alike(match.text).includes(alike(piece).trim()))).toBe(true)
      for (const match of matches) {
        expect(fields.some((each) => each.field === match.field && each.text.slice(match.start, match.end) === match.text)).toBe(true)
      }
    }), { numRuns: 200 })
  })

  it('takes several words as a phrase, and finds nothing in a case that is not there', async () => {
    const engine = await settledEngine(sampleLibrary)
    expect(engine.find('yunnan', '云南模式').matches.map(({ field }) => field)).toEqual(expect.arrayContaining(['title', 'modelName']))
    expect(engine.find('yunnan', '雲南模式').kind).toBe('folded')
    expect(engine.find('yunnan', 'ynms').kind).toBe('pinyin')
    expect(engine.find('yunnan', '人心 昆明')).toEqual({ matches: [], kind: null })
    expect(engine.find('yunnan', ' ')).toEqual({ matches: [], kind: null })
    expect(engine.find('nobody', '云南')).toEqual({ matches: [], kind: null })
  })
})

describe('a query of anything at all', () => {
  const syntax = fc.array(fc.constantFrom('tag:', 'year:', '2016', '..', 'has:', 'source', '"', '“', '-', 'OR', ' ', 'title:', '商会', ':', 'x', 'shi', '七千'))
    .map((parts) => parts.join(''))

  it('is answered; as a list it is answered or refused as invalid', () => {
    const engine = engineWith(sampleLibrary)
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), syntax), (query) => {
      const { total, problems } = engine.query(query, { limit: 10 })
      expect(total).toBeLessThanOrEqual(sampleLibrary.length)
      try {
        engine.matching(query)
      } catch (error) {
        expect(error).toBeInstanceOf(AppError)
        expect([(error as AppError).code, problems.length > 0]).toEqual(['QUERY_INVALID', true])
      }
      engine.facets(query)
      engine.find('yunnan', query)
    }), { numRuns: 150 })
  })

  it('has the same answer each time', () => {
    for (const query of queriesOf(sampleLibrary)) {
      if (phraseOf(query) !== null) expect(large.query(query, { limit: 50 })).toEqual(large.query(query, { limit: 50 }))
    }
  })
})

function countedByHand(library: SearchDocument[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { tags, themes, region, period, hasSource, hasNotes } of library) {
    const values = [
      ...new Set(tags.flatMap((tag) => tag.split('/').map((_, level, levels) => `tag:${levels.slice(0, level + 1).join('/')}`))), ...themes.map((theme) => `theme:${theme}`),
      ...(region === '' ? [] : [`region:${region.split(' ', 1)[0]}`, 'has:region']),
      ...(hasSource ? ['has:source'] : []), ...(tags.length > 0 ? ['has:tag'] : []), ...(themes.length > 0 ? ['has:theme'] : []),
      ...(period === '' ? [] : ['has:period']), ...(hasNotes === true ? ['has:notes'] : []),
    ]
    for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  }
  return counts
}
