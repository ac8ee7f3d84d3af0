import { descendantsOf, elementsIn, parseTree, textIn, type Element, type Node } from '../../markup/tree'
import { isHidden, WORDLESS } from '../../markup/html-blocks'

/** More than this and the article is not looked for, which takes time for each element. */
const MOST_ELEMENTS = 15_000
const LEAST_TEXT = 140
/** An article has at least this share of the page's words that are not links. */
const LEAST_SHARE = 0.3
/** From this share of words in links on, there are menus. */
const MANY_LINKS = 0.25
const FRAMES = ['nav', 'aside', 'footer', 'header', 'main', 'article']

/** Whether it has what a page of the web has around its text, which a saved document has not. */
export function isWebPage(tree: Element): boolean {
  return FRAMES.some((name) => descendantsOf(tree, name).length > 0) || linkWords(tree) > wordsIn(tree) * MANY_LINKS
}

/** The part of the page that is to be read; null where it cannot be told, or would leave out too much. */
export async function articleOf(tree: Element, file: string): Promise<Element | null> {
  if (countOf(tree) > MOST_ELEMENTS) return null
  const [{ parseHTML }, { Readability }] = await Promise.all([import('linkedom/worker'), import('@mozilla/readability')])
  let content: string
  try {
    const { document } = parseHTML(`<!doctype html><html><head></head><body>${bodyOf(tree).map(written).join('')}</body></html>`)
    content = new Readability(document as never, { charThreshold: LEAST_TEXT, maxElemsToParse: MOST_ELEMENTS, keepClasses: false }).parse()?.content ?? ''
  } catch {
    // Readability makes no promise for every page; the whole page is still there to be read.
    return null
  }
  const article = parseTree(content, { file, kind: 'html', without: WORDLESS })
  const least = Math.max(LEAST_TEXT, (wordsIn(tree) - linkWords(tree)) * LEAST_SHARE)
  return wordsIn(article) < least ? null : article
}

function bodyOf(tree: Element): Node[] {
  return (descendantsOf(tree, 'body')[0] ?? tree).children.filter((child) => typeof child === 'string' || child.name !== 'head')
}

/** Markup again, with what the reader needs of the attributes and no more. */
function written(node: Node): string {
  if (typeof node === 'string') return node.replace(/[&<>]/gu, (mark) => `&#${mark.charCodeAt(0)};`)
  if (isHidden(node)) return ''
  const { name, attributes } = node
  if (!/^[a-z][a-z0-9]*$/u.test(name)) return node.children.map(written).join('')
  const kept = ['class', 'id', 'role', 'href', 'src', 'alt', 'colspan', 'rowspan', 'start', 'value'].filter((key) => attributes[key] !== undefined)
  const open = `<${name}${kept.map((key) => ` ${key}="${attributes[key]!.replace(/[&"<>]/gu, (mark) => `&#${mark.charCodeAt(0)};`)}"`).join('')}>`
  return /^(?:br|hr|img|wbr|col|area|source|track|param)$/u.test(name) ? open : `${open}${node.children.map(written).join('')}</${name}>`
}

function countOf(element: Element): number {
  return elementsIn(element).reduce((sum, child) => sum + countOf(child), 1)
}

function wordsIn(node: Element): number {
  return textIn(node).replace(/\s+/gu, '').length
}

function linkWords(tree: Element): number {
  return descendantsOf(tree, 'a').reduce((sum, link) => sum + wordsIn(link), 0)
}
