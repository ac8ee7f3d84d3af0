import { say } from './lib/messages.mjs'
import { ensureDependencies } from './lib/dependencies.mjs'
import { obtainElectron } from './lib/electron.mjs'
import { requireNode, run, runNode } from './lib/project.mjs'
import { buildCurrent } from './lib/sources.mjs'

const failedToStartWithinMs = 8000
const passedOn = process.argv.slice(2)

/** macOS and Windows always have one; elsewhere the desktop says where it is. */
function hasDisplay() {
  if (process.platform === 'win32' || process.platform === 'darwin') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

async function ensureBuilt() {
  if (buildCurrent()) return
  console.log(say.building)
  const code = await runNode(['scripts/build.mjs'])
  if (code === 0) return
  console.error(say.buildFailed)
  process.exit(code)
}

/** The exit code of the window's program, or null where it could not start, so that the browser takes over. */
async function openWindow(electron) {
  const startedAt = Date.now()
  const code = await run(electron, ['.', ...passedOn])
  if (code === 0 || interrupted || Date.now() - startedAt > failedToStartWithinMs) return code
  console.error(say.electronFailed(code))
  return null
}

// Ctrl+C reaches the child as well; this process waits for it to close the library and ends with it.
let interrupted = false
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => (interrupted = true))

requireNode()
await ensureDependencies()
await ensureBuilt()

const electron = await obtainElectron()
if (electron === null) console.log(say.noElectron)
else if (!hasDisplay() && !process.env.ELECTRON_OVERRIDE_DIST_PATH) console.log(say.noDisplay)

const windowed = electron !== null && (hasDisplay() || Boolean(process.env.ELECTRON_OVERRIDE_DIST_PATH))
let code = windowed ? await openWindow(electron) : null
if (code === null && !interrupted) {
  code = await runNode(['out/main/web.js', ...(hasDisplay() ? [] : ['--no-open']), ...passedOn])
}
if (interrupted) console.log(say.stopped)
process.exit(interrupted ? 0 : code)
