/**
 * Reads documents with their bytes changed: `npm run fuzz` 10,000 times for each reader, `npm run fuzz -- 500` less often,
 * `npm run fuzz -- 500 42` the same changes once more, by the seed that is printed.
 */
import { randomInt } from 'node:crypto'
import { requireNode, runNode } from './lib/project.mjs'

requireNode()
const runs = Number(process.argv[2] ?? 10_000)
const seed = Number(process.argv[3] ?? randomInt(2 ** 31))
if (!Number.isInteger(runs) || runs < 1 || !Number.isInteger(seed)) {
  console.error('usage: npm run fuzz [-- RUNS [SEED]]')
  process.exit(2)
}
process.env.FUZZ_RUNS = String(runs)
process.env.FUZZ_SEED = String(seed)
console.log(`seed ${seed}`)
process.exit(await runNode(['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', 'test/import/bad-files.test.ts', '-t', 'never breaks the reader']))
