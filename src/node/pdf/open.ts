import { promises as fs } from 'node:fs'
import path from 'node:path'
import type { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
// The half that reads; loaded, it makes itself known to the other half in the same thread.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'

export type PdfDocument = Awaited<ReturnType<typeof getDocument>['promise']>

/** Where the files lie that the library loads when it needs them. */
export interface PdfData {
  /** Character maps, without which fonts that the file does not hold give no text. */
  cMaps: string
  /** Decoders of some kinds of pictures. */
  decoders: string
}

/** Pictures with more points are passed over, so that a file of a few bytes cannot take all memory. */
const LARGEST_PICTURE = 100_000_000

/** Opens a PDF file in this thread; the caller destroys the task. */
export async function openPdf(bytes: Uint8Array, { cMaps, decoders }: PdfData) {
  const { getDocument, OPS, VerbosityLevel } = await loadPdfjs()
  const task = getDocument({
    data: bytes,
    BinaryDataFactory: class { fetch = ({ filename }: { filename: string }) => dataFile(filename.endsWith('.wasm') ? decoders : cMaps, filename) },
    cMapUrl: './', cMapPacked: true, wasmUrl: './', maxImageSize: LARGEST_PICTURE,
    useWorkerFetch: false, useSystemFonts: false, disableFontFace: true, isEvalSupported: false, enableXfa: false,
    isOffscreenCanvasSupported: false, verbosity: VerbosityLevel.ERRORS,
  })
  return { task, operations: OPS }
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

async function dataFile(folder: string, name: string): Promise<Uint8Array> {
  if (!/^[\w-]+\.(?:bcmap|wasm)$/u.test(name)) throw new Error('no such file')
  return new Uint8Array(await fs.readFile(path.join(folder, name)))
}
