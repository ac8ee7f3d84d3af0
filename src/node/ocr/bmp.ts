import type { Raster } from '../pdf/raster'

type Bytes = Uint8Array<ArrayBuffer>

const PLAIN = 0
const MASKS = 3
const HEADER = 14

/** A Windows bitmap in grey; null where it is cut short or packed in a way that programs hardly write any more. */
export function greyOfBmp(bytes: Bytes): Raster | null {
  try {
    return read(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  } catch (cause) {
    if (cause instanceof RangeError) return null
    throw cause
  }
}

function read(view: DataView): Raster | null {
  const [width, tall, bits] = [view.getInt32(18, true), view.getInt32(22, true), view.getUint16(28, true)]
  const packing = view.getUint32(30, true)
  const isPlain = packing === PLAIN || (packing === MASKS && bits === 32)
  if (!isPlain || width < 1 || tall === 0 || ![1, 4, 8, 24, 32].includes(bits)) return null
  const height = Math.abs(tall)
  const start = view.getUint32(10, true)
  const row = ((width * bits + 31) >> 5) * 4
  const palette = bits <= 8 ? paletteOf(view, bits) : []
  const grey = new Uint8Array(width * height)
  for (let y = 0, at = 0; y < height; y++) {
    // The rows run upwards, unless the height is negative.
    const from = start + (tall > 0 ? height - 1 - y : y) * row
    for (let x = 0; x < width; x++) {
      if (bits > 8) grey[at++] = greyAt(view, from + x * (bits >> 3))
      else {
        const bit = x * bits
        const index = (view.getUint8(from + (bit >> 3)) >> (8 - bits - (bit & 7))) & ((1 << bits) - 1)
        grey[at++] = palette[index] ?? 255
      }
    }
  }
  return { width, height, grey }
}

function paletteOf(view: DataView, bits: number): number[] {
  const start = HEADER + view.getUint32(HEADER, true)
  const colours = view.getUint32(46, true) || 1 << bits
  return Array.from({ length: Math.min(colours, 1 << bits) }, (_, index) => greyAt(view, start + index * 4))
}

/** Blue, green and red, in this order. */
function greyAt(view: DataView, at: number): number {
  return (view.getUint8(at) * 29 + view.getUint8(at + 1) * 150 + view.getUint8(at + 2) * 77) >> 8
}
