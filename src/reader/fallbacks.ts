/**
 * What the interface takes for granted and a browser may lack: highlights are then not marked, and identifiers come from
 * elsewhere where the page was opened over plain HTTP.
 */
if (typeof CSS !== 'undefined' && !('highlights' in CSS)) {
  Object.defineProperty(CSS, 'highlights', { value: new Map() })
  Object.assign(globalThis, { Highlight: class extends Set<Range> { constructor(...ranges: Range[]) { super(ranges) } } })
}
if (!('randomUUID' in crypto)) {
  Object.defineProperty(crypto, 'randomUUID', {
    value: () => {
      const bytes = (crypto as Crypto).getRandomValues(new Uint8Array(16))
      bytes[6] = (bytes[6]! & 0x0f) | 0x40
      bytes[8] = (bytes[8]! & 0x3f) | 0x80
      const hexadecimal = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
      return hexadecimal.replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-')
    },
  })
}

export {}
