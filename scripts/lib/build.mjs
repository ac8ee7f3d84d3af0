import { say } from './messages.mjs'
import { runNode } from './project.mjs'
import { buildCurrent } from './sources.mjs'

/** Builds unless the sources are those of the last build; ends with a message where that fails. */
export async function ensureBuilt() {
  if (buildCurrent()) return
  console.log(say.building)
  const code = await runNode(['scripts/build.mjs'])
  if (code === 0) return
  console.error(say.buildFailed)
  process.exit(code)
}
