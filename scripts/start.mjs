/**
 * `npm start`: installs, builds, and opens the app. In a window where there is Electron and a display, else in the
 * browser by the local web host. Options go on to the host, such as `npm start -- --library DIR`; `--no-open` stays here.
 */
import { openBrowser } from './lib/browser.mjs'
import { ensureBuilt } from './lib/build.mjs'
import { ensureDependencies } from './lib/dependencies.mjs'
import { obtainElectron } from './lib/electron.mjs'
import { Host } from './lib/host.mjs'
import { say } from './lib/messages.mjs'
import { requireNode } from './lib/project.mjs'

const failedToStartWithinMs = 8000
const passedOn = process.argv.slice(2).filter((argument) => argument !== '--no-open')
const mayOpen = passedOn.length === process.argv.length - 2

/** macOS and Windows always have one; elsewhere the desktop says where it is. */
function hasDisplay() {
  if (process.platform === 'win32' || process.platform === 'darwin') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/** The exit code of the window's program, or null where it could not start, so that the browser takes over. */
async function openWindow(host, electron) {
  const startedAt = Date.now()
  const code = await host.run(electron, ['.', ...passedOn])
  if (code === 0 || host.interrupted || Date.now() - startedAt > failedToStartWithinMs) return code
  console.error(say.electronFailed(code))
  return null
}

/** Serves the app; opens its address, the first that the host prints, where somebody can see it. */
function openInBrowser(host) {
  let opened = false
  return host.run(process.execPath, ['out/main/web.js', ...passedOn], (line) => {
    const address = /https?:\/\/\S+/.exec(line)?.[0]
    if (opened || address === undefined) return
    opened = true
    console.log(say.ready(process.uptime().toFixed(0)))
    if (mayOpen && hasDisplay()) openBrowser(address)
  })
}

requireNode()
await ensureDependencies()
await ensureBuilt()

const host = new Host()
const electron = await obtainElectron()
// A folder given by hand is taken at its word, display or not.
const windowed = electron !== null && (hasDisplay() || Boolean(process.env.ELECTRON_OVERRIDE_DIST_PATH))
if (electron === null) console.log(say.noElectron)
else if (!windowed) console.log(say.noDisplay)

const code = (windowed ? await openWindow(host, electron) : null) ?? (await openInBrowser(host))
if (host.interrupted) console.log(say.stopped)
process.exit(host.interrupted ? 0 : code)
