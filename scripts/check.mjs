import { ensureDependencies } from './lib/dependencies.mjs'
import { requireNode } from './lib/project.mjs'
import { lint, runSuite, summarise, types } from './lib/suites.mjs'

requireNode()
await ensureDependencies()
process.exit(summarise([await types(), await lint(), await runSuite('unit')]))
