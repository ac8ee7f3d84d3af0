import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { say } from './messages.mjs'
import { root } from './project.mjs'

const stalledAfterMs = 20_000
const retryAfterMs = 24 * 3_600_000
const electron = path.join(root, 'node_modules/electron')
const failureNote = path.join(root, '.cache/electron-download.json')

const executableNames = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }

/** The Electron executable that is there, or null. The package's own index.js would download where there is none. */
export function installedElectron(env = process.env) {
  const folder = env.ELECTRON_OVERRIDE_DIST_PATH || path.join(electron, 'dist')
  const executable = path.join(folder, executableNames[process.platform] ?? 'electron')
  return existsSync(executable) ? executable : null
}

function bytesBelow(folder) {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0)
  } catch {
    return 0
  }
}

/** Everything that may change the outcome of a download; a failure is remembered only for the same settings. */
function downloadSettings(env) {
  const { version } = JSON.parse(readFileSync(path.join(electron, 'package.json'), 'utf8'))
  const relevant = Object.entries(env).filter(([name]) => /electron|proxy/i.test(name)).sort()
  return createHash('sha256').update(JSON.stringify([version, relevant])).digest('hex')
}

function failedLately(settings) {
  try {
    const note = JSON.parse(readFileSync(failureNote, 'utf8'))
    return note.settings === settings && Date.now() - note.at < retryAfterMs
  } catch {
    return false
  }
}

/** Runs the package's own download; ends it when nothing has arrived for a while, not when it is merely slow. */
function download(env) {
  const folder = mkdtempSync(path.join(tmpdir(), 'jingjian-electron-'))
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(electron, 'install.js')], {
      cwd: root,
      stdio: 'ignore',
      env: { ...env, TMPDIR: folder, TEMP: folder, TMP: folder },
    })
    let bytes = 0
    let progressAt = Date.now()
    const watch = setInterval(() => {
      const now = bytesBelow(folder) + bytesBelow(path.join(electron, 'dist'))
      if (now !== bytes) [bytes, progressAt] = [now, Date.now()]
      else if (Date.now() - progressAt > stalledAfterMs) child.kill()
    }, 1000)
    const end = () => {
      clearInterval(watch)
      rmSync(folder, { recursive: true, force: true })
      resolve()
    }
    child.on('error', end)
    child.on('exit', end)
  })
}

/** The Electron executable, downloaded once if need be; null where it cannot be had. */
export async function obtainElectron(env = process.env) {
  const installed = installedElectron(env)
  if (installed !== null || env.ELECTRON_OVERRIDE_DIST_PATH) return installed
  const settings = downloadSettings(env)
  if (failedLately(settings)) return null
  console.log(say.downloading)
  await download(env)
  const downloaded = installedElectron(env)
  if (downloaded === null) {
    mkdirSync(path.dirname(failureNote), { recursive: true })
    writeFileSync(failureNote, JSON.stringify({ settings, at: Date.now() }))
  }
  return downloaded
}
