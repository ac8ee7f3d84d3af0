import type { Block } from '../../markup/blocks'
import { escaped } from '../../markup/inline'
import { childOf, descendantsOf, elementsIn, textIn, type Element } from '../../markup/tree'
import { paragraphs } from './shapes'

const MOST_POINTS = 1000

/** A chart's title and its figures as a table: a row for each category, a column for each series. */
export function chartBlocks(tree: Element | undefined): Block[] {
  const chart = childOf(tree, 'chartSpace', 'chart')
  if (chart === undefined) return []
  const title = paragraphs(childOf(chart, 'title', 'tx', 'rich'))
  const series = descendantsOf(childOf(chart, 'plotArea') ?? chart, 'ser')
  const categories = series.map((one) => points(childOf(one, 'cat') ?? childOf(one, 'xVal'))).find((names) => names.length > 0) ?? []
  const columns = series.map((one) => points(childOf(one, 'val') ?? childOf(one, 'yVal')))
  const length = Math.min(MOST_POINTS, Math.max(categories.length, ...columns.map((column) => column.length), 0))
  const rows = Array.from({ length }, (_, index) => [categories[index] ?? '', ...columns.map((column) => column[index] ?? '')])
  const names = ['', ...series.map((one) => points(childOf(one, 'tx')).join(' '))]
  return rows.length === 0 ? title : [...title, { kind: 'table', rows: [names, ...rows] }]
}

/** The texts of a diagram (SmartArt), one after the other. */
export function diagramBlocks(tree: Element | undefined): Block[] {
  const list = childOf(tree, 'dataModel', 'ptLst')
  return list === undefined ? [] : elementsIn(list, 'pt').flatMap((point) => paragraphs(childOf(point, 't')))
}

/** The points of a series as they were saved with the chart. */
function points(reference: Element | undefined): string[] {
  const found: string[] = []
  for (const point of reference === undefined ? [] : descendantsOf(reference, 'pt')) {
    const at = Number(point.attributes.idx)
    if (at >= 0 && at < MOST_POINTS) found[at] = escaped(textIn(childOf(point, 'v') ?? point)).trim()
  }
  return Array.from(found, (text) => text ?? '')
}
