import type { ReadDocument } from '../../document'
import { documentFrom, inOneLine, type Block } from '../../markup/blocks'
import { htmlBlocks, WORDLESS } from '../../markup/html-blocks'
import { escaped } from '../../markup/inline'
import { descendantsOf, parseTree, textIn, type Element } from '../../markup/tree'
import { articleOf, isWebPage } from './article'
import { decodePage, type SaidEncoding } from './charset'

type Bytes = Uint8Array<ArrayBuffer>

/** Of a page with menus and the like only the article is read, which is a remark; of any other all of it. */
export async function readPage(bytes: Bytes, file: string, said: SaidEncoding = {}): Promise<ReadDocument> {
  const { text, encoding, warnings } = decodePage(bytes, file, said)
  const tree = parseTree(text, { file, kind: 'html', without: WORDLESS })
  const article = isWebPage(tree) ? await articleOf(tree, file) : null
  const { blocks, pictures } = htmlBlocks(article ?? tree)
  if (article === null) return documentFrom(blocks, { file, encoding, warnings, pictures })
  return documentFrom(titled(blocks, tree), { file, encoding, pictures, warnings: [...warnings, { code: 'ARTICLE_ONLY', message: '' }] })
}

/** The page's own title is the article's first heading; Readability takes it away, or puts it on a level with the others. */
function titled(blocks: Block[], tree: Element): Block[] {
  const heading = descendantsOf(tree, 'h1').map((element) => textIn(element).replace(/\s+/gu, ' ').trim()).find((text) => text !== '')
  const words = escaped(heading ?? descendantsOf(tree, 'title').map((element) => textIn(element).trim())[0] ?? '')
  if (words === '') return blocks
  const there = blocks.slice(0, 3).findIndex((block) => inOneLine([block]) === words)
  return [{ kind: 'heading', level: 1, words }, ...blocks.filter((_, index) => index !== there)]
}
