import { ensureDependencies } from './lib/dependencies.mjs'
import { requireNode } from './lib/project.mjs'
import { lint, missedSuite, runCheck, runSuite, summarise, types } from './lib/suites.mjs'
import { ensureSystemPackages } from './lib/system-packages.mjs'

requireNode()
await ensureDependencies()
await ensureSystemPackages()

const build = await runCheck('build', ['scripts/build.mjs'])
const counts = [build, await lint(), await types(), await runSuite('unit'), await runSuite('recovery')]
for (const project of ['contract', 'hosts', 'documents', 'e2e', 'packaging']) {
  counts.push(build.failed === 0 ? await runSuite(project) : missedSuite(project))
}
process.exit(summarise(counts))
