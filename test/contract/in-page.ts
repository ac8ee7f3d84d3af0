import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { build, type Rolldown } from 'vite'
import type { RunningHost } from './suite'

async function pageScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: join(import.meta.dirname, 'page-suite.ts'), formats: ['iife'], name: 'contractSuite' },
    },
  }) as Rolldown.RolldownOutput[]
  return built[0]!.output[0].code
}

/** Brings the suite into a page of the program, and runs its calls there. */
export async function suiteInPage(page: Page): Promise<RunningHost['run']> {
  // The page's policy forbids foreign scripts; what the inspector evaluates is not subject to it.
  await page.evaluate(await pageScript())
  return (path, index) => page.evaluate(([method, position]) => window.runContractCall(method, position), [path, index] as const)
}
