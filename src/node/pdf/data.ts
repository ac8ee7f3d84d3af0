import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { programRoot } from '../resources'
import type { PdfData } from './open'

const WORKER = 'pdf-worker.js'

/** The built thread; undefined where the program runs from its sources. */
export function builtWorker(): string | undefined {
  return places().map((folder) => path.join(folder, WORKER)).find(existsSync)
}

/** Beside the built program, else in the package they come from. */
export async function pdfData(): Promise<PdfData> {
  const built = (name: string) => places().map((folder) => path.join(folder, name)).find(existsSync)
  const packaged = path.join(await programRoot() ?? places()[0]!, 'node_modules', 'pdfjs-dist')
  return { cMaps: built('cmaps') ?? path.join(packaged, 'cmaps'), decoders: built('decoders') ?? path.join(packaged, 'wasm') }
}

function places(): string[] {
  const here = path.dirname(fileURLToPath(import.meta.url))
  return [here, path.join(here, '..')]
}
