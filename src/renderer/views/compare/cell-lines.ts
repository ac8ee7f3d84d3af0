import type { Cell, CellPassage, Row } from '#api'

/** One line of a cell: words, the passage they lead to, and what the core adds to them. */
export interface CellLine {
  text: string
  passage: CellPassage | undefined
  /** Not the source's own words at this place, such as what a coined term stands for. */
  note: string
}

/** What separates the items of a cell's summary. */
const SEPARATOR = '；'

/**
 * A cell as it is shown. Where the passages say all that the summary says, only they are shown; a field keeps its value
 * and leads to the first passage that names it.
 */
export function linesOf(kind: Row['kind'], { summary, passages }: Cell): CellLine[] {
  if (passages.length === 0) return summary === '' ? [] : [{ text: summary, passage: undefined, note: '' }]
  if (kind === 'field') return [{ text: summary, passage: passages[0], note: '' }]
  const items = summary.split(SEPARATOR)
  return passages.map((passage, index) => {
    const item = items.length === passages.length ? items[index]! : ''
    return { text: passage.text, passage, note: item.startsWith(passage.text) ? item.slice(passage.text.length) : '' }
  })
}
