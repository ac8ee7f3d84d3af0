/** Reads documents with their bytes changed: `npm run fuzz` 10,000 times for each reader, `npm run fuzz -- 500` less often. */
import { requireNode, runNode } from './lib/project.mjs'

requireNode()
const runs = Number(process.argv[2] ?? 10_000)
if (!Number.isInteger(runs) || runs < 1) {
  console.error('usage: npm run fuzz [-- RUNS]')
  process.exit(2)
}
process.env.FUZZ_RUNS = String(runs)
process.exit(await runNode(['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', 'test/import/bad-files.test.ts', '-t', 'never breaks the reader']))
