import { EventEmitter } from 'node:events'
import { mkdirSync, readFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { startChromium, stopChromium } from './browser.mjs'
import { preventable, strict } from './strict.mjs'

const folder = process.env.DOUBLE_APPLICATION ?? process.cwd()
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))

const switchValue = (name) => {
  const prefix = `--${name}=`
  return process.argv.find((argument) => argument.startsWith(prefix))?.slice(prefix.length) ?? ''
}

/** Windows that are open, in the order they were opened. `BrowserWindow` keeps it. */
export const openWindows = new Set()

class App extends EventEmitter {
  isPackaged = false
  #isReady = false
  #isQuitting = false
  #makeReady
  #ready = new Promise((resolve) => {
    this.#makeReady = resolve
  })

  commandLine = strict('app.commandLine', {
    getSwitchValue: switchValue,
    hasSwitch: (name) => process.argv.some((argument) => argument === `--${name}` || argument.startsWith(`--${name}=`)),
  })

  /** Like Electron, waits for the main module to run to its end: one that awaits `whenReady` at its top level hangs. */
  async codeLoaded() {
    await startChromium()
    this.#isReady = true
    this.emit('ready')
    this.#makeReady()
  }

  whenReady() {
    return this.#ready
  }

  isReady() {
    return this.#isReady
  }

  mustNotBeReady(call) {
    if (this.#isReady) throw new Error(`${call} must be called before the app is ready`)
  }

  mustBeReady(call) {
    if (!this.#isReady) throw new Error(`${call} cannot be called before the app is ready`)
  }

  getVersion() {
    return manifest.version
  }

  getName() {
    return manifest.productName ?? manifest.name
  }

  getLocale() {
    return process.env.DOUBLE_LANGUAGE ?? 'zh-CN'
  }

  getPreferredSystemLanguages() {
    return [this.getLocale()]
  }

  getAppPath() {
    return folder
  }

  getPath(name) {
    const paths = { userData: switchValue('user-data-dir') || join(tmpdir(), `electron-double-data-${process.pid}`), home: homedir(), temp: tmpdir() }
    if (paths[name] === undefined) throw new Error(`Electron double: app.getPath('${name}') is not modelled`)
    mkdirSync(paths[name], { recursive: true })
    return paths[name]
  }

  enableSandbox() {
    this.mustNotBeReady('app.enableSandbox()')
  }

  requestSingleInstanceLock() {
    return process.env.DOUBLE_SECOND_INSTANCE === undefined
  }

  quit() {
    if (this.#isQuitting) return
    const before = preventable()
    this.emit('before-quit', before)
    if (before.defaultPrevented) return
    this.#isQuitting = true
    void this.#closeAndQuit()
  }

  exit(code = 0) {
    void stopChromium().finally(() => process.exit(code))
  }

  /** Called by the last window that closes. */
  allWindowsClosed() {
    if (this.#isQuitting) return
    if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed')
    else this.quit()
  }

  async #closeAndQuit() {
    for (const window of [...openWindows]) await window.close()
    const will = preventable()
    if (openWindows.size === 0) this.emit('will-quit', will)
    if (openWindows.size > 0 || will.defaultPrevented) {
      this.#isQuitting = false
      return
    }
    this.emit('quit', preventable(), 0)
    this.exit(0)
  }
}

/** For the double itself; the program gets the strict one. */
export const appObject = new App()
export const app = strict('app', appObject)
