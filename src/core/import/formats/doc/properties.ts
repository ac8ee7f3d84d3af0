import { lastUpTo, PLACES, positionsOf, propertiesIn, tableAt, viewOf, type Bytes } from './tables'

const PAGE = 512
const [IN_TABLE, ROW_END, OUTLINE, LIST, LIST_LEVEL, DEPTH] = [0x2416, 0x2417, 0x2640, 0x460b, 0x260a, 0x6649]
const [DELETED, HIDDEN] = [0x0800, 0x083c]

export interface ParagraphProperties {
  style: number
  isInTable: boolean
  /** The mark at a row's end, which is no cell. */
  isRowEnd: boolean
  /** Of tables within tables; 1 is a table in the body. */
  depth: number
  outline: number | undefined
  list: number
  listLevel: number
}

/** Properties of paragraphs by where their text stands in the file. */
export class ParagraphTable {
  private readonly starts: number[] = []
  private readonly changes: Bytes[] = []

  constructor(document: Bytes, tables: Bytes) {
    for (const { page, count } of pagesOf(document, tables, PLACES.paragraphs)) {
      for (let index = 0; index < count; index++) {
        const at = page[(count + 1) * 4 + index * 13]! * 2
        this.starts.push(viewOf(page).getUint32(index * 4, true))
        this.changes.push(at === 0 ? new Uint8Array() : page[at] === 0 ? page.subarray(at + 2, at + 2 + page[at + 1]! * 2) : page.subarray(at + 1, at + page[at]! * 2))
      }
    }
  }

  at(offset: number): ParagraphProperties {
    const changes = this.changes[lastUpTo(this.starts, offset)] ?? new Uint8Array()
    const properties: ParagraphProperties = {
      style: changes.length < 2 ? 0 : viewOf(changes).getUint16(0, true),
      isInTable: false, isRowEnd: false, depth: 0, outline: undefined, list: 0, listLevel: 0,
    }
    for (const [property, value] of propertiesIn(changes.subarray(2))) {
      if (property === IN_TABLE) properties.isInTable = value === 1
      else if (property === ROW_END) properties.isRowEnd = value === 1
      else if (property === OUTLINE) properties.outline = value
      else if (property === LIST) properties.list = value
      else if (property === LIST_LEVEL) properties.listLevel = value
      else if (property === DEPTH) properties.depth = value
    }
    return properties
  }
}

/** Stretches of the file whose text was deleted with changes tracked, or is hidden. */
export function unseenStretches(document: Bytes, tables: Bytes): (readonly [from: number, until: number])[] {
  const unseen: [number, number][] = []
  for (const { page, count } of pagesOf(document, tables, PLACES.runs)) {
    const view = viewOf(page)
    for (let index = 0; index < count; index++) {
      const at = page[(count + 1) * 4 + index]! * 2
      if (at === 0) continue
      for (const [property, value] of propertiesIn(page.subarray(at + 1, at + 1 + page[at]!))) {
        if ((property === DELETED || property === HIDDEN) && value === 1) unseen.push([view.getUint32(index * 4, true), view.getUint32((index + 1) * 4, true)])
      }
    }
  }
  return unseen
}

/** The pages of properties that a table lists, each with how many entries it has. */
function* pagesOf(document: Bytes, tables: Bytes, place: number): Generator<{ page: Bytes; count: number }> {
  const table = tableAt(viewOf(document), tables, place)
  const { positions, dataAt } = positionsOf(table, 4)
  for (let index = 0; index + 1 < positions.length; index++) {
    const start = (viewOf(table).getUint32(dataAt(index), true) & 0x3fffff) * PAGE
    const page = document.subarray(start, start + PAGE)
    if (page.length < PAGE) throw new RangeError('page')
    yield { page, count: Math.min(page[PAGE - 1]!, 101) }
  }
}
