/** Where in the file information block each table's place stands ([MS-DOC] 2.5.6 to 2.5.9). */
const TABLES = 154
export const PLACES = { styles: 1, noteReferences: 2, notes: 3, runs: 12, paragraphs: 13, pieces: 33, shapes: 40, endnoteReferences: 46, endnotes: 47, boxes: 56, lists: 73, listOverrides: 74 }

export type Bytes = Uint8Array<ArrayBuffer>

export function viewOf(bytes: Bytes): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** One of the tables that the file information block names; empty where it names none. */
export function tableAt(document: DataView, tables: Bytes, place: number): Bytes {
  const [start, length] = [document.getUint32(TABLES + place * 8, true), document.getUint32(TABLES + place * 8 + 4, true)]
  if (start + length > tables.length) throw new RangeError('table')
  return tables.subarray(start, start + length)
}

/** A list of positions, each but the last with data of one size behind them all. */
export function positionsOf(table: Bytes, size: number): { positions: number[]; dataAt: (index: number) => number } {
  const count = table.length < 4 ? 0 : Math.floor((table.length - 4) / (4 + size))
  const view = viewOf(table)
  const positions = count === 0 ? [] : Array.from({ length: count + 1 }, (_, index) => view.getUint32(index * 4, true))
  return { positions, dataAt: (index) => (count + 1) * 4 + index * size }
}

/** The index of the last number that is not above `wanted`; -1 before the first. */
export function lastUpTo(numbers: readonly number[], wanted: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (numbers[middle]! <= wanted) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Each property of a list of changes ([MS-DOC] 2.6.1) with the number it is set to. */
export function* propertiesIn(changes: Bytes): Generator<[property: number, value: number]> {
  const view = viewOf(changes)
  for (let at = 0; at + 3 <= changes.length;) {
    const property = view.getUint16(at, true)
    at += 2
    const kind = property >> 13
    if (kind === 6) {
      at += property === 0xd608 && at + 2 <= changes.length ? view.getUint16(at, true) + 1 : changes[at]! + 1
      continue
    }
    const size = kind < 2 ? 1 : kind === 3 ? 4 : kind === 7 ? 3 : 2
    if (at + size > changes.length) return
    yield [property, size === 1 ? changes[at]! : size === 4 ? view.getUint32(at, true) : view.getUint16(at, true)]
    at += size
  }
}
