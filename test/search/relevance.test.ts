import { afterAll, describe, expect, it } from 'vitest'
import { largeLibrary } from './libraries/large'
import { sampleLibrary } from './libraries/sample'
import type { Expectation } from './relevance/expectation'
import { groups } from './relevance/groups'
import { ALL, settledEngine } from './support'

const engines = { sample: await settledEngine(sampleLibrary), large: await settledEngine(largeLibrary()) }

const passed = new Map<string, number>()

describe.each(Object.entries(groups))('%s', (group, expectations) => {
  it.each(expectations.map((each) => [each.query, each] as const))('%j', (_, expected) => {
    check(expected)
    passed.set(group, (passed.get(group) ?? 0) + 1)
  })
})

afterAll(() => {
  const rows = Object.entries(groups).map(([group, { length }]) => [group, passed.get(group) ?? 0, length] as const)
  const total = rows.reduce((sum, [, right, all]) => [sum[0]! + right, sum[1]! + all], [0, 0])
  const lines = [...rows, ['together', total[0]!, total[1]!] as const].map(([group, right, all]) => (
    `${group.padEnd(10)} ${String(right).padStart(4)} of ${String(all).padStart(3)}  ${(100 * right / all).toFixed(1).padStart(5)} %`
  ))
  process.stdout.write(`\nRelevance, expectations met\n${lines.join('\n')}\n`)
})

function check({ query, library, kind, first, all, among, never, problems }: Expectation): void {
  const answer = engines[library].query(query, { limit: ALL })
  const ids = answer.hits.map(({ id }) => id)
  expect(answer.total).toBe(ids.length)
  if (all !== undefined) expect(ids.toSorted()).toEqual(all.toSorted())
  if (first !== undefined) expect(asTiers(ids, first)).toEqual(first.map(sorted))
  if (among !== undefined) expect(ids).toEqual(expect.arrayContaining(among))
  if (never !== undefined) expect(ids.filter((id) => never.includes(id))).toEqual([])
  if (kind !== undefined) expect(answer.hits[0]?.kind).toBe(kind)
  if (problems !== undefined) expect(answer.problems.map(({ text }) => text)).toEqual(problems)
}

/** The first ids, grouped like the tiers that are expected. */
function asTiers(ids: string[], tiers: (string | string[])[]): (string | string[])[] {
  let from = 0
  return tiers.map((tier) => {
    if (typeof tier === 'string') return ids[from++] ?? ''
    from += tier.length
    return ids.slice(from - tier.length, from).toSorted()
  })
}

function sorted(tier: string | string[]): string | string[] {
  return typeof tier === 'string' ? tier : tier.toSorted()
}
