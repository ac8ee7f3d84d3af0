import { Worker } from 'node:worker_threads'
import { AppError } from '#api'
import type { PdfPage, PdfPort } from '#core/ports'
import { builtWorker, pdfData } from './data'
import type { PdfData } from './open'
import type { PagesOutcome } from './pages'

const LONGEST_PAGE_MILLISECONDS = 30_000
const LARGEST_HEAP_MEGABYTES = 1024

/** PDF files, each read in a thread of its own where the program is built. */
export class PdfReader implements PdfPort {
  async pages(bytes: Uint8Array<ArrayBuffer>, file: string): Promise<(PdfPage | null)[]> {
    const outcome = await this.outcome(bytes, file)
    if ('pages' in outcome) return outcome.pages
    throw new AppError(outcome.failure === 'encrypted' ? 'FILE_ENCRYPTED' : 'FILE_DAMAGED', { file })
  }

  private async outcome(bytes: Uint8Array<ArrayBuffer>, file: string): Promise<PagesOutcome> {
    const [worker, data] = [builtWorker(), await pdfData()]
    return (worker === undefined ? null : await inThread(worker, bytes, data, file)) ?? (await import('./pages')).readPages(bytes.slice(), data)
  }
}

/** Null where no thread could be started. */
function inThread(script: string, bytes: Uint8Array<ArrayBuffer>, data: PdfData, file: string): Promise<PagesOutcome | null> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(script, {
      workerData: { bytes, data, wants: 'text' }, resourceLimits: { maxOldGenerationSizeMb: LARGEST_HEAP_MEGABYTES }, stdout: true, stderr: true,
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
