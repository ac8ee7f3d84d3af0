/** The parts of Electron that would touch the desktop; they record what they were asked, in `calls`. */
import { EventEmitter } from 'node:events'
import { appObject } from './app.mjs'
import { schemes } from './browser.mjs'
import { strict } from './strict.mjs'

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged: () => appObject.mustNotBeReady('protocol.registerSchemesAsPrivileged()'),
  handle(scheme, handler) {
    appObject.mustBeReady('protocol.handle()')
    if (schemes.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
    schemes.set(scheme, handler)
  },
})

export const session = {
  defaultSession: strict('session', { setPermissionRequestHandler: () => undefined, setPermissionCheckHandler: () => undefined }),
}

export const dialog = strict('dialog', {
  calls: [],
  async showSaveDialog() {
    throw new Error('nobody is there to answer: the test has to put an answer in the place of dialog.showSaveDialog')
  },
  showErrorBox(title, content) {
    this.calls.push({ title, content })
    // Shown on standard error, as Electron does where there is no display.
    console.error(`${title}\n${content}`)
  },
})

export const shell = strict('shell', {
  calls: [],
  async openExternal(url) {
    this.calls.push(url)
  },
  async openPath(path) {
    this.calls.push(path)
    return ''
  },
})

class NativeTheme extends EventEmitter {
  #source = 'system'

  get themeSource() {
    return this.#source
  }

  set themeSource(source) {
    if (!['system', 'light', 'dark'].includes(source)) throw new TypeError(`not a theme source: ${source}`)
    const wasDark = this.shouldUseDarkColors
    this.#source = source
    if (this.shouldUseDarkColors !== wasDark) this.emit('updated')
  }

  get shouldUseDarkColors() {
    return this.#source === 'dark' || (this.#source === 'system' && process.env.DOUBLE_DARK !== undefined)
  }
}
export const nativeTheme = strict('nativeTheme', new NativeTheme())

export const screen = strict('screen', { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] })
