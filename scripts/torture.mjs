/** Runs the long form of the table of faults: `npm run torture [-- --only kill,clock] [--trials N] [--seed N]`. */
import { parseArgs } from 'node:util'
import { ensureDependencies } from './lib/dependencies.mjs'
import { requireNode, runNode } from './lib/project.mjs'

requireNode()
await ensureDependencies()

const { values } = parseArgs({ options: { only: { type: 'string' }, trials: { type: 'string' }, seed: { type: 'string' } } })
process.env.JINGJIAN_TORTURE = JSON.stringify({
  only: values.only?.split(','),
  trials: values.trials === undefined ? undefined : Number(values.trials),
  seed: values.seed === undefined ? undefined : Number(values.seed),
})
process.exit(await runNode(['node_modules/vitest/vitest.mjs', 'run', '--project', 'recovery', 'test/torture']))
