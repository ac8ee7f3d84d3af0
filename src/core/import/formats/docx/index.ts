import { AppError } from '#api'
import { openArchive } from '../../archive'
import { documentFrom } from '../../markup/blocks'
import { childOf } from '../../markup/tree'
import type { Reader } from '../format'
import { bodyBlocks } from './body'
import { openPackage } from './package'

/**
 * Word. Headings, lists, tables, links and notes are kept as Markdown; ruby keeps its base, of tracked changes what was
 * put in stays and what was taken out goes. Pictures, headers, footers and comments are left out.
 */
export const readDocx: Reader = (bytes, file) => {
  const opened = openPackage(openArchive(bytes, file), file)
  const body = childOf(opened.document, 'document', 'body')
  if (body === undefined) throw new AppError('FILE_DAMAGED', { file })
  const { blocks, pictures } = bodyBlocks(opened, body)
  return documentFrom(blocks, { file, pictures })
}
