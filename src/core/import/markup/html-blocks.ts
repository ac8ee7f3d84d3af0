import { inOneLine, type Block } from './blocks'
import { elementsIn, textIn, type Element } from './tree'
import { Words } from './words'

/** Elements of a page that hold no words to read; `rt` and `rp` so that ruby keeps its base alone, `del` as it was deleted. */
export const WORDLESS: ReadonlySet<string> = new Set([
  'script', 'style', 'noscript', 'template', 'iframe', 'frame', 'object', 'embed', 'applet', 'svg', 'canvas', 'audio', 'video', 'link', 'meta', 'base', 'map',
  'select', 'button', 'input', 'textarea', 'datalist', 'rt', 'rp', 'rtc', 'dialog', 'del',
])

const BLOCKS = new Set([
  'address', 'article', 'aside', 'blockquote', 'body', 'caption', 'center', 'dd', 'details', 'dir', 'div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure', 'footer', 'form',
  'header', 'hgroup', 'hr', 'html', 'legend', 'main', 'menu', 'nav', 'p', 'pre', 'search', 'section', 'summary',
])
const HAN = String.raw`\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—`
/** Browsers show a line's end as a space; between Han it is only where the source was wrapped. */
const WRAPPED = new RegExp(String.raw`(?<=[${HAN}])[^\S\n]*\n\s*(?=[${HAN}])`, 'gu')
const WIDEST_SPAN = 64
/** A cell with more than so many characters in more than one block is part of the page's layout. */
const LONGEST_CELL = 300

/** The blocks of a page or a part of one, and how many pictures it has. */
export function htmlBlocks(root: Element): { blocks: Block[]; pictures: number } {
  const reader = new HtmlReader()
  return { blocks: reader.read(root), pictures: reader.pictures }
}

/** Whether the page itself says that nobody is to see this. */
export function isHidden({ attributes }: Element): boolean {
  return attributes.hidden !== undefined || /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu.test(attributes.style ?? '')
}

class HtmlReader {
  pictures = 0
  private words = new Words()
  private blocks: Block[] = []
  /** The item whose first words come next. */
  private item: { marker: string; depth: number } | null = null
  private depth = -1
  private isPreformatted = false

  read(root: Element): Block[] {
    this.walk(root)
    this.flush()
    return this.blocks
  }

  private walk(parent: Element): void {
    for (const child of parent.children) {
      if (typeof child === 'string') this.text(child)
      else if (!isHidden(child)) this.visit(child)
    }
  }

  private text(text: string): void {
    this.words.add(this.isPreformatted ? text : text.replace(/\r\n?/gu, '\n').replace(WRAPPED, '').replace(/\s+/gu, ' '))
  }

  private visit(element: Element): void {
    const { name, attributes } = element
    if (/^h[1-6]$/u.test(name)) return this.heading(element, Number(name[1]))
    if (BLOCKS.has(name)) return this.block(element)
    switch (name) {
      case 'br': return this.words.add('\n')
      case 'img': case 'picture': return void this.pictures++
      case 'a': return this.anchor(element, attributes.href)
      case 'ul': case 'ol': return this.list(element)
      case 'li': return this.flush(), this.walk(element), this.flush()
      case 'table': return this.table(element)
      case 'q': this.words.add('“'); this.walk(element); return this.words.add('”')
      case 'title': case 'head': return undefined
      default: return this.walk(element)
    }
  }

  /** A link around whole blocks is no link of words; a number that leads to a place in the page is one of a note. */
  private anchor(element: Element, address: string | undefined): void {
    const note = address?.startsWith('#') === true ? /^\s*\[?(\d{1,3})\]?\s*$/u.exec(textIn(element))?.[1] : undefined
    if (note !== undefined) this.words.add(`〔${note}〕`)
    else if (address === undefined || hasBlocks(element)) this.walk(element)
    else this.words.linked(address, () => this.walk(element))
  }

