/** The fast part of `npm test`, for while one works. The unit tests export the one-file reader, which is built. */
import { ensureBuilt } from './lib/build.mjs'
import { ensureDependencies } from './lib/dependencies.mjs'
import { requireNode } from './lib/project.mjs'
import { lint, runSuite, summarise, types } from './lib/suites.mjs'

requireNode()
await ensureDependencies()
await ensureBuilt()
process.exit(summarise([await types(), await lint(), await runSuite('unit')]))
