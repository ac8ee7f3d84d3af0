import { setImmediate as nextTurn } from 'node:timers/promises'

/** How long long work may keep the event loop at a time, in milliseconds; a change waits for a few such slices at most. */
const SLICE_MS = 2

/** To be awaited between steps of long work: whenever a slice has passed, everyone else has a turn. */
export function breather(): () => Promise<void> | undefined {
  let end = performance.now() + SLICE_MS
  const rest = async () => {
    await nextTurn()
    end = performance.now() + SLICE_MS
  }
  return () => (performance.now() < end ? undefined : rest())
}
