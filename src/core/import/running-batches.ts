import type { Accept } from '#api'
import type { AppContext } from '../context'
import type { Batches } from './batches'
import type { BatchLog } from './prepare'

const STANDSTILL_MILLISECONDS = 500

interface Run {
  controller: AbortController
  ended: Promise<void>
}

/** Imports whose files are being read. */
export class RunningBatches {
  private readonly runs = new Map<string, Run>()

  constructor(private readonly context: AppContext, private readonly batches: Batches) {}

  has(id: string): boolean {
    return this.runs.has(id)
  }

  /** @param signal the caller's own, which ends it as well. */
  begin(id: string, signal: AbortSignal | undefined): { signal: AbortSignal; end(): void } {
    const controller = new AbortController()
    let resolve = () => undefined as void
    const ended = new Promise<void>((done) => void (resolve = done))
    this.runs.set(id, { controller, ended })
    const end = () => {
      this.runs.delete(id)
      resolve()
    }
    return { signal: signal === undefined ? controller.signal : AbortSignal.any([signal, controller.signal]), end }
  }

  /** Resolves once the batch reads no more. */
  async stop(id: string): Promise<void> {
    const run = this.runs.get(id)
    run?.controller.abort()
    // A caller who asks for no more leaves it standing between two files, where it does nothing either.
    await Promise.race([run?.ended, new Promise((resolve) => setTimeout(resolve, STANDSTILL_MILLISECONDS))])
    this.runs.delete(id)
  }

  /** Keeps what happens to the files of a batch, for it to be taken up again. */
  log(id: string, { accept, template }: { accept: Accept; template?: string | undefined }): BatchLog {
    const { batches } = this
    const startedAt = new Date(this.context.ports.clock.now()).toISOString()
    return {
      begin: (files) => batches.begin(id, { startedAt, accept, template, files }),
      found: (files) => batches.found(id, files),
      read: (file) => batches.read(id, file),
      failed: (failure) => batches.failed(id, failure),
    }
  }
}
