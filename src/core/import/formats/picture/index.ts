import { AppError } from '#api'
import { tiffPages } from './tiff'
import type { Reader } from '../format'

/**
 * Pictures of text: nothing is read of them but how many pages they have, until their text is recognised.
 * @throws AppError FILE_EMPTY, FILE_DAMAGED for a TIFF file whose pages cannot be found.
 */
export const readPicture: Reader = (bytes, file) => {
  if (bytes.length === 0) throw new AppError('FILE_EMPTY', { file })
  const offsets = tiffPages(bytes)
  if (offsets?.length === 0) throw new AppError('FILE_DAMAGED', { file })
  const pictures = Array.from({ length: offsets?.length ?? 1 }, (_, index) => index + 1)
  return { text: '', encoding: '', warnings: [], isMarkdown: false, cases: null, pictures }
}
