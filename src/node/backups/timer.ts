import { setTimeout as startTimeout } from 'node:timers'

const FIRST_MS = 60 * 1000
const INTERVAL_MS = 15 * 60 * 1000

/** Calls back once after so many milliseconds; what it gives back calls that off. */
export type Wait = (milliseconds: number, callback: () => void) => () => void

/** The system's clock, which never keeps a process running by itself. */
export const systemWait: Wait = (milliseconds, callback) => {
  const timeout = startTimeout(callback, milliseconds).unref()
  return () => clearTimeout(timeout)
}

/**
 * Does the work a minute from now, which catches up on what short sessions left, and from then on 15 minutes after the
 * last time it was done.
 * @returns what ends it; work under way goes on.
 */
export function repeat(work: () => Promise<void>, wait: Wait): () => void {
  let cancel = wait(FIRST_MS, tick)
  let ended = false
  function tick(): void {
    void work().finally(() => {
      if (!ended) cancel = wait(INTERVAL_MS, tick)
    })
  }
  return () => {
    ended = true
    cancel()
  }
}
