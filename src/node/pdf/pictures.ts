import { openPdf, type PdfData, type PdfDocument } from './open'
import { blank, greyOf, place, type DecodedPicture, type Matrix, type Raster } from './raster'

type PdfPageProxy = Awaited<ReturnType<PdfDocument['getPage']>>
type Operations = Awaited<ReturnType<typeof openPdf>>['operations']

interface PlacedPicture {
  matrix: Matrix
  picture: Raster
}

/** A page's pictures as one, and its size in points. */
export interface PagePicture extends Raster {
  pointWidth: number
  pointHeight: number
}

/** Points of the raster for each of the page: recognition reads finer ones no better, and coarser ones worse. */
const FINEST = 300 / 72
const COARSEST = 200 / 72
const LARGEST_RASTER = 25_000_000

/** Opens a PDF file for its pictures. @throws what opening it throws. */
export async function openPictures(bytes: Uint8Array, data: PdfData): Promise<{ page(number: number): Promise<PagePicture | null> }> {
  const { task, operations } = await openPdf(bytes, data)
  const document = await task.promise
  return {
    async page(number) {
      const page = await document.getPage(number)
      try {
        return await pictureOf(page, operations)
      } finally {
        page.cleanup()
      }
    },
  }
}

/** All that the page draws with pictures, as a scan does; null where it draws none. Lines and curves are not drawn. */
async function pictureOf(page: PdfPageProxy, operations: Operations): Promise<PagePicture | null> {
  const placed = await picturesOf(page, operations)
  if (placed.length === 0) return null
  const { width, height } = page.getViewport({ scale: 1 })
  const native = Math.max(...placed.map(({ picture, matrix: [a, b] }) => picture.width / Math.max(1, Math.hypot(a, b))))
  const scale = Math.min(Math.max(COARSEST, Math.min(FINEST, native)), Math.sqrt(LARGEST_RASTER / (width * height)))
  const raster = blank(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)))
  const view = page.getViewport({ scale }).transform as unknown as Matrix
  for (const { matrix, picture } of placed) place(raster, picture, multiplied(view, matrix))
  return { ...raster, pointWidth: width, pointHeight: height }
}

async function picturesOf(page: PdfPageProxy, operations: Operations): Promise<PlacedPicture[]> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const placed: PlacedPicture[] = []
  const add = (matrix: Matrix, decoded: DecodedPicture | null) => {
    const picture = decoded === null ? null : greyOf(decoded)
    if (picture !== null) placed.push({ matrix, picture })
  }
  const object = (id: string) => new Promise<DecodedPicture | null>((resolve) =>
    (id.startsWith('g_') ? page.commonObjs : page.objs).get(id, (found: DecodedPicture | null) => resolve(found)))
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  const kept: Matrix[] = []
  for (const [index, operation] of fnArray.entries()) {
    const args = argsArray[index] as unknown[] | null
    switch (operation) {
      case operations.save:
        kept.push(matrix)
        break
      case operations.paintFormXObjectBegin:
        kept.push(matrix)
        if (Array.isArray(args?.[0])) matrix = multiplied(matrix, args[0] as unknown as Matrix)
        break
      case operations.restore:
      case operations.paintFormXObjectEnd:
        matrix = kept.pop() ?? matrix
        break
      case operations.transform:
        matrix = multiplied(matrix, args as unknown as Matrix)
        break
      case operations.paintImageXObject:
        add(matrix, await object(args![0] as string))
        break
      case operations.paintInlineImageXObject:
        add(matrix, args![0] as DecodedPicture)
        break
      case operations.paintImageMaskXObject:
        add(matrix, await mask(args![0] as Mask, object))
        break
      case operations.paintImageMaskXObjectGroup:
        for (const one of args![0] as (Mask & { transform: Matrix })[]) add(multiplied(matrix, one.transform), await mask(one, object))
        break
      case operations.paintImageXObjectRepeat: {
        const [id, scaleX, scaleY, positions] = args as [string, number, number, ArrayLike<number>]
        const decoded = await object(id)
        for (let at = 0; at + 1 < positions.length; at += 2) add(multiplied(matrix, [scaleX, 0, 0, scaleY, positions[at]!, positions[at + 1]!]), decoded)
        break
      }
    }
  }
  return placed
}

/** A picture of one bit that is painted where the bit is 0. */
interface Mask {
  data: string | Uint8Array
  width: number
  height: number
}

async function mask({ data, width, height }: Mask, object: (id: string) => Promise<DecodedPicture | null>): Promise<DecodedPicture | null> {
  const bits = typeof data === 'string' ? (await object(data))?.data : data
  return bits === undefined ? null : { width, height, kind: 1, data: bits }
}

function multiplied(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1], m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3], m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4], m[1] * n[4] + m[3] * n[5] + m[5],
  ]
}
