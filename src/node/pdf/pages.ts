import type { PdfPage, PdfRun } from '#core/ports'
import { openPdf, type PdfData, type PdfDocument } from './open'

type Item = Awaited<ReturnType<Awaited<ReturnType<PdfDocument['getPage']>>['getTextContent']>>['items'][number]

/** What became of a file; no error crosses the border of a thread as it is. */
export type PagesOutcome = { pages: (PdfPage | null)[] } | { failure: 'encrypted' | 'damaged' }

/** Radians by which a line may lean and still be one. */
const UPRIGHT = 0.02

/**
 * Every page of a PDF file, without drawing any; null for one that cannot be read.
 * @param onPage told after each page.
 */
export async function readPages(bytes: Uint8Array, data: PdfData, onPage: () => void = () => undefined): Promise<PagesOutcome> {
  const { task } = await openPdf(bytes, data)
  try {
    const document = await task.promise
    const pages: (PdfPage | null)[] = []
    for (let number = 1; number <= document.numPages; number++) {
      pages.push(await pageOf(document, number).catch(() => null))
      onPage()
    }
    return pages.every((page) => page === null) ? { failure: 'damaged' } : { pages }
  } catch (cause) {
    return { failure: (cause as Error).name === 'PasswordException' ? 'encrypted' : 'damaged' }
  } finally {
    await task.destroy()
  }
}

async function pageOf(document: PdfDocument, number: number): Promise<PdfPage> {
  const page = await document.getPage(number)
  const { width, height, transform } = page.getViewport({ scale: 1, dontFlip: true })
  const { items } = await page.getTextContent({ disableNormalization: true })
  const runs = items.flatMap((item) => ('str' in item && item.str !== '' ? [runOf(item, transform)] : []))
  page.cleanup()
  return { width, height, runs }
}

function runOf({ str, width, height, transform }: Extract<Item, { str: string }>, view: number[]): PdfRun {
  const [a, b, , , e, f] = multiplied(view, transform as number[]) as [number, number, number, number, number, number]
  return { text: str, x: e, y: f, width, size: height || Math.hypot(a, b), isSlanted: str.trim() !== '' && Math.abs(Math.atan2(b, a)) > UPRIGHT }
}

function multiplied(m: number[], n: number[]): number[] {
  return [
    m[0]! * n[0]! + m[2]! * n[1]!, m[1]! * n[0]! + m[3]! * n[1]!,
    m[0]! * n[2]! + m[2]! * n[3]!, m[1]! * n[2]! + m[3]! * n[3]!,
    m[0]! * n[4]! + m[2]! * n[5]! + m[4]!, m[1]! * n[4]! + m[3]! * n[5]! + m[5]!,
  ]
}
