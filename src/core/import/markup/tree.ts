import { AppError } from '#api'
import { Parser, type Handler } from 'htmlparser2'

/** An element with its name and attributes as they are written, without their prefix in XML. */
export interface Element {
  name: string
  attributes: Record<string, string>
  children: Node[]
}

export type Node = Element | string

export interface TreeOptions {
  file: string
  /** `xhtml` is read as HTML that closes its elements with `/>`, as the chapters of an e-book are. */
  kind: 'xml' | 'xhtml' | 'html'
  /** Elements that are left out with all that is in them. */
  without?: ReadonlySet<string>
}

/** What lies deeper is drawn up to this depth, so that no walk through the tree can go too deep. */
const DEEPEST = 200
/** No page leaves as many elements open; the parser's time grows with the square of them. */
const MOST_OPEN = 20_000
/** More than the longest book has. */
const MOST_NODES = 5_000_000

/**
 * The tree of a document, whatever is wrong with it; entities of its own are never expanded.
 * @throws AppError FILE_UNSAFE where it declares entities, or in XML any DOCTYPE, or has more nodes or open elements than
 * can be held.
 */
export function parseTree(text: string, { file, kind, without = new Set() }: TreeOptions): Element {
  const root: Element = { name: '', attributes: {}, children: [] }
  const open: Element[] = [root]
  let [nodes, leftOut, tooDeep] = [0, 0, 0]
  const count = () => {
    if (++nodes > MOST_NODES || tooDeep > MOST_OPEN) throw new AppError('FILE_UNSAFE', { file })
  }
  const handler: Partial<Handler> = {
    onopentag(name, attributes) {
      const local = kind === 'html' ? name : localName(name)
      if (leftOut > 0 || without.has(local)) {
        if (++leftOut > MOST_OPEN) throw new AppError('FILE_UNSAFE', { file })
        return
      }
      count()
      const element = { name: local, attributes: kind === 'html' ? attributes : localNames(attributes), children: [] }
      open.at(-1)!.children.push(element)
      if (open.length < DEEPEST) open.push(element)
      else tooDeep++
    },
    onclosetag() {
      if (leftOut > 0) leftOut--
      else if (tooDeep > 0) tooDeep--
      else if (open.length > 1) open.pop()
    },
    ontext(part) {
      if (leftOut > 0) return
      const { children } = open.at(-1)!
      const last = children.length - 1
      if (typeof children[last] === 'string') children[last] += part
      else {
        count()
        children.push(part)
      }
    },
    onprocessinginstruction(name, data) {
      if (/^!doctype$/iu.test(name) && (kind === 'xml' || (kind === 'xhtml' && data.includes('[')))) throw new AppError('FILE_UNSAFE', { file })
    },
  }
  const parser = new Parser(handler, { xmlMode: kind === 'xml', decodeEntities: true, recognizeSelfClosing: kind !== 'html', recognizeCDATA: kind !== 'html' })
  parser.end(text)
  return root
}

/** XML is UTF-8, unless a byte order mark or its first line says otherwise. */
export function xmlText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const label = /^[^<]*<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)["']/u.exec(head)?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(/^utf-?16/iu.test(label) ? 'utf-8' : label).decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}

export function elementsIn(parent: Element, name?: string): Element[] {
  return parent.children.filter((child): child is Element => typeof child !== 'string' && (name === undefined || child.name === name))
}

/** The first child element of this name, or down a path of names. */
export function childOf(parent: Element | undefined, ...names: string[]): Element | undefined {
  let found: Element | undefined = parent
  for (const name of names) found = found?.children.find((child): child is Element => typeof child !== 'string' && child.name === name)
  return found
}

/** Every element of this name at any depth, in order; not within one another. */
export function descendantsOf(parent: Element, name: string): Element[] {
  return elementsIn(parent).flatMap((child) => (child.name === name ? [child] : descendantsOf(child, name)))
}

export function textIn(node: Node): string {
  return typeof node === 'string' ? node : node.children.map(textIn).join('')
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function localNames(attributes: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [localName(name), value]))
}
