/**
 * Values as text, with what structured clone keeps. Electron's messages pass by structured clone; between Node and the
 * page of the double there is only text. The function runs on both sides, so it must not use anything outside itself.
 */
export function makeCodec() {
  const CHUNK = 0x8000
  const toBase64 = (bytes) => {
    const parts = []
    for (let start = 0; start < bytes.length; start += CHUNK) parts.push(String.fromCharCode(...bytes.subarray(start, start + CHUNK)))
    return btoa(parts.join(''))
  }
  const fromBase64 = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  const viewName = (view) => (view.constructor.name === 'Buffer' ? 'Uint8Array' : view.constructor.name)

  /** Each kind: how to recognise it, what to write, how to read it back. The first that fits is taken. */
  const kinds = {
    undefined: { is: (value) => value === undefined, write: () => null, read: () => undefined },
    bigint: { is: (value) => typeof value === 'bigint', write: String, read: BigInt },
    number: { is: (value) => typeof value === 'number' && !Number.isFinite(value), write: String, read: Number },
    date: { is: (value) => value instanceof Date, write: Number, read: (time) => new Date(time) },
    error: {
      is: (value) => value instanceof Error,
      write: ({ name, message }) => ({ name, message }),
      read: ({ name, message }) => Object.assign(new Error(message), { name }),
    },
    buffer: {
      is: (value) => value instanceof ArrayBuffer,
      write: (value) => toBase64(new Uint8Array(value)),
      read: (text) => fromBase64(text).buffer,
    },
    view: {
      is: (value) => ArrayBuffer.isView(value),
      write: (value) => [viewName(value), toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))],
      read: ([name, text]) => {
        const bytes = fromBase64(text)
        return name === 'Uint8Array' ? bytes : new globalThis[name](bytes.buffer)
      },
    },
    map: {
      is: (value) => value instanceof Map,
      write: (value) => [...value].map(([key, item]) => [write(key), write(item)]),
      read: (entries) => new Map(entries.map(([key, item]) => [read(key), read(item)])),
    },
    set: { is: (value) => value instanceof Set, write: (value) => [...value].map(write), read: (items) => new Set(items.map(read)) },
    array: { is: Array.isArray, write: (value) => value.map(write), read: (items) => items.map(read) },
    object: {
      is: (value) => value !== null && typeof value === 'object',
      write: (value) => Object.entries(value).map(([key, item]) => [key, write(item)]),
      read: (entries) => Object.fromEntries(entries.map(([key, item]) => [key, read(item)])),
    },
  }
  const write = (value) => {
    // Electron refuses these although a browser would clone them.
    if (typeof Blob !== 'undefined' && value instanceof Blob) throw new TypeError('An object could not be cloned.')
    for (const [kind, { is, write: writeKind }] of Object.entries(kinds)) if (is(value)) return { kind, value: writeKind(value) }
    return value
  }
  const read = (written) => (written !== null && typeof written === 'object' ? kinds[written.kind].read(written.value) : written)

  return {
    /** Throws the real DataCloneError for what cannot be cloned, such as functions. */
    encode: (value) => JSON.stringify(write(structuredClone(value))),
    decode: (text) => read(JSON.parse(text)),
  }
}

export const codec = makeCodec()
