import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { AppError } from '#api'
import type { PdfPage, PdfPort } from '#core/ports'
import { programRoot } from '../resources'
import type { PagesOutcome } from './pages'

const LONGEST_PAGE_MILLISECONDS = 30_000
const LARGEST_HEAP_MEGABYTES = 1024
const WORKER = 'pdf-worker.js'

/** PDF files, each read in a thread of its own where the program is built. */
export class PdfReader implements PdfPort {
  async pages(bytes: Uint8Array<ArrayBuffer>, file: string): Promise<(PdfPage | null)[]> {
    const outcome = await this.outcome(bytes, file)
    if ('pages' in outcome) return outcome.pages
    throw new AppError(outcome.failure === 'encrypted' ? 'FILE_ENCRYPTED' : 'FILE_DAMAGED', { file })
  }

  private async outcome(bytes: Uint8Array<ArrayBuffer>, file: string): Promise<PagesOutcome> {
    const here = path.dirname(fileURLToPath(import.meta.url))
    const worker = [here, path.join(here, '..')].map((folder) => path.join(folder, WORKER)).find(existsSync)
    const cMaps = await cMapsFolder(here)
    return (worker === undefined ? null : await inThread(worker, bytes, cMaps, file)) ?? (await import('./pages')).readPages(bytes.slice(), cMaps)
  }
}

/** Beside the built program, else in the package they come from. */
async function cMapsFolder(here: string): Promise<string> {
  const built = [here, path.join(here, '..')].map((folder) => path.join(folder, 'cmaps')).find(existsSync)
  return built ?? path.join(await programRoot() ?? here, 'node_modules', 'pdfjs-dist', 'cmaps')
}

/** Null where no thread could be started. */
function inThread(script: string, bytes: Uint8Array<ArrayBuffer>, cMaps: string, file: string): Promise<PagesOutcome | null> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(script, {
      workerData: { bytes, cMaps }, resourceLimits: { maxOldGenerationSizeMb: LARGEST_HEAP_MEGABYTES }, stdout: true, stderr: true,
    })
    let isReady = false
    const giveUp = (cause?: unknown) => end(() => reject(new AppError('FILE_UNSAFE', { file }, { cause })))
    let timer = setTimeout(giveUp, LONGEST_PAGE_MILLISECONDS)
    const end = (settle: () => void) => {
      clearTimeout(timer)
      settle()
      void thread.terminate()
    }
    thread.on('message', (message: PagesOutcome | 'ready' | 'page') => {
      if (typeof message === 'object') return end(() => resolve(message))
      isReady = true
      clearTimeout(timer)
      timer = setTimeout(giveUp, LONGEST_PAGE_MILLISECONDS)
    })
    thread.on('error', (cause) => (isReady ? giveUp(cause) : end(() => resolve(null))))
    thread.on('exit', () => end(() => reject(new AppError('FILE_UNSAFE', { file }))))
  })
}
