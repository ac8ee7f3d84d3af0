import { AppError, type OcrScript } from '#api'
import type { Block, ImageLike, Rectangle, Worker } from 'tesseract.js'
import { requireModel } from './parts'

const LONGEST_START_MILLISECONDS = 60_000
/** Without a sign of progress. */
const LONGEST_STILL_MILLISECONDS = 120_000

/** A thread of the library that has the model of one script. Nothing is ever fetched: the model is a file on the disk. */
export class Engine {
  private fail: (cause: unknown) => void = () => undefined
  private moved: (part: number) => void = () => undefined

  private constructor(private worker: Worker | null) {}

  /** @throws AppError OCR_UNAVAILABLE. */
  static async start(script: OcrScript): Promise<Engine> {
    const langPath = await requireModel(script)
    const { createWorker, OEM } = (await import('tesseract.js')).default
    const engine = new Engine(null)
    // The library never settles when a model cannot be loaded, and only tells its handler.
    const failed = engine.failure(LONGEST_START_MILLISECONDS)
    try {
      engine.worker = await Promise.race([failed.promise, createWorker(script, OEM.LSTM_ONLY, {
        langPath, gzip: true, cacheMethod: 'none',
        logger: ({ status, progress }) => {
          if (status === 'recognizing text') engine.moved(Math.min(1, Math.max(0, progress)))
        },
        errorHandler: (cause: unknown) => engine.fail(cause),
      })])
    } catch (cause) {
      throw new AppError('OCR_UNAVAILABLE', { detail: script }, { cause })
    } finally {
      failed.clear()
    }
    const { worker: thread } = engine.worker as unknown as { worker: NodeJS.EventEmitter }
    thread.on('error', (cause) => engine.fail(cause))
    return engine
  }

  /**
   * The blocks of text of a picture, or of a part of it.
   * @throws AppError FILE_DAMAGED, FILE_UNSAFE, CANCELLED.
   */
  async blocks(picture: Uint8Array, file: string, options: { rectangle?: Rectangle; onPart?: (part: number) => void } = {}): Promise<Block[]> {
    if (this.worker === null) throw new AppError('CANCELLED')
    const { rectangle, onPart } = options
    const failed = this.failure(LONGEST_STILL_MILLISECONDS)
    this.moved = (part) => {
      failed.restart()
      onPart?.(part)
    }
    try {
      const { data } = await Promise.race([
        failed.promise,
        this.worker.recognize(picture as unknown as ImageLike, rectangle === undefined ? {} : { rectangle }, { text: false, blocks: true }),
      ])
      return data.blocks ?? []
    } catch (cause) {
      if (cause instanceof AppError) throw cause
      throw new AppError('FILE_DAMAGED', { file }, { cause })
    } finally {
      failed.clear()
    }
  }

  /** Ends the thread at once; what is under way fails with CANCELLED. */
  async end(): Promise<void> {
    const { worker } = this
    this.worker = null
    this.fail(new AppError('CANCELLED'))
    await worker?.terminate()
  }

  /** Rejects with what fails next, or once nothing has moved for so long. */
  private failure(longest: number) {
    let timer: ReturnType<typeof setTimeout> | undefined
    let reject: (cause: unknown) => void = () => undefined
    const promise = new Promise<never>((_, rejectIt) => (reject = rejectIt))
    promise.catch(() => undefined)
    const restart = () => {
      clearTimeout(timer)
      timer = setTimeout(() => reject(new AppError('FILE_UNSAFE')), longest)
    }
    this.fail = reject
    restart()
    return {
      promise, restart,
      clear: () => {
        clearTimeout(timer)
        this.fail = () => undefined
        this.moved = () => undefined
      },
    }
  }
}
