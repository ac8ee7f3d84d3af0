import type { Progress } from '#api'

/**
 * Reads a method that reports progress to its end. Kept outside components, since React Compiler passes over any that
 * contains such a loop.
 * @returns what the method gives at last.
 */
export async function follow<Result>(
  stream: AsyncIterator<Progress, Result> | Promise<AsyncIterator<Progress, Result>>,
  report: (progress: Progress) => void,
): Promise<Result> {
  const events = await stream
  for (;;) {
    const event = await events.next()
    if (event.done === true) return event.value
    report(event.value)
  }
}
