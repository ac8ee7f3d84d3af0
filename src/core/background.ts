import { pause } from './slices'

const SLICE_MILLISECONDS = 8

/** Work in steps that is done in slices, so that nothing else waits longer than a slice and one step. */
export class Background {
  private isStopped = false

  /** Resolves once all steps are done, or none will be any more. Slices of several works take turns. */
  async run(steps: Iterator<unknown>): Promise<void> {
    for (;;) {
      await pause()
      const end = performance.now() + SLICE_MILLISECONDS
      do {
        if (this.isStopped || steps.next().done === true) return
      } while (performance.now() < end)
    }
  }

  /** No step is done after this. */
  stop(): void {
    this.isStopped = true
  }
}
