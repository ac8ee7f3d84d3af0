import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { AppError } from '#api'
import { doJob, type Job } from '#core/import/jobs'
import type { JobsPort, Ports } from '#core/ports'
import type { JobOutcome } from './worker'

const WORKER = 'parsing-worker.js'
const LARGEST_HEAP_MEGABYTES = 1536
/** A file that has not been read after this and so much for each megabyte never will be. */
const LONGEST_MILLISECONDS = 60_000
const LONGEST_PER_MEGABYTE = 2_000
/** A PDF file is read in a thread of its own, with a limit for each page. */
const LONGEST_PDF_MILLISECONDS = 60 * 60_000
/** A thread that nobody has asked for so long gives its memory back. */
const IDLE_MILLISECONDS = 20_000
const MEGABYTE = 1024 * 1024

export interface ThreadOptions {
  /** Another program for the thread, and other limits: for tests. */
  script?: string
  longestMilliseconds?: number
  largestHeapMegabytes?: number
}

/**
 * Jobs in one thread that lives as long as it is used. Where the program is not built there is none, and they are done
 * in place. A job that is cancelled, hangs or runs out of memory ends the thread; the next job starts another.
 */
export class ParsingThread implements JobsPort {
  private worker: Worker | null = null
  private idle: NodeJS.Timeout | undefined
  private last: Promise<unknown> = Promise.resolve()
  private readonly script: string | undefined

  constructor(private readonly ports: Pick<Ports, 'pdf' | 'resources'>, private readonly options: ThreadOptions = {}) {
    const here = path.dirname(fileURLToPath(import.meta.url))
    this.script = options.script ?? [here, path.join(here, '..')].map((folder) => path.join(folder, WORKER)).find(existsSync)
  }

  run(job: Job, signal: AbortSignal | undefined): Promise<unknown> {
    const { script } = this
    if (script === undefined) return doJob(job, this.ports)
    const turn = this.last.then(() => this.inThread(script, job, signal))
    this.last = turn.catch(() => undefined)
    return turn
  }

  /** Ends the thread; a job under way fails. */
  async close(): Promise<void> {
    clearTimeout(this.idle)
    const { worker } = this
    this.worker = null
    await worker?.terminate()
  }

  private inThread(script: string, job: Job, signal: AbortSignal | undefined): Promise<unknown> {
    const file = job.kind === 'read' ? job.file : ''
    if (signal?.aborted === true) return Promise.reject(new AppError('CANCELLED', { file }))
    const worker = this.started(script)
    return new Promise((resolve, reject) => {
      const abandon = (error: Error) => {
        settle()
        if (this.worker === worker) this.worker = null
        void worker.terminate()
        reject(error)
      }
      const unsafe = (cause?: unknown) => abandon(new AppError('FILE_UNSAFE', { file }, { cause }))
      const cancel = () => abandon(new AppError('CANCELLED', { file }))
      const exited = () => unsafe()
      const answered = (outcome: JobOutcome | 'ready') => {
        if (outcome === 'ready') return
        settle()
        this.rest(worker)
        if ('result' in outcome) resolve(outcome.result)
        else reject(outcome.failure === null ? new Error(outcome.details) : new AppError(outcome.failure.code, outcome.failure.data))
      }
      const timer = setTimeout(unsafe, this.limitFor(job))
      const settle = () => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', cancel)
        worker.off('message', answered).off('error', unsafe).off('exit', exited)
      }
      signal?.addEventListener('abort', cancel, { once: true })
      worker.on('message', answered).on('error', unsafe).on('exit', exited)
      worker.ref()
      // Bytes of a file's own are handed over; a view into others' is copied.
      const owned = job.kind === 'read' && job.bytes.byteLength === job.bytes.buffer.byteLength ? [job.bytes.buffer] : []
      worker.postMessage(job, owned)
    })
  }

  private started(script: string): Worker {
    clearTimeout(this.idle)
    if (this.worker !== null) return this.worker
    const worker = new Worker(script, {
      resourceLimits: { maxOldGenerationSizeMb: this.options.largestHeapMegabytes ?? LARGEST_HEAP_MEGABYTES }, stdout: true, stderr: true,
    })
    // Without a listener an error between two jobs would end the program.
    worker.on('error', () => undefined)
    worker.on('exit', () => {
      if (this.worker === worker) this.worker = null
    })
    this.worker = worker
    return worker
  }

  private rest(worker: Worker): void {
    worker.unref()
    this.idle = setTimeout(() => void this.close(), IDLE_MILLISECONDS)
    this.idle.unref()
  }

  private limitFor(job: Job): number {
    const { longestMilliseconds } = this.options
    if (longestMilliseconds !== undefined) return longestMilliseconds
    if (job.kind === 'read' && job.format === 'pdf') return LONGEST_PDF_MILLISECONDS
    const bytes = job.kind === 'read' ? job.bytes.length : job.kind === 'look' ? job.document.text.length : job.text.length
    return LONGEST_MILLISECONDS + LONGEST_PER_MEGABYTE * bytes / MEGABYTE
  }
}
