import { EventEmitter } from 'node:events'
import { appObject, openWindows } from './app.mjs'
import { toChromium } from './browser.mjs'
import { preventable, strict } from './strict.mjs'
import { WebContentsObject } from './web-contents.mjs'

let lastId = 0

export class BrowserWindow extends EventEmitter {
  static getAllWindows() {
    return [...openWindows]
  }

  static getFocusedWindow() {
    return [...openWindows].at(-1) ?? null
  }

  static fromWebContents(contents) {
    return [...openWindows].find((window) => window.webContents === contents) ?? null
  }

  id = ++lastId
  #contents
  #opened
  #bounds
  #isVisible
  #isMaximized = false
  #background

  constructor(options = {}) {
    super()
    appObject.mustBeReady('new BrowserWindow()')
    const { width = 800, height = 600, x = 0, y = 0, show = true, backgroundColor = '#ffffff', webPreferences = {} } = options
    this.#bounds = { x, y, width, height }
    this.#isVisible = show
    this.#background = backgroundColor
    this.#contents = new WebContentsObject(webPreferences)
    this.#contents.on('dom-ready', () => this.emit('ready-to-show', {}))
    this.webContents = this.#contents.self
    this.self = strict('BrowserWindow', this)
    this.#contents.window = this.self
    openWindows.add(this.self)
    appObject.emit('web-contents-created', {}, this.webContents)
    this.#opened = this.#contents.open(this.#bounds, () => this.#closed())
    return this.self
  }

  async loadURL(url) {
    await this.#opened
    await this.#contents.load(toChromium(url))
  }

  show() {
    this.#isVisible = true
  }

  focus() {}

  isVisible() {
    return this.#isVisible
  }

  isMinimized() {
    return false
  }

  maximize() {
    this.#isMaximized = true
  }

  isMaximized() {
    return this.#isMaximized
  }

  getNormalBounds() {
    return { ...this.#bounds }
  }

  getBounds() {
    return { ...this.#bounds }
  }

  setBounds(bounds) {
    Object.assign(this.#bounds, bounds)
  }

  setBackgroundColor(colour) {
    this.#background = colour
  }

  getBackgroundColor() {
    return this.#background
  }

  isDestroyed() {
    return !openWindows.has(this.self)
  }

  async close() {
    const event = preventable()
    this.emit('close', event)
    if (event.defaultPrevented) return
    await this.#contents.closePage()
    this.#closed()
  }

  #closed() {
    if (!openWindows.delete(this.self)) return
    this.emit('closed')
    if (openWindows.size === 0) appObject.allWindowsClosed()
  }
}
