/** In points. */
export interface Size {
  width: number
  height: number
}

type Bytes = Uint8Array<ArrayBuffer>

const TIFF_WIDTH = 256
const TIFF_HEIGHT = 257
const SHORT = 3
/** The mark of the Exif entry that tells how a photograph is turned, as the recognition looks for it. */
const TURNED = '1 18 0 3 0 0 0 1 0 '
const LYING = new Set([5, 6, 7, 8])

/** The size of a picture as it is looked at, from its head alone; null where there is none to be found. */
export function sizeOf(bytes: Bytes): Size | null {
  try {
    const size = written(bytes, new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    return size === null || size.width < 1 || size.height < 1 ? null : size
  } catch (cause) {
    if (cause instanceof RangeError) return null
    throw cause
  }
}

function written(bytes: Bytes, view: DataView): Size | null {
  const mark = String.fromCharCode(...bytes.subarray(0, 4))
  if (mark === '\u0089PNG') return { width: view.getUint32(16), height: view.getUint32(20) }
  if (mark.startsWith('BM')) return { width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) }
  if (mark === 'RIFF') return ofWebp(bytes, view)
  if (mark === 'II*\0' || mark === 'MM\0*') return ofTiff(view, mark === 'II*\0')
  return mark.startsWith('\u00ff\u00d8') ? ofJpeg(bytes, view) : null
}

function ofWebp(bytes: Bytes, view: DataView): Size | null {
  const kind = String.fromCharCode(...bytes.subarray(12, 16))
  const threeBytes = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16)
  if (kind === 'VP8X') return { width: threeBytes(24) + 1, height: threeBytes(27) + 1 }
  if (kind === 'VP8 ') return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  if (kind !== 'VP8L') return null
  const bits = view.getUint32(21, true)
  return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
}

function ofTiff(view: DataView, isLittle: boolean): Size | null {
  const at = view.getUint32(4, isLittle)
  const found = new Map<number, number>()
  for (let entry = at + 2, left = view.getUint16(at, isLittle); left > 0; entry += 12, left--) {
    const value = view.getUint16(entry + 2, isLittle) === SHORT ? view.getUint16(entry + 8, isLittle) : view.getUint32(entry + 8, isLittle)
    found.set(view.getUint16(entry, isLittle), value)
  }
  const [width, height] = [found.get(TIFF_WIDTH), found.get(TIFF_HEIGHT)]
  return width === undefined || height === undefined ? null : { width, height }
}

function ofJpeg(bytes: Bytes, view: DataView): Size | null {
  for (let at = 2; at + 9 < bytes.length;) {
    const marker = view.getUint16(at)
    if (marker >> 8 !== 0xff) return null
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && marker !== 0xffc4 && marker !== 0xffc8 && marker !== 0xffcc
    if (isFrame) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)]
      return isLying(bytes) ? { width: height, height: width } : { width, height }
    }
    at += 2 + view.getUint16(at + 2)
  }
  return null
}

function isLying(bytes: Bytes): boolean {
  const head = bytes.subarray(0, 500).join(' ')
  const at = head.indexOf(TURNED)
  return at >= 0 && LYING.has(Number(head[at + TURNED.length]))
}
