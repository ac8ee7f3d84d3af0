import { PLACES, positionsOf, tableAt, viewOf, type Bytes } from './tables'

/** Where in the file information block the lengths of the texts stand, in the order of the texts. */
const LENGTHS = { body: 76, notes: 80, headers: 84, macros: 88, remarks: 92, endnotes: 96, boxes: 100 }

/** A stretch of the whole text that stands aside from the body, and the place in the body it belongs to. */
export interface AsideText {
  kind: 'note' | 'box'
  anchor: number
  start: number
  end: number
}

/** How long the body is, and its footnotes, endnotes and text boxes in the order of their places. */
export function asidesOf(document: Bytes, tables: Bytes): { bodyLength: number; asides: AsideText[] } {
  const view = viewOf(document)
  const length = (name: keyof typeof LENGTHS) => view.getUint32(LENGTHS[name], true)
  const notesAt = length('body')
  const endnotesAt = notesAt + length('notes') + length('headers') + length('macros') + length('remarks')
  const table = (place: number) => tableAt(view, tables, place)
  const asides = [
    ...notes(table(PLACES.noteReferences), table(PLACES.notes), notesAt),
    ...notes(table(PLACES.endnoteReferences), table(PLACES.endnotes), endnotesAt),
    ...boxes(table(PLACES.shapes), table(PLACES.boxes), endnotesAt + length('endnotes'), notesAt),
  ]
  const total = asides.reduce((sum, { start, end }) => sum + Math.max(0, end - start), notesAt)
  if (total > document.length) throw new RangeError('asides')
  return { bodyLength: notesAt, asides: asides.toSorted((a, b) => a.anchor - b.anchor) }
}

function notes(references: Bytes, texts: Bytes, base: number): AsideText[] {
  const { positions: anchors } = positionsOf(references, 2)
  const { positions } = positionsOf(texts, 0)
  return anchors.slice(0, -1).flatMap((anchor, index): AsideText[] => {
    const [start, end] = [positions[index], positions[index + 1]]
    return start === undefined || end === undefined ? [] : [{ kind: 'note', anchor, start: base + start, end: base + end }]
  })
}

/** Boxes know the shape they fill, and shapes know where they are anchored; a box of no shape stands at the end. */
function boxes(shapes: Bytes, texts: Bytes, base: number, bodyLength: number): AsideText[] {
  const { positions: anchors, dataAt: shapeAt } = positionsOf(shapes, 26)
  const anchorOf = new Map(anchors.slice(0, -1).map((anchor, index) => [viewOf(shapes).getUint32(shapeAt(index), true), anchor]))
  const { positions, dataAt } = positionsOf(texts, 22)
  return positions.slice(0, -1).map((start, index): AsideText => ({
    kind: 'box',
    anchor: anchorOf.get(viewOf(texts).getUint32(dataAt(index) + 14, true)) ?? bodyLength,
    start: base + start,
    end: base + positions[index + 1]!,
  }))
}
