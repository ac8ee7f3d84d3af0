import { AppError } from '#api'
import { tiffFrom } from '#core/import/formats/picture/tiff'
import { portableGreyMap } from '../pdf/raster'
import { greyOfBmp } from './bmp'
import { sizeOf, type Size } from './picture-size'

type Bytes = Uint8Array<ArrayBuffer>

/** A picture with more points is not opened, so that a file of a few bytes cannot take all memory. */
const LARGEST_PICTURE = 100_000_000

/**
 * A page of a picture in a form that the recognition reads well, and its size as it reads it.
 * @throws AppError FILE_DAMAGED, FILE_UNSAFE.
 */
export function pictureFor(bytes: Bytes, file: string, page: number): Size & { bytes: Uint8Array } {
  const single = tiffFrom(bytes, page)
  const size = sizeOf(single)
  if (size === null) throw new AppError('FILE_DAMAGED', { file })
  if (size.width * size.height > LARGEST_PICTURE) throw new AppError('FILE_UNSAFE', { file })
  // The library's own way with bitmaps takes twenty times as long.
  const isBitmap = single[0] === 0x42 && single[1] === 0x4d
  if (!isBitmap) return { ...size, bytes: single }
  const raster = greyOfBmp(single)
  if (raster === null) throw new AppError('FILE_DAMAGED', { file })
  return { ...size, bytes: portableGreyMap(raster) }
}
