import { pause } from './pause'

/** Takes all steps, pausing whenever they have taken so many milliseconds together, and gives what they come to. */
export async function inSlices<Result>(steps: Generator<unknown, Result>, milliseconds: number): Promise<Result> {
  for (;;) {
    const end = performance.now() + milliseconds
    do {
      const step = steps.next()
      if (step.done === true) return step.value
    } while (performance.now() < end)
    await pause()
  }
}
