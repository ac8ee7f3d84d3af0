/** A picture in grey: a byte for each point, 0 black, row by row from the top. */
export interface Raster {
  width: number
  height: number
  grey: Uint8Array<ArrayBuffer>
}

/** How a PDF library gives a decoded picture: one bit, three or four bytes for each point. */
export interface DecodedPicture {
  width: number
  height: number
  kind: number
  data: Uint8Array | Uint8ClampedArray
}

/** The library's names for what a picture's bytes are. */
const BITS = 1
const RGB = 2

const WHITE = 255

/** A picture's greys; null where its bytes are fewer than its size says. */
export function greyOf({ width, height, kind, data }: DecodedPicture): Raster | null {
  const grey = new Uint8Array(width * height)
  if (kind === BITS) {
    const row = (width + 7) >> 3
    if (data.length < row * height) return null
    for (let y = 0, at = 0; y < height; y++) {
      for (let x = 0; x < width; x++) grey[at++] = (data[y * row + (x >> 3)]! >> (7 - (x & 7))) & 1 ? WHITE : 0
    }
    return { width, height, grey }
  }
  const step = kind === RGB ? 3 : 4
  if (data.length < grey.length * step) return null
  for (let at = 0, from = 0; at < grey.length; at++, from += step) {
    grey[at] = (data[from]! * 77 + data[from + 1]! * 150 + data[from + 2]! * 29) >> 8
  }
  return { width, height, grey }
}

/** A white raster. */
export function blank(width: number, height: number): Raster {
  return { width, height, grey: new Uint8Array(width * height).fill(WHITE) }
}

/** Six numbers that take a point of the unit square, y upwards, to a point of the page. */
export type Matrix = readonly [number, number, number, number, number, number]

/** Sets a picture into the page, darker over lighter; its points are averaged where it shrinks, and blended where it grows. */
export function place(page: Raster, picture: Raster, [a, b, c, d, e, f]: Matrix): void {
  const area = a * d - b * c
  if (Math.abs(area) < 1) return
  const corners = [[e, f], [e + a, f + b], [e + c, f + d], [e + a + c, f + b + d]] as const
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  const [left, right] = [Math.max(0, Math.floor(Math.min(...xs))), Math.min(page.width, Math.ceil(Math.max(...xs)))]
  const [top, bottom] = [Math.max(0, Math.floor(Math.min(...ys))), Math.min(page.height, Math.ceil(Math.max(...ys)))]
  const samples = Math.min(4, Math.max(1, Math.round(Math.sqrt((picture.width * picture.height) / Math.abs(area)))))
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      let [sum, inside] = [0, 0]
      for (let sample = 0; sample < samples * samples; sample++) {
        const px = x + ((sample % samples) + 0.5) / samples - e
        const py = y + (Math.floor(sample / samples) + 0.5) / samples - f
        const [u, v] = [(d * px - c * py) / area, 1 - (a * py - b * px) / area]
        if (u < 0 || u >= 1 || v < 0 || v >= 1) continue
        sum += greyAt(picture, u * picture.width - 0.5, v * picture.height - 0.5)
        inside++
      }
      const at = y * page.width + x
      if (inside > 0) page.grey[at] = Math.min(page.grey[at]!, Math.round(sum / inside))
    }
  }
}

function greyAt({ width, height, grey }: Raster, x: number, y: number): number {
  const [left, top] = [Math.max(0, Math.floor(x)), Math.max(0, Math.floor(y))]
  const [right, bottom] = [Math.min(width - 1, left + 1), Math.min(height - 1, top + 1)]
  const [across, down] = [Math.min(1, Math.max(0, x - left)), Math.min(1, Math.max(0, y - top))]
  const upper = grey[top * width + left]! * (1 - across) + grey[top * width + right]! * across
  const lower = grey[bottom * width + left]! * (1 - across) + grey[bottom * width + right]! * across
  return upper * (1 - down) + lower * down
}

/** As a portable grey map, which every program for pictures reads. */
export function portableGreyMap({ width, height, grey }: Raster): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`)
  const bytes = new Uint8Array(head.length + grey.length)
  bytes.set(head)
  bytes.set(grey, head.length)
  return bytes
}