  private heading(element: Element, level: number): void {
    this.flush()
    this.walk(element)
    const words = tidied(this.words.take())
    if (words !== '') this.blocks.push({ kind: 'heading', level, words })
  }

  private block(element: Element): void {
    const outside = this.isPreformatted
    this.flush()
    this.isPreformatted = outside || element.name === 'pre'
    this.walk(element)
    this.flush()
    this.isPreformatted = outside
  }

  private list(list: Element): void {
    this.flush()
    this.depth++
    let number = Number(list.attributes.start ?? 1) || 1
    for (const child of elementsIn(list)) {
      if (isHidden(child)) continue
      if (child.name === 'li') {
        number = Number(child.attributes.value ?? number) || number
        this.item = { marker: list.name === 'ol' ? `${Math.min(Math.max(0, number++), 999_999)}.` : '-', depth: this.depth }
      }
      this.visit(child)
      this.flush()
      this.item = null
    }
    this.depth--
  }

  private table(table: Element): void {
    this.flush()
    const rows = rowsOf(table).map((row) => cellsOf(row).map((element) => ({ element, blocks: this.inside(element) })))
    const cells = rows.flat()
    const captions = elementsIn(table, 'caption').flatMap((caption) => this.inside(caption))
    this.blocks.push(...captions)
    if (cells.length < 2 || cells.some(({ blocks }) => isLayout(blocks))) this.blocks.push(...cells.flatMap(({ blocks }) => blocks))
    else this.blocks.push({ kind: 'table', rows: spanned(rows) })
  }

  /** The blocks of an element by itself. */
  private inside(element: Element): Block[] {
    const outside = { words: this.words, blocks: this.blocks, item: this.item, depth: this.depth }
    Object.assign(this, { words: new Words(), blocks: [], item: null, depth: -1 })
    this.walk(element)
    this.flush()
    const { blocks } = this
    Object.assign(this, outside)
    return blocks
  }

  private flush(): void {
    const words = tidied(this.words.take())
    if (words === '') return
    this.blocks.push(this.item === null ? { kind: 'paragraph', words } : { kind: 'item', ...this.item, words })
    this.item = null
  }
}

function tidied(words: string): string {
  return words.split('\n').map((line) => line.replace(/[^\S\n]+/gu, ' ').trim()).filter((line) => line !== '').join('\n')
}

function hasBlocks(element: Element): boolean {
  return elementsIn(element).some((child) => BLOCKS.has(child.name) || /^(?:h[1-6]|ul|ol|li|table)$/u.test(child.name) || hasBlocks(child))
}

function isLayout(blocks: readonly Block[]): boolean {
  return blocks.some(({ kind }) => kind === 'heading' || kind === 'table')
    || (blocks.length > 1 && inOneLine(blocks).length > LONGEST_CELL)
}

function rowsOf(table: Element): Element[] {
  return elementsIn(table).flatMap((child) => (child.name === 'tr' ? [child] : /^(?:thead|tbody|tfoot)$/u.test(child.name) ? rowsOf(child) : []))
}

function cellsOf(row: Element): Element[] {
  return elementsIn(row).filter(({ name }) => name === 'td' || name === 'th')
}

/** The cells' words; those over several columns or rows leave the others they cover empty. */
function spanned(rows: readonly { element: Element; blocks: Block[] }[][]): string[][] {
  const below: number[] = []
  return rows.map((row) => {
    const written: string[] = []
    const skipCovered = () => {
      while ((below[written.length] ?? 0) > 0) {
        below[written.length]!--
        written.push('')
      }
    }
    for (const { element: { attributes }, blocks } of row) {
      skipCovered()
      const [columns, lines] = [span(attributes.colspan), span(attributes.rowspan)]
      for (let column = 0; column < columns; column++) {
        below[written.length] = lines - 1
        written.push(column === 0 ? inOneLine(blocks) : '')
      }
    }
    skipCovered()
    return written
  })
}

function span(count: string | undefined): number {
  return Math.min(Math.max(1, Number(count ?? 1) || 1), WIDEST_SPAN)
}
