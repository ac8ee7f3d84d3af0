type Bytes = Uint8Array<ArrayBuffer>

const MOST_PAGES = 5_000
const ENTRY = 12
const HEADER = 8

/** Where the directory of each page of a TIFF file is; null for any other file. A list that is cut short or runs in a circle ends there. */
export function tiffPages(bytes: Bytes): number[] | null {
  const isLittle = isLittleEndian(bytes)
  if (isLittle === null) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const pages = new Set<number>()
  for (let at = view.getUint32(4, isLittle); at !== 0 && at + 2 <= bytes.length && !pages.has(at) && pages.size < MOST_PAGES;) {
    const next = at + 2 + view.getUint16(at, isLittle) * ENTRY
    if (next > bytes.length) break
    pages.add(at)
    at = next + 4 <= bytes.length ? view.getUint32(next, isLittle) : 0
  }
  return [...pages]
}

/** The same file with its page `number`, from 1, as the first: programs that read a single page read that one. */
export function tiffFrom(bytes: Bytes, number: number): Bytes {
  const offset = tiffPages(bytes)?.[number - 1]
  if (offset === undefined || number === 1) return bytes
  const copy = bytes.slice()
  new DataView(copy.buffer).setUint32(4, offset, isLittleEndian(bytes) === true)
  return copy
}

function isLittleEndian(bytes: Bytes): boolean | null {
  if (bytes.length < HEADER) return null
  const mark = String.fromCharCode(...bytes.subarray(0, 4))
  return mark === 'II*\0' ? true : mark === 'MM\0*' ? false : null
}
