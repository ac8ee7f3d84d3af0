/**
 * The `electron` module of a sandboxed preload script, and the page's line to Node. Runs as text in the isolated world:
 * nothing outside may be used.
 */
export function isolatedWorld(names, codec, runPreload) {
  if (window.top !== window) return
  const toNode = (message) => globalThis[names.binding](JSON.stringify(message))
  const dispatch = (name, detail) => document.dispatchEvent(new CustomEvent(`electron-double-${name}`, { detail }))
  const strict = (name, object) => new Proxy(object, {
    get(target, key) {
      if (typeof key === 'string' && !(key in target)) throw new Error(`Electron double: ${name}.${key} is not modelled`)
      return target[key]
    },
  })
  let lastId = 0

  const listeners = new Map()
  const ports = new Map()
  const invoked = new Map()
  const openPort = (port) => {
    const id = ++lastId
    ports.set(id, port)
    port.addEventListener('message', ({ data }) => toNode({ type: 'port-message', id, data: codec.encode(data) }))
    port.addEventListener('close', () => toNode({ type: 'port-close', id }))
    port.start()
    return id
  }
  const ipcRenderer = strict('ipcRenderer', {
    on(channel, listener) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
      return ipcRenderer
    },
    off(channel, listener) {
      listeners.set(channel, (listeners.get(channel) ?? []).filter((other) => other !== listener))
      return ipcRenderer
    },
    send: (channel, ...values) => toNode({ type: 'message', channel, values: codec.encode(values), ports: [] }),
    invoke: (channel, ...values) => new Promise((resolve, reject) => {
      const id = ++lastId
      invoked.set(id, { resolve, reject })
      toNode({ type: 'invoke', id, channel, values: codec.encode(values) })
    }),
    postMessage(channel, value, transfer = []) {
      const values = codec.encode([value])
      // Node learns of the ports before anything can come through them.
      const opened = transfer.map(openPort)
      toNode({ type: 'message', channel, values, ports: opened })
    },
  })
  globalThis[names.receiver] = (text) => {
    const message = JSON.parse(text)
    if (message.type === 'port-message') ports.get(message.id)?.postMessage(codec.decode(message.data))
    else if (message.type === 'invoked') {
      const { resolve, reject } = invoked.get(message.id)
      invoked.delete(message.id)
      if (message.error === undefined) resolve(codec.decode(message.value))
      else reject(new Error(message.error))
    } else if (message.type === 'port-close') ports.get(message.id)?.close()
    else for (const listener of listeners.get(message.channel) ?? []) listener({ sender: ipcRenderer, ports: [] }, ...codec.decode(message.values))
  }

  const functions = new Map()
  const pack = (value) => {
    if (typeof value === 'function') {
      functions.set(++lastId, value)
      return { function: lastId }
    }
    if (!(value instanceof Promise)) return { value }
    const id = ++lastId
    value.then(pack, (error) => ({ error: error.message })).then((answer) => dispatch('settle', { id, answer }))
    return { promise: id }
  }
  const unpack = (packed) => (packed.callback === undefined ? packed.value : (...values) => dispatch('callback', { id: packed.callback, values }))
  document.addEventListener('electron-double-call', ({ detail: { id, target, values } }) => {
    let answer
    try {
      answer = pack(functions.get(target)(...values.map(unpack)))
    } catch (error) {
      answer = { error: error.message }
    }
    dispatch('answer', { id, answer })
  })
  const exposed = new Set()
  const contextBridge = strict('contextBridge', {
    exposeInMainWorld(name, api) {
      if (exposed.has(name)) throw new Error('Cannot bind an API on top of an existing property on the window object')
      exposed.add(name)
      dispatch('expose', { name, members: Object.fromEntries(Object.entries(api).map(([key, value]) => [key, pack(value)])) })
    },
  })
  // A page of plain Chromium is never told where a file lies.
  const webUtils = strict('webUtils', { getPathForFile: (file) => (file instanceof File ? '' : (() => { throw new TypeError('not a File') })()) })

  const require = (module) => {
    if (module === 'electron') return { contextBridge, ipcRenderer, webUtils }
    throw new Error(`module not found: ${module}`)
  }
  toNode({ type: 'document-start' })
  try {
    const module = { exports: {} }
    runPreload(require, module, module.exports)
  } catch (error) {
    toNode({ type: 'preload-error', stack: String(error.stack) })
  }
}
