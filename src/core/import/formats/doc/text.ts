import { lastUpTo, PLACES, positionsOf, tableAt, viewOf, type Bytes } from './tables'

const COMPRESSED = 0x40000000

/** All the text of a Word file, notes and boxes behind the body, and where each character stands in the file. */
export class PieceText {
  readonly text: string
  private readonly starts: number[] = []
  private readonly pieces: { offset: number; width: number; start: number; end: number }[] = []

  constructor(document: Bytes, tables: Bytes) {
    const table = pieceTable(tableAt(viewOf(document), tables, PLACES.pieces))
    const view = viewOf(table)
    const { positions, dataAt } = positionsOf(table, 8)
    const parts: string[] = []
    // No two pieces share text, so that there is no more of it than the file has bytes.
    if ((positions.at(-1) ?? 0) > document.length) throw new RangeError('pieces')
    for (let index = 0; index + 1 < positions.length; index++) {
      const [start, end] = [positions[index]!, positions[index + 1]!]
      const place = view.getUint32(dataAt(index) + 2, true)
      const width = (place & COMPRESSED) === 0 ? 2 : 1
      const offset = width === 2 ? place & 0x3fffffff : (place & 0x3fffffff) >> 1
      const length = (end - start) * width
      if (length < 0 || offset + length > document.length || start !== (this.pieces.at(-1)?.end ?? 0)) throw new RangeError('piece')
      parts.push(new TextDecoder(width === 2 ? 'utf-16le' : 'windows-1252', { ignoreBOM: true }).decode(document.subarray(offset, offset + length)))
      this.starts.push(start)
      this.pieces.push({ offset, width, start, end })
    }
    this.text = parts.join('')
  }

  /** The offset in the file of the character at a position. */
  offsetOf(position: number): number {
    const piece = this.pieces[lastUpTo(this.starts, position)]
    return piece === undefined ? 0 : piece.offset + (position - piece.start) * piece.width
  }

  /** For each character whether the stretches of the file, in order, cover it. */
  covered(stretches: readonly (readonly [from: number, until: number])[], fileLength: number): Uint8Array {
    const bytes = new Uint8Array(fileLength)
    let done = 0
    for (const [from, until] of stretches.toSorted((a, b) => a[0] - b[0])) {
      bytes.fill(1, Math.max(from, done), until)
      done = Math.max(done, until)
    }
    const covered = new Uint8Array(this.text.length)
    for (const { offset, width, start, end } of this.pieces) {
      for (let position = start; position < end; position++) covered[position] = bytes[offset + (position - start) * width]!
    }
    return covered
  }
}

/** The piece table, behind the property changes that may stand before it. */
function pieceTable(pieces: Bytes): Bytes {
  const view = viewOf(pieces)
  let at = 0
  while (pieces[at] === 1) at += 3 + view.getUint16(at + 1, true)
  if (pieces[at] !== 2) throw new RangeError('piece table')
  return pieces.subarray(at + 5, at + 5 + view.getUint32(at + 1, true))
}
