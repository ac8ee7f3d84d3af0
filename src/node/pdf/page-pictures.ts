import { Worker } from 'node:worker_threads'
import { AppError } from '#api'
import { builtWorker, pdfData } from './data'
import type { PagePicture } from './pictures'

type Bytes = Uint8Array<ArrayBuffer>

const LONGEST_PAGE_MILLISECONDS = 60_000
const LARGEST_HEAP_MEGABYTES = 1024

interface Opened {
  bytes: Bytes
  page(number: number): Promise<PagePicture | null>
  end(): Promise<void>
}

/** The pictures of PDF files' pages; the file last asked for stays open, in a thread of its own where the program is built. */
export class PdfPictures {
  private opened: Opened | null = null

  /** Null for a page without any. @throws AppError FILE_DAMAGED, and FILE_UNSAFE where it takes too long or too much memory. */
  async page(bytes: Bytes, file: string, number: number): Promise<PagePicture | null> {
    if (this.opened?.bytes !== bytes) {
      await this.end()
      const worker = builtWorker()
      this.opened = worker === undefined ? await openHere(bytes, file) : await openInThread(worker, bytes, file)
    }
    return this.opened.page(number)
  }

  async end(): Promise<void> {
    const { opened } = this
    this.opened = null
    await opened?.end()
  }
}

async function openHere(bytes: Bytes, file: string): Promise<Opened> {
  const { openPictures } = await import('./pictures')
  const opening = openPictures(bytes.slice(), await pdfData())
  return {
    bytes,
    page: (number) => opening.then((open) => open.page(number)).catch((cause: unknown) => {
      throw new AppError('FILE_DAMAGED', { file }, { cause })
    }),
    end: async () => undefined,
  }
}

async function openInThread(script: string, bytes: Bytes, file: string): Promise<Opened> {
  const thread = new Worker(script, {
    workerData: { bytes, data: await pdfData(), wants: 'pictures' }, resourceLimits: { maxOldGenerationSizeMb: LARGEST_HEAP_MEGABYTES }, stdout: true, stderr: true,
  })
  let settle: { resolve(picture: PagePicture | null): void; reject(cause: unknown): void } | null = null
  const giveUp = (cause?: unknown) => settle?.reject(new AppError('FILE_UNSAFE', { file }, { cause }))
  thread.on('message', (message: { picture: PagePicture | null } | 'ready' | 'failed') => {
    if (message === 'failed') settle?.reject(new AppError('FILE_DAMAGED', { file }))
    else if (message !== 'ready') settle?.resolve(message.picture)
  })
  thread.on('error', giveUp)
  thread.on('exit', () => giveUp())
  return {
    bytes,
    async page(number) {
      const timer = setTimeout(giveUp, LONGEST_PAGE_MILLISECONDS)
      try {
        return await new Promise<PagePicture | null>((resolve, reject) => {
          settle = { resolve, reject }
          thread.postMessage(number)
        })
      } finally {
        settle = null
        clearTimeout(timer)
      }
    },
    end: async () => void await thread.terminate(),
  }
}
