import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calls } from './calls'
import { methodPaths, type MethodPath } from './methods'

/** A library behind one host, and how to run a call of the suite against it. */
export interface RunningHost {
  run(path: MethodPath, index: number): Promise<MethodPath[]>
  close(): Promise<void>
}

/** The contract's suite over one host. It fails for a method of the contract that no call reaches. */
export function describeContract(hostName: string, start: () => Promise<RunningHost>): void {
  describe(`contract: ${hostName}`, () => {
    let host: RunningHost
    let passed = 0
    const reached = new Set<MethodPath>()
    beforeAll(async () => {
      host = await start()
    })
    afterAll(async () => {
      await host?.close()
      console.log(`contract over ${hostName}: ${passed} calls passed, ${reached.size} of ${methodPaths.length} methods reached`)
    })

    for (const path of methodPaths) {
      describe(path, () => {
        it.each((calls[path] ?? []).map(({ name }, index) => ({ name, index })))('$name', async ({ index }) => {
          const called = await host.run(path, index)
          expect(called).toContain(path)
          for (const method of called) reached.add(method)
          passed++
        })
        it('has a call', () => expect(calls[path] ?? []).not.toEqual([]))
      })
    }
  })
}
