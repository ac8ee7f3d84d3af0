/**
 * The page's half of `contextBridge`. The two worlds of a page share its DOM, so they call each other by events on the
 * document, at once; the detail of an event is cloned from world to world. Runs as text: nothing outside may be used.
 */
export function mainWorld() {
  if (window.top !== window) return
  const callbacks = new Map()
  const answers = new Map()
  const promises = new Map()
  let lastId = 0

  const pack = (value) => {
    if (typeof value !== 'function') return { value }
    callbacks.set(++lastId, value)
    return { callback: lastId }
  }
  const unpack = (packed) => {
    if (packed.error !== undefined) throw new Error(packed.error)
    if (packed.function !== undefined) return caller(packed.function)
    if (packed.promise === undefined) return packed.value
    return new Promise((resolve, reject) => promises.set(packed.promise, { resolve, reject }))
  }
  const caller = (target) => (...values) => {
    const id = ++lastId
    document.dispatchEvent(new CustomEvent('electron-double-call', { detail: { id, target, values: values.map(pack) } }))
    const answer = answers.get(id)
    answers.delete(id)
    return unpack(answer)
  }

  document.addEventListener('electron-double-expose', ({ detail: { name, members } }) => {
    const api = Object.fromEntries(Object.entries(members).map(([key, packed]) => [key, unpack(packed)]))
    Object.defineProperty(window, name, { value: Object.freeze(api), enumerable: true })
  })
  document.addEventListener('electron-double-answer', ({ detail: { id, answer } }) => answers.set(id, answer))
  document.addEventListener('electron-double-callback', ({ detail: { id, values } }) => callbacks.get(id)(...values))
  document.addEventListener('electron-double-settle', ({ detail: { id, answer } }) => {
    const { resolve, reject } = promises.get(id)
    promises.delete(id)
    try {
      resolve(unpack(answer))
    } catch (error) {
      reject(error)
    }
  })
}
