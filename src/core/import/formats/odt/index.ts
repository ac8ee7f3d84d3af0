import { AppError } from '#api'
import { openArchive, type Archive } from '../../archive'
import { documentFrom } from '../../markup/blocks'
import { childOf, parseTree, xmlText, type Element } from '../../markup/tree'
import type { Reader } from '../format'
import { bodyBlocks } from './body'
import { stylesOf } from './styles'

/** OpenDocument text, as LibreOffice writes it. What is kept is as with docx. */
export const readOdt: Reader = (bytes, file) => {
  const archive = openArchive(bytes, file)
  if (isEncrypted(archive)) throw new AppError('FILE_ENCRYPTED', { file })
  const tree = (name: string): Element | undefined => {
    const content = archive.read(name)
    return content === null ? undefined : parseTree(xmlText(content), { file, kind: 'xml', without: PASSED_OVER })
  }
  const content = childOf(tree('content.xml'), 'document-content')
  const body = childOf(content, 'body', 'text')
  if (content === undefined || body === undefined) throw new AppError('FILE_DAMAGED', { file })
  const { blocks, pictures } = bodyBlocks(body, stylesOf([content, childOf(tree('styles.xml'), 'document-styles')]))
  return documentFrom(blocks, { file, pictures })
}

/** What was deleted, remarks, contents and indexes, and pictures as data. */
const PASSED_OVER = new Set([
  'tracked-changes', 'annotation', 'table-of-content', 'illustration-index', 'table-index', 'object-index', 'alphabetical-index', 'user-index',
  'binary-data', 'ruby-text', 'note-citation', 'sequence-decls', 'variable-decls', 'user-field-decls', 'forms',
])

function isEncrypted(archive: Archive): boolean {
  const manifest = archive.read('META-INF/manifest.xml')
  return manifest !== null && xmlText(manifest).includes('encryption-data')
}
