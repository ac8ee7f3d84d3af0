import { AppError } from '#api'
import { documentFrom } from '../../markup/blocks'
import { withTitle } from '../../markup/title'
import type { Reader } from '../format'
import { RtfReader } from './reader'
import { tokensOf } from './tokens'

/**
 * Rich text. What is kept is as with docx; what a program that writes it does not say in words (`\fcharset134`) is taken
 * from the code page of the file.
 */
export const readRtf: Reader = (bytes, file) => {
  const source = new TextDecoder('latin1').decode(bytes)
  if (!source.startsWith('{\\rtf')) throw new AppError('FILE_DAMAGED', { file })
  const reader = new RtfReader()
  for (const token of tokensOf(source)) reader.take(token)
  const isCut = reader.isOpen
  const blocks = withTitle(reader.finish())
  if (isCut) throw new AppError('FILE_DAMAGED', { file })
  return documentFrom(blocks, { file, encoding: reader.encoding, pictures: reader.pictures })
}
