import type { ListLevel } from '../../markup/lists'
import { PLACES, tableAt, viewOf, type Bytes } from './tables'

/** Number formats ([MS-OSHARED] 2.2.1.3) by the names that `labelOf` knows. */
const FORMATS: Readonly<Record<number, string>> = {
  0: 'decimal', 1: 'upperRoman', 2: 'lowerRoman', 3: 'upperLetter', 4: 'lowerLetter', 10: 'ideographDigital', 11: 'japaneseCounting',
  14: 'decimalFullWidth', 18: 'decimalEnclosedCircle', 22: 'decimalZero', 23: 'bullet', 28: 'decimalEnclosedCircle', 30: 'ideographTraditional', 31: 'ideographZodiac',
  33: 'taiwaneseCounting', 35: 'taiwaneseCountingThousand', 36: 'taiwaneseDigital', 37: 'chineseCounting', 39: 'chineseCountingThousand', 255: 'none',
}

/** The lists that paragraphs name by number, from 1. */
export function listsOf(document: Bytes, tables: Bytes): Map<number, { name: string; levels: ListLevel[] }> {
  const named = new Map<number, { name: string; levels: ListLevel[] }>()
  const overrides = tableAt(viewOf(document), tables, PLACES.listOverrides)
  const definitions = definitionsOf(viewOf(document), tables)
  const view = viewOf(overrides)
  const count = overrides.length < 4 ? 0 : view.getUint32(0, true)
  for (let index = 0; index < count && 8 + index * 16 <= overrides.length; index++) {
    const id = view.getInt32(4 + index * 16, true)
    const levels = definitions.get(id)
    if (levels !== undefined) named.set(index + 1, { name: String(id), levels })
  }
  return named
}

function definitionsOf(document: DataView, tables: Bytes): Map<number, ListLevel[]> {
  const table = tableAt(document, tables, PLACES.lists)
  const definitions = new Map<number, ListLevel[]>()
  if (table.length < 2) return definitions
  const heads = viewOf(table)
  const count = heads.getUint16(0, true)
  // The levels stand right behind the table, beyond the length it states.
  const view = viewOf(tables)
  let at = table.byteOffset - tables.byteOffset + 2 + count * 28
  for (let index = 0; index < count; index++) {
    const isSimple = (table[2 + index * 28 + 26]! & 1) !== 0
    const levels: ListLevel[] = []
    for (let depth = 0; depth < (isSimple ? 1 : 9); depth++) {
      const [start, format] = [view.getInt32(at, true), tables[at + 4]!]
      at += 28 + tables[at + 24]! + tables[at + 25]!
      const length = view.getUint16(at, true)
      const pattern = new TextDecoder('utf-16le').decode(tables.subarray(at + 2, at + 2 + length * 2))
      at += 2 + length * 2
      levels.push({ format: FORMATS[format] ?? 'decimal', start, pattern: pattern.replace(/[\0-\u0008]/gu, (level) => `%${level.charCodeAt(0) + 1}`) })
    }
    definitions.set(heads.getInt32(2 + index * 28, true), levels)
  }
  return definitions
}
