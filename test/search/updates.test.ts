import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { createSearchEngine, type SearchDocument, type SearchEngine } from '#core/search/index'
import { searchable } from './libraries/cases'
import { largeLibrary } from './libraries/large'
import { randomCase } from './libraries/random'
import { queriesOf, STANDING_QUERIES } from './queries'
import { groups } from './relevance/groups'
import { ALL, engineWith } from './support'

// Thousands of queries: on a busy machine longer than most tests.
vi.setConfig({ testTimeout: 180_000 })

type Step = { type: 'update'; document: SearchDocument } | { type: 'remove'; id: string } | { type: 'settle' } | { type: 'ask'; query: string }

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e')
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: id.chain(randomCase).map((document): Step => ({ type: 'update', document })) },
  { weight: 2, arbitrary: id.map((each): Step => ({ type: 'remove', id: each })) },
  { weight: 2, arbitrary: fc.constant<Step>({ type: 'settle' }) },
  { weight: 2, arbitrary: fc.constantFrom(...STANDING_QUERIES).map((query): Step => ({ type: 'ask', query })) },
)

async function take(engine: SearchEngine, documents: Map<string, SearchDocument>, each: Step): Promise<void> {
  if (each.type === 'settle') await engine.settled()
  if (each.type === 'ask') engine.query(each.query, { limit: 3 })
  if (each.type === 'remove') {
    engine.update(each.id, null)
    documents.delete(each.id)
  }
  if (each.type === 'update') {
    engine.update(each.document.id, each.document)
    documents.set(each.document.id, each.document)
  }
}

describe('after any sequence of edits', () => {
  it('the answers are those of an engine that was given the last state, in any order', async () => {
    await fc.assert(fc.asyncProperty(
      fc.array(step, { maxLength: 25 }), fc.boolean(), fc.boolean(), fc.boolean(),
      async (steps, isSettled, isFreshSettled, isTurned) => {
        const edited = createSearchEngine()
        const documents = new Map<string, SearchDocument>()
        for (const each of steps) await take(edited, documents, each)
        const last = [...documents.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
        const fresh = engineWith(isTurned ? last.toReversed() : last)
        if (isSettled) await edited.settled()
        if (isFreshSettled) await fresh.settled()
        for (const query of [...STANDING_QUERIES, ...queriesOf(last)]) {
          expect(edited.query(query, { limit: ALL }), query).toEqual(fresh.query(query, { limit: ALL }))
        }
      },
    ), { numRuns: 50 })
  })

  it('the next query sees the case as it is now', async () => {
    const engine = createSearchEngine()
    for (const isSettled of [false, true]) {
      engine.update('a', searchable('a', '甲', { text: '旧的做法' }))
      if (isSettled) await engine.settled()
      engine.update('a', searchable('a', '甲', { text: '新的规矩' }))
      expect(engine.query('旧的', { limit: 1 }).total).toBe(0)
      expect(engine.matching('新的规矩')).toEqual(new Set(['a']))
      engine.update('a', null)
      expect(engine.query('规矩', { limit: 1 }).total).toBe(0)
      expect(engine.matching('')).toEqual(new Set())
    }
  })

  it('a case taken out twice, or never put in, is simply not there', async () => {
    const engine = createSearchEngine()
    engine.update('a', null)
    engine.update('b', searchable('b', '乙'))
    engine.update('b', null)
    engine.update('b', null)
    await engine.settled()
    expect(engine.matching('')).toEqual(new Set())
    expect(engine.progress()).toEqual({ done: 0, total: 0 })
  })
})

describe('before the index is ready', () => {
  it('the queries of the relevance suite have the answers that they have afterwards', async () => {
    const documents = largeLibrary()
    const engine = engineWith(documents)
    // Reading through takes a while: every other query of each group.
    const queries = Object.values(groups).flatMap((group) => group.filter((_, index) => index % 2 === 0)).map(({ query }) => query)
    const before = queries.map((query) => engine.query(query, { limit: 20 }))
    const { total } = engine.progress()
    await engine.settled()
    expect([total, engine.progress()]).toEqual([documents.length, { done: documents.length, total: documents.length }])
    queries.forEach((query, index) => expect(engine.query(query, { limit: 20 }), query).toEqual(before[index]))
  })

  it('and while it is being made, with cases changed under it', async () => {
    const documents = largeLibrary()
    const engine = engineWith(documents)
    const asked = STANDING_QUERIES.concat('竹编', '心灵茶座', '橘子洲 夜课', '流动图书大棚车')
    const ready = engine.settled()
    let isReady = false
    void ready.then(() => { isReady = true })
    engine.update('g00007', searchable('g00007', '竹编新篇', { text: '半路上改了主意。' }))
    engine.update('g00008', null)
    const last = documents.filter((each) => each.id !== 'g00008')
      .map((each) => (each.id === 'g00007' ? searchable('g00007', '竹编新篇', { text: '半路上改了主意。' }) : each))
    const expected = engineWith(last)
    await expected.settled()
    for (const query of asked) {
      if (!isReady) await new Promise((resolve) => { setTimeout(resolve, 1) })
      expect(engine.query(query, { limit: 20 }), query).toEqual(expected.query(query, { limit: 20 }))
    }
    await ready
    for (const query of asked) expect(engine.query(query, { limit: 20 }), query).toEqual(expected.query(query, { limit: 20 }))
  })
})
