import { EventEmitter } from 'node:events'
import { codec } from './codec.mjs'
import { strict } from './strict.mjs'

export const ipcObject = new EventEmitter()
/** What answers `ipcRenderer.invoke`, by channel. */
export const ipcHandlers = new Map()
export const ipcMain = strict('ipcMain', Object.assign(ipcObject, {
  handle(channel, handler) {
    if (ipcHandlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    ipcHandlers.set(channel, handler)
  },
}))

/** The main process's end of a MessageChannel. Like Electron's, it holds messages back until it is started. */
export class MessagePortMain extends EventEmitter {
  #send
  #held = []
  #isStarted = false

  /** @param send takes `{ type, … }` messages for the page's end. */
  constructor(send) {
    super()
    this.#send = send
  }

  postMessage(data) {
    this.#send({ type: 'port-message', data: codec.encode(data) })
  }

  start() {
    this.#isStarted = true
    for (const text of this.#held.splice(0)) this.receive(text)
  }

  close() {
    this.#send({ type: 'port-close' })
    this.emit('close')
  }

  receive(text) {
    if (this.#isStarted) this.emit('message', { data: codec.decode(text), ports: [] })
    else this.#held.push(text)
  }
}
