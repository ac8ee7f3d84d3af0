import { AppError } from '#api'
import { openCompound } from '../../compound'
import { documentFrom } from '../../markup/blocks'
import type { Reader } from '../format'
import { asidesOf } from './asides'
import { blocksOf } from './body'
import { listsOf } from './lists'
import { ParagraphTable, unseenStretches } from './properties'
import { stylesOf } from './styles'
import { viewOf } from './tables'
import { PieceText } from './text'

const MARK = 0xa5ec
/** Of Word 97; older ones store text in another way. */
const OLDEST = 193
const [ENCRYPTED, SECOND_TABLE] = [0x0100, 0x0200]

/**
 * Word 97 to 2003 ([MS-DOC]). What is kept is as with docx.
 * @throws AppError FILE_BINARY for a file of an older Word.
 */
export const readDoc: Reader = (bytes, file) => {
  const compound = openCompound(bytes, file)
  try {
    const document = compound.read('WordDocument')
    if (document === null) throw new AppError('FILE_DAMAGED', { file })
    const view = viewOf(document)
    if (view.getUint16(0, true) !== MARK || view.getUint16(2, true) < OLDEST) throw new AppError('FILE_BINARY', { file })
    const flags = view.getUint16(10, true)
    if ((flags & ENCRYPTED) !== 0) throw new AppError('FILE_ENCRYPTED', { file })
    const tables = compound.read((flags & SECOND_TABLE) === 0 ? '0Table' : '1Table')
    if (tables === null) throw new AppError('FILE_DAMAGED', { file })
    const pieces = new PieceText(document, tables)
    const { blocks, pictures } = blocksOf({
      pieces,
      paragraphs: new ParagraphTable(document, tables),
      unseen: pieces.covered(unseenStretches(document, tables), document.length),
      styles: stylesOf(document, tables),
      lists: listsOf(document, tables),
      ...asidesOf(document, tables),
    })
    return documentFrom(blocks, { file, pictures })
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    throw new AppError('FILE_DAMAGED', { file }, { cause })
  }
}
