import { AppError } from '#api'
import { openArchive, type Archive } from '../archive'
import { documentFrom } from '../markup/blocks'
import { htmlBlocks, WORDLESS } from '../markup/html-blocks'
import { childOf, descendantsOf, elementsIn, parseTree, xmlText, type Element } from '../markup/tree'
import type { Reader } from './format'

/** Fonts are made unreadable for other programs in these two ways; the text is not. */
const FONT_ONLY = /^(?:http:\/\/www\.idpf\.org\/2008\/embedding|http:\/\/ns\.adobe\.com\/pdf\/enc#RC)$/u

/** An e-book: its chapters one after the other, without the list of contents. */
export const readEpub: Reader = (bytes, file) => {
  const archive = openArchive(bytes, file)
  if (isEncrypted(archive, file)) throw new AppError('FILE_ENCRYPTED', { file })
  const read = chaptersOf(archive, file).map((name) => {
    const content = archive.read(name)
    return content === null ? { blocks: [], pictures: 0 } : htmlBlocks(parseTree(xmlText(content), { file, kind: 'xhtml', without: WORDLESS }))
  })
  return documentFrom(read.flatMap(({ blocks }) => blocks), { file, pictures: read.reduce((sum, { pictures }) => sum + pictures, 0) })
}

/** The names of the chapters in the archive, in the order of the book. */
function chaptersOf(archive: Archive, file: string): string[] {
  const container = xmlOf(archive, 'META-INF/container.xml', file)
  const location = childOf(container, 'container', 'rootfiles', 'rootfile')?.attributes['full-path']
  const book = location === undefined ? undefined : childOf(xmlOf(archive, location, file), 'package')
  const spine = childOf(book, 'spine')
  const manifest = childOf(book, 'manifest')
  if (location === undefined || spine === undefined || manifest === undefined) throw new AppError('FILE_DAMAGED', { file })
  const items = new Map(elementsIn(manifest, 'item').map(({ attributes }) => [attributes.id ?? '', attributes]))
  return elementsIn(spine, 'itemref').flatMap(({ attributes }): string[] => {
    const item = items.get(attributes.idref ?? '')
    const isContents = item?.properties?.split(/\s+/u).includes('nav') ?? false
    const isText = /^(?:application\/xhtml\+xml|text\/html)$/u.test(item?.['media-type'] ?? '')
    return item?.href === undefined || isContents || !isText ? [] : [nameIn(location, item.href)]
  })
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
