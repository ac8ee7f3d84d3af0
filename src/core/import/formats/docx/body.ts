import { inOneLine, type Block } from '../../markup/blocks'
import { ListCounter, labelled, listBlock } from '../../markup/lists'
import { childOf, elementsIn, type Element } from '../../markup/tree'
import { withTitle } from '../../markup/title'
import { InlineReader, type Aside } from './inline'
import { isOn, numberingOf, outlineOf, valueOf, type Style, type WordPackage } from './package'

/** Elements around blocks that mean nothing for the text. */
const WRAPPERS = new Set(['sdt', 'sdtContent', 'customXml', 'ins', 'moveTo', 'smartTag'])

/** The blocks of a Word document's body, and how many pictures it has. */
export function bodyBlocks(word: WordPackage, body: Element): { blocks: Block[]; pictures: number } {
  const reader = new BodyReader(word)
  const blocks = reader.blocks(body)
  return { blocks: withTitle(blocks), pictures: reader.pictures }
}

class BodyReader {
  pictures = 0
  private readonly inline: InlineReader
  private readonly lists = new ListCounter()
  /** Words of paragraphs whose end was deleted, which the next one goes on. */
  private joined = ''

  constructor(private readonly word: WordPackage) {
    this.inline = new InlineReader(word)
  }

  blocks(parent: Element): Block[] {
    return elementsIn(parent).flatMap((child): Block[] => {
      if (child.name === 'p') return this.paragraph(child)
      if (child.name === 'tbl') return this.table(child)
      if (child.name === 'AlternateContent') return this.blocks(elementsIn(child)[0] ?? child)
      return WRAPPERS.has(child.name) ? this.blocks(child) : []
    })
  }

  private paragraph(element: Element): Block[] {
    const properties = childOf(element, 'pPr')
    const style = this.word.styles.get(valueOf(properties, 'pStyle') ?? '') ?? {}
    const { words: own, aside } = this.inline.read(element)
    if (style.isContents === true) return []
    const words = this.joined + own
    const isEndDeleted = childOf(properties, 'rPr', 'del') !== undefined
    this.joined = isEndDeleted ? words : ''
    return [...(isEndDeleted || words.trim() === '' ? [] : [this.block(words, properties, style)]), ...this.asides(aside)]
  }

  private block(words: string, properties: Element | undefined, style: Style): Block {
    const level = outlineOf(properties) ?? style.heading
    const { label, depth } = this.label(properties, style)
    if (level !== undefined) return { kind: 'heading', level, words: labelled(label, words) }
    return label === '' ? { kind: 'paragraph', words } : listBlock(label, depth, words)
  }

  private label(properties: Element | undefined, style: Style): { label: string; depth: number } {
    const own = numberingOf(properties)
    const depth = own?.depth ?? style.numbering?.depth ?? 0
    const list = this.word.lists.get(own?.list ?? style.numbering?.list ?? '')
    return { label: list === undefined ? '' : this.lists.next(list.name, list.levels, depth), depth }
  }

  private asides({ boxes, notes, pictures }: Aside): Block[] {
    this.pictures += pictures
    return [
      ...boxes.flatMap((box) => this.blocks(box)),
      ...notes.map(({ number, note }): Block => ({ kind: 'paragraph', words: `〔${number}〕 ${inOneLine(this.blocks(note))}` })),
    ]
  }

  private table(element: Element): Block[] {
    const rows = rowsOf(element).filter((row) => !isDeleted(row)).map((row) => cellsOf(row).map((cell) => ({ cell, blocks: this.blocks(cell) })))
    // A table of one cell is a frame around text.
    if (rows.length === 1 && rows[0]!.length === 1) return rows[0]![0]!.blocks
    return [{ kind: 'table', rows: rows.map((row) => row.flatMap(({ cell, blocks }) => [inOneLine(blocks), ...mergedCells(cell)])) }]
  }
}

function rowsOf(table: Element): Element[] {
  return elementsIn(table).flatMap((child) => (child.name === 'tr' ? [child] : WRAPPERS.has(child.name) ? rowsOf(child) : []))
}

function cellsOf(row: Element): Element[] {
  return elementsIn(row).flatMap((child) => (child.name === 'tc' ? [child] : WRAPPERS.has(child.name) ? cellsOf(child) : []))
}

function isDeleted(row: Element): boolean {
  return isOn(childOf(row, 'trPr'), 'del')
}

/** A cell over several columns leaves those behind it empty. */
function mergedCells(cell: Element): string[] {
  const columns = Number(valueOf(cell, 'tcPr', 'gridSpan') ?? 1)
  return Array.from({ length: Math.min(Math.max(1, columns || 1), 64) - 1 }, () => '')
}
