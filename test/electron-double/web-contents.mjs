import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { Script } from 'node:vm'
import { takePage, toElectron } from './browser.mjs'
import { codec } from './codec.mjs'
import { ipcHandlers, ipcObject, MessagePortMain } from './ipc.mjs'
import { BINDING, isolatedSource, mainWorldSource, RECEIVER, WORLD } from './page/sources.mjs'
import { session } from './services.mjs'
import { preventable, strict } from './strict.mjs'

let lastId = 0

/** One page of Chromium, with its preload script and its line to `ipcMain`. */
export class WebContentsObject extends EventEmitter {
  id = ++lastId
  session = session.defaultSession
  targetId = undefined
  /** While the main process itself loads an address, the navigation is not the page's own. */
  isLoadingFromMain = false
  #page
  #devtools
  #preferences
  #contextId
  #ports = new Map()
  #windowOpenHandler
  #openings = []

  constructor(preferences) {
    super()
    this.self = strict('webContents', this)
    this.#preferences = preferences
    this.mainFrame = strict('webFrameMain', Object.defineProperty({ parent: null }, 'url', { get: () => this.getURL() }))
  }

  async open({ width, height }, onClosed) {
    const { preload, sandbox = true, contextIsolation = true, nodeIntegration = false, webSecurity = true } = this.#preferences
    if (!sandbox || !contextIsolation || nodeIntegration || !webSecurity) {
      throw new Error('Electron double: only sandboxed, context-isolated windows are modelled')
    }
    const { page, devtools } = await takePage()
    this.#page = page
    this.#devtools = devtools
    this.targetId = (await devtools.send('Target.getTargetInfo')).targetInfo.targetId
    await page.setViewportSize({ width, height })
    await devtools.send('Page.enable')
    await devtools.send('Runtime.enable')
    await devtools.send('Runtime.addBinding', { name: BINDING, executionContextName: WORLD })
    devtools.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === BINDING) this.#receive(JSON.parse(payload), executionContextId)
    })
    devtools.on('Page.windowOpen', ({ url }) => this.#decideOpening(url))
    await devtools.send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorldSource })
    if (preload !== undefined) await this.#addPreload(preload)
    page.on('domcontentloaded', () => this.emit('dom-ready', {}))
    page.on('load', () => this.emit('did-finish-load', {}))
    page.on('popup', (popup) => void this.#finishOpening(popup))
    page.on('close', onClosed)
    await page.route(() => true, (route) => this.#guardNavigation(route))
  }

  load(url) {
    this.isLoadingFromMain = true
    return this.#page.goto(url).finally(() => {
      this.isLoadingFromMain = false
    })
  }

  send(channel, ...values) {
    this.#toPage({ type: 'message', channel, values: codec.encode(values) })
  }

  setWindowOpenHandler(handler) {
    this.#windowOpenHandler = handler
  }

  getURL() {
    return toElectron(this.#page?.url() ?? '')
  }

  getLastWebPreferences() {
    return this.#preferences
  }

  isDestroyed() {
    return this.#page?.isClosed() ?? false
  }

  reload() {
    void this.#page.reload()
  }

  close() {
    this.window.close()
  }

  closePage() {
    return this.#page?.close({ runBeforeUnload: false }).catch(() => undefined)
  }

  async #addPreload(preload) {
    try {
      const code = readFileSync(preload, 'utf8')
      // A sandboxed preload is a CommonJS script: an ES module does not parse as one.
      new Script(`(function () { ${code}\n})`, { filename: preload })
      await this.#devtools.send('Page.addScriptToEvaluateOnNewDocument', { source: isolatedSource(code), worldName: WORLD })
    } catch (cause) {
      console.error(`Unable to load preload script: ${preload}`, cause)
    }
  }

  #decideOpening(url) {
    const details = { url: toElectron(url), frameName: '', features: '', disposition: 'foreground-tab' }
    // Without a handler Electron opens the window.
    const { action } = this.#windowOpenHandler?.(details) ?? { action: 'allow' }
    this.#openings.push({ url: details.url, action })
  }

  /** Chromium has opened the page already; Electron would not have. */
  async #finishOpening(popup) {
    while (this.#openings.length === 0) await new Promise((resolve) => setTimeout(resolve, 10))
    const { url, action } = this.#openings.shift()
    if (action === 'allow') this.emit('did-create-window', {}, { url })
    else await popup.close().catch(() => undefined)
  }

  async #guardNavigation(route) {
    const request = route.request()
    const isOwn = request.isNavigationRequest() && request.frame() === this.#page.mainFrame() && !this.isLoadingFromMain
    if (!isOwn) return route.fallback()
    const event = preventable({ url: toElectron(request.url()), isMainFrame: true, isSameDocument: false })
    this.emit('will-navigate', event, event.url)
    return event.defaultPrevented ? route.abort('aborted') : route.fallback()
  }

  #receive(message, contextId) {
    if (message.type === 'document-start') {
      for (const port of this.#ports.values()) port.emit('close')
      this.#ports.clear()
      this.#contextId = contextId
    } else if (message.type === 'message') {
      const ports = message.ports.map((id) => this.#openPort(id))
      ipcObject.emit(message.channel, { sender: this.self, senderFrame: this.mainFrame, ports }, ...codec.decode(message.values))
    } else if (message.type === 'invoke') {
      void this.#answerInvoke(message)
    } else if (message.type === 'port-message') {
      this.#ports.get(message.id)?.receive(message.data)
    } else if (message.type === 'port-close') {
      this.#ports.get(message.id)?.emit('close')
      this.#ports.delete(message.id)
    } else if (message.type === 'preload-error') {
      console.error(`Unable to load preload script: ${message.stack}`)
    }
  }

  async #answerInvoke({ id, channel, values }) {
    try {
      const handler = ipcHandlers.get(channel)
      if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
      const value = await handler({ sender: this.self, senderFrame: this.mainFrame }, ...codec.decode(values))
      this.#toPage({ type: 'invoked', id, value: codec.encode(value) })
    } catch (error) {
      this.#toPage({ type: 'invoked', id, error: `Error invoking remote method '${channel}': ${error}` })
    }
  }

  #openPort(id) {
    const port = new MessagePortMain((message) => this.#toPage({ ...message, id }))
    this.#ports.set(id, port)
    return port
  }

  #toPage(message) {
    if (this.#contextId === undefined) return
    this.#devtools.send('Runtime.callFunctionOn', {
      functionDeclaration: `(text) => globalThis.${RECEIVER}(text)`,
      arguments: [{ value: JSON.stringify(message) }],
      executionContextId: this.#contextId,
    }).catch(() => undefined)
  }
}
