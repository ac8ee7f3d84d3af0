import { expect, test } from 'vitest'
import { run } from './simulation'

/** A seed of the day's own keeps finding new histories; `SIMULATION_SEED` repeats one, `SIMULATION_OPERATIONS` makes it longer. */
const seed = Number(process.env.SIMULATION_SEED ?? Date.now() % 2 ** 31)
const operations = Number(process.env.SIMULATION_OPERATIONS ?? 1_000)

test('five libraries with clocks years apart end the same whatever they exchanged when, and lose no write', { timeout: 600_000 }, async () => {
  const result = await run({ libraries: 5, operations, seed })
  console.info(`simulation, seed ${seed}: ${JSON.stringify(result)}`)
  expect(result.done).toBeGreaterThan(5 * operations * 0.6)
  expect(result.conflicts.met).toBeGreaterThan(0)
})
