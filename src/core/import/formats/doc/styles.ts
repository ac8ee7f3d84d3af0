import { PLACES, tableAt, viewOf, type Bytes } from './tables'

const TITLE = 62
const NO_STYLE = 0xfff
const LONGEST_CHAIN = 20

export interface DocStyle {
  /** Of a heading, from 1; 0 is the title. */
  heading?: number
  isContents?: boolean
}

/** What each style makes of its paragraphs, by its number: headings, the title and tables of contents are built in. */
export function stylesOf(document: Bytes, tables: Bytes): DocStyle[] {
  const table = tableAt(viewOf(document), tables, PLACES.styles)
  if (table.length < 6) return []
  const view = viewOf(table)
  const styles: { builtIn: number; base: number }[] = []
  for (let at = 2 + view.getUint16(0, true); at + 2 <= table.length;) {
    const length = view.getUint16(at, true)
    const isThere = length >= 4 && at + 6 <= table.length
    styles.push(isThere ? { builtIn: view.getUint16(at + 2, true) & 0xfff, base: view.getUint16(at + 4, true) >> 4 } : { builtIn: NO_STYLE, base: NO_STYLE })
    at += 2 + length + (length % 2)
  }
  const resolve = (index: number, left: number): DocStyle => {
    const style = styles[index]
    if (style === undefined || left === 0) return {}
    if (style.builtIn >= 1 && style.builtIn <= 9) return { heading: style.builtIn }
    if (style.builtIn === TITLE) return { heading: 0 }
    if (style.builtIn >= 19 && style.builtIn <= 27) return { isContents: true }
    return resolve(style.base, left - 1)
  }
  return styles.map((_, index) => resolve(index, LONGEST_CHAIN))
}
