import { inOneLine, type Block } from '../../markup/blocks'
import { ListCounter, labelled, listBlock } from '../../markup/lists'
import { withTitle } from '../../markup/title'
import { childOf, elementsIn, type Element } from '../../markup/tree'
import { Words } from '../../markup/words'
import type { OdtStyles } from './styles'

/** Empty cells, spaces and rows are written once, with how often they stand there. */
const MOST_REPEATED = 64

export function bodyBlocks(body: Element, styles: OdtStyles): { blocks: Block[]; pictures: number } {
  const reader = new BodyReader(styles)
  return { blocks: withTitle(reader.blocks(body)), pictures: reader.pictures }
}

/** Where a paragraph stands within lists. */
interface ListPlace {
  style: string | undefined
  depth: number
  /** The item's first paragraph, which has the label. */
  isFirst: boolean
}

class BodyReader {
  pictures = 0
  private noteCount = 0
  private readonly lists = new ListCounter()
  private asides: Block[] = []

  constructor(private readonly styles: OdtStyles) {}

  blocks(parent: Element, place?: ListPlace): Block[] {
    return elementsIn(parent).flatMap((child): Block[] => {
      switch (child.name) {
        case 'p': case 'h': {
          const made = this.paragraph(child, place)
          if (place !== undefined) place.isFirst = false
          return made
        }
        case 'list': return this.list(child, place)
        case 'table': return this.table(child)
        case 'frame': case 'custom-shape': case 'rect': case 'g': case 'a': case 'text-box': return this.frame(child)
        case 'section': case 'list-header': case 'index-body': case 'table-header-rows': return this.blocks(child, place)
        default: return []
      }
    })
  }

  private paragraph(element: Element, place: ListPlace | undefined): Block[] {
    const { attributes } = element
    const style = attributes['style-name']
    const outside = this.asides
    this.asides = []
    const words = new Words()
    this.walk(element, words)
    const own = words.take()
    const asides = this.asides
    this.asides = outside
    return [...(own.trim() === '' ? [] : [this.block(element, own, style, place)]), ...asides]
  }

  private block({ name, attributes }: Element, words: string, style: string | undefined, place: ListPlace | undefined): Block {
    const label = place?.isFirst === true ? this.label(place, style) : ''
    if (name === 'h') return { kind: 'heading', level: Number(attributes['outline-level'] ?? 1) || 1, words: labelled(label, words) }
    if (this.styles.isTitle(style)) return { kind: 'heading', level: 0, words }
    return label === '' ? { kind: 'paragraph', words } : listBlock(label, place!.depth, words)
  }

  private label({ style: listStyle, depth }: ListPlace, paragraphStyle: string | undefined): string {
    const list = listStyle ?? this.styles.listOf(paragraphStyle)
    const levels = this.styles.levels(list)
    return levels.length === 0 ? '' : this.lists.next(list ?? '', levels, depth)
  }

  private list(element: Element, outer: ListPlace | undefined): Block[] {
    const style = element.attributes['style-name'] ?? outer?.style
    const depth = outer === undefined ? 0 : outer.depth + 1
    return elementsIn(element).flatMap((item) => this.blocks(item, { style, depth, isFirst: item.name === 'list-item' }))
  }

  private table(element: Element): Block[] {
    const rows = rowsOf(element).map((row) => elementsIn(row)
      .filter(({ name }) => name === 'table-cell' || name === 'covered-table-cell')
      .flatMap((cell) => {
        const blocks = this.blocks(cell)
        return Array.from({ length: blocks.length === 0 ? repeated(cell.attributes['number-columns-repeated']) : 1 }, () => blocks)
      }))
    // A table of one cell is a frame around text.
    if (rows.length === 1 && rows[0]!.length === 1) return rows[0]![0]!
    return [{ kind: 'table', rows: rows.map((row) => row.map(inOneLine)) }]
  }

  private frame(element: Element): Block[] {
    if (childOf(element, 'image') !== undefined) this.pictures++
    return this.blocks(element)
  }

  private walk(parent: Element, words: Words): void {
    for (const child of parent.children) {
      if (typeof child === 'string') words.add(child.replace(/\s+/gu, ' '))
      else this.visit(child, words)
    }
  }

  private visit(element: Element, words: Words): void {
    const { name, attributes } = element
    switch (name) {
      case 's': return words.add(' '.repeat(repeated(attributes.c)))
      case 'tab': return words.add(' ')
      case 'line-break': return words.add('\n')
      case 'a': return words.linked(attributes.href, () => this.walk(element, words))
      case 'note': return this.note(element, words)
      case 'frame': case 'custom-shape': case 'rect': case 'g': return void this.asides.push(...this.frame(element))
      case 'span': return this.styles.isHidden(attributes['style-name']) ? undefined : this.walk(element, words)
      default: return this.walk(element, words)
    }
  }

  private note(element: Element, words: Words): void {
    const number = ++this.noteCount
    words.add(`〔${number}〕`)
    const body = childOf(element, 'note-body')
    this.asides.push({ kind: 'paragraph', words: `〔${number}〕 ${body === undefined ? '' : inOneLine(this.blocks(body))}` })
  }
}

function rowsOf(table: Element): Element[] {
  return elementsIn(table).flatMap((child) => (child.name === 'table-row' ? [child] : /^table-(?:header-rows|rows|row-group)$/u.test(child.name) ? rowsOf(child) : []))
}

function repeated(count: string | undefined): number {
  return Math.min(Math.max(1, Number(count ?? 1) || 1), MOST_REPEATED)
}
