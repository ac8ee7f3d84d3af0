import { promises as fs } from 'node:fs'
import path from 'node:path'
import type { PdfPage, PdfRun } from '#core/ports'
import type { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
// The half that reads; loaded, it makes itself known to the other half in the same thread.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'

type Document = Awaited<ReturnType<typeof getDocument>['promise']>
type Item = Awaited<ReturnType<Awaited<ReturnType<Document['getPage']>>['getTextContent']>>['items'][number]

/** What became of a file; no error crosses the border of a thread as it is. */
export type PagesOutcome = { pages: (PdfPage | null)[] } | { failure: 'encrypted' | 'damaged' }

/** Radians by which a line may lean and still be one. */
const UPRIGHT = 0.02

/**
 * Every page of a PDF file, without drawing any; null for one that cannot be read.
 * @param cMaps the folder of the character maps, without which fonts that the file does not hold give no text.
 * @param onPage told after each page.
 */
export async function readPages(bytes: Uint8Array, cMaps: string, onPage: () => void = () => undefined): Promise<PagesOutcome> {
  const { getDocument, VerbosityLevel } = await loadPdfjs()
  const task = getDocument({
    data: bytes,
    BinaryDataFactory: class { fetch = ({ filename }: { filename: string }) => cMap(cMaps, filename) },
    cMapUrl: './', cMapPacked: true,
    useWorkerFetch: false, useSystemFonts: false, disableFontFace: true, isEvalSupported: false, enableXfa: false,
    isOffscreenCanvasSupported: false, verbosity: VerbosityLevel.ERRORS,
  })
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

/** As it loads, the library warns that it cannot draw, which nobody asks of it. */
async function loadPdfjs() {
  const { warn } = console
  console.warn = () => undefined
  try {
    return await import('pdfjs-dist/legacy/build/pdf.mjs')
  } finally {
    console.warn = warn
  }
}

async function cMap(folder: string, name: string): Promise<Uint8Array> {
  if (!/^[\w-]+\.bcmap$/u.test(name)) throw new Error('no such map')
  return new Uint8Array(await fs.readFile(path.join(folder, name)))
}

async function pageOf(document: Document, number: number): Promise<PdfPage> {
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
