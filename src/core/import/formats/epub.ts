import { AppError } from '#api'
import { openArchive, type Archive } from '../archive'
import { documentFrom, inOneLine, type Block } from '../markup/blocks'
import { htmlBlocks, WORDLESS } from '../markup/html-blocks'
import { escaped } from '../markup/inline'
import { childOf, descendantsOf, elementsIn, parseTree, textIn, xmlText, type Element } from '../markup/tree'
import type { Reader } from './format'

/** Fonts are made unreadable for other programs in these two ways; the text is not. */
const FONT_ONLY = /^(?:http:\/\/www\.idpf\.org\/2008\/embedding|http:\/\/ns\.adobe\.com\/pdf\/enc#RC)$/u

/** An e-book: its chapters one after the other, without the list of contents. */
export const readEpub: Reader = (bytes, file) => {
  const archive = openArchive(bytes, file)
  if (isEncrypted(archive, file)) throw new AppError('FILE_ENCRYPTED', { file })
  const { chapters, titles } = bookOf(archive, file)
  const read = chapters.map((name) => {
    const content = archive.read(name)
    const { blocks, pictures } = content === null ? { blocks: [], pictures: 0 } : htmlBlocks(parseTree(xmlText(content), { file, kind: 'xhtml', without: WORDLESS }))
    return { blocks: titled(blocks, titles.get(name)), pictures }
  })
  return documentFrom(read.flatMap(({ blocks }) => blocks), { file, pictures: read.reduce((sum, { pictures }) => sum + pictures, 0) })
}

/** The names of the chapters in the archive, in the order of the book, and what its contents call them. */
function bookOf(archive: Archive, file: string): { chapters: string[]; titles: Map<string, string> } {
  const container = xmlOf(archive, 'META-INF/container.xml', file)
  const location = childOf(container, 'container', 'rootfiles', 'rootfile')?.attributes['full-path']
  const book = location === undefined ? undefined : childOf(xmlOf(archive, location, file), 'package')
  const spine = childOf(book, 'spine')
  const manifest = childOf(book, 'manifest')
  if (location === undefined || spine === undefined || manifest === undefined) throw new AppError('FILE_DAMAGED', { file })
  const items = elementsIn(manifest, 'item').map(({ attributes }) => ({
    id: attributes.id ?? '',
    name: nameIn(location, attributes.href ?? ''),
    isText: /^(?:application\/xhtml\+xml|text\/html)$/u.test(attributes['media-type'] ?? ''),
    isContents: attributes.properties?.split(/\s+/u).includes('nav') === true || attributes['media-type'] === 'application/x-dtbncx+xml',
  }))
  const byId = new Map(items.map((item) => [item.id, item]))
  const chapters = elementsIn(spine, 'itemref').flatMap(({ attributes }) => {
    const item = byId.get(attributes.idref ?? '')
    return item === undefined || item.isContents || !item.isText ? [] : [item.name]
  })
  const titles = new Map<string, string>()
  for (const { name, isContents } of items) {
    if (!isContents) continue
    for (const [chapter, title] of contentsIn(xmlOf(archive, name, file), name)) if (!titles.has(chapter)) titles.set(chapter, title)
  }
  return { chapters, titles }
}

/** What a list of contents, of either kind, calls each file of the book; of several places in one file the first. */
function* contentsIn(contents: Element | undefined, from: string): Generator<[chapter: string, title: string]> {
  if (contents === undefined) return
  for (const link of descendantsOf(contents, 'a')) yield [nameIn(from, link.attributes.href ?? ''), textIn(link).trim()]
  for (const map of descendantsOf(contents, 'navmap')) yield* pointsIn(map, from)
}

function* pointsIn(parent: Element, from: string): Generator<[chapter: string, title: string]> {
  for (const point of elementsIn(parent, 'navpoint')) {
    const label = childOf(point, 'navlabel', 'text')
    yield [nameIn(from, childOf(point, 'content')?.attributes.src ?? ''), label === undefined ? '' : textIn(label).trim()]
    yield* pointsIn(point, from)
  }
}

/** Where a chapter has no heading of its own, its name in the contents is one. */
function titled(blocks: Block[], title: string | undefined): Block[] {
  if (title === undefined || /^(?:(?:section|chapter) \d+)?$/iu.test(title) || blocks.length === 0 || blocks.some(({ kind }) => kind === 'heading')) return blocks
  const words = escaped(title)
  return [{ kind: 'heading', level: 1, words }, ...(inOneLine(blocks.slice(0, 1)) === words ? blocks.slice(1) : blocks)]
}

/** The name in the archive of what a file in it refers to. */
function nameIn(from: string, reference: string): string {
  const parts = from.split('/').slice(0, -1)
  let path = reference.split('#')[0]!
  try {
    path = decodeURIComponent(path)
  } catch {
    // Some books write `%` as it is.
  }
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

function xmlOf(archive: Archive, name: string, file: string): Element | undefined {
  const content = archive.read(name)
  return content === null ? undefined : parseTree(xmlText(content), { file, kind: 'xhtml' })
}

function isEncrypted(archive: Archive, file: string): boolean {
  const encryption = xmlOf(archive, 'META-INF/encryption.xml', file)
  if (encryption === undefined) return false
  // Names come as HTML has them, in small letters.
  return descendantsOf(encryption, 'encryptionmethod').some(({ attributes }) => !FONT_ONLY.test(attributes.algorithm ?? ''))
}
