/**
 * The table of faults. `npm test` runs the short form; `npm run torture` runs the long one, with the choices it takes.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { useOwnConfiguration } from '../node/support/folders'
import { randomFrom } from '../../bench/lib/random'
import { tryFault, type Outcome } from './fault'
import { faults } from './faults'

interface Choices {
  only?: string[]
  trials?: number
  seed?: number
}

const choices = process.env.JINGJIAN_TORTURE === undefined ? null : JSON.parse(process.env.JINGJIAN_TORTURE) as Choices
const seed = choices?.seed ?? (choices === null ? 1 : Date.now() % 1_000_000)
const outcomes: { title: string; outcome: Outcome; seconds: number }[] = []
/** Of the short form; the long one takes as long as it takes. */
const TIMEOUT_MS = choices === null ? 240_000 : 0

beforeAll(() => void useOwnConfiguration())
afterAll(() => {
  const rows = outcomes.map(({ title, outcome: { trials, survived, obstacle }, seconds }) =>
    `| ${title} | ${obstacle ?? trials} | ${obstacle === null ? survived : '-'} | ${seconds.toFixed(0)} s |`)
  console.log([`seed ${seed}`, '', '| Fault | trials | survived | time |', '|---|---|---|---|', ...rows, ''].join('\n'))
})

for (const fault of faults.filter(({ id }) => choices?.only === undefined || choices.only.includes(id))) {
  test(fault.title, async (context) => {
    const trials = choices === null ? fault.trials.short : choices.trials ?? fault.trials.long
    const start = performance.now()
    const outcome = await tryFault(fault, { trials, random: randomFrom(seed) })
    outcomes.push({ title: fault.title, outcome, seconds: (performance.now() - start) / 1000 })
    if (outcome.obstacle !== null) context.skip(outcome.obstacle)
    expect(outcome.failures).toEqual([])
    expect(outcome.survived).toBe(outcome.trials)
    expect(outcome.trials).toBeGreaterThanOrEqual(trials)
  }, TIMEOUT_MS)
}
