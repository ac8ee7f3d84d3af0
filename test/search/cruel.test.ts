import { describe, expect, it } from 'vitest'
import { CRUEL_QUERIES } from './cruel'
import { generatedCases } from './libraries/large'
import { settledEngine } from './support'

/** A bound, not the goal (50 ms): in processor time, and wide, so that a busy machine fails no test. */
const MOST_MILLISECONDS = 500

const engine = await settledEngine(generatedCases(10_000))

describe('a query meant to hurt ten thousand cases is answered in bounded time', () => {
  it.each(CRUEL_QUERIES)('%s', (_, query) => {
    const before = process.cpuUsage()
    const { total, hits } = engine.query(query, { limit: 50 })
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1000).toBeLessThan(MOST_MILLISECONDS)
    expect(hits.length).toBe(Math.min(50, total))
  })
})
