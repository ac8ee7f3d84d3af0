import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { projectRoot, requireBuild } from './built'
import { temporaryDirectory } from './temporary'

const realBinary = join(projectRoot, 'node_modules/electron/dist/electron')
const double = join(projectRoot, 'test/electron-double/bin/electron')

/** The real Electron where it is installed, else its double: what tests do with it is the same. */
export const executablePath = process.env.ELECTRON_BIN ?? (existsSync(realBinary) ? realBinary : double)
export const isDouble = executablePath === double

export interface RunningShell {
  app: ElectronApplication
  page: Page
  /** The library's folder. */
  directory: string
  /** What the main process has written to standard error so far. */
  errors(): string
  /** Quits as the user would, and waits for the end. */
  close(): Promise<void>
}

export interface ShellOptions {
  directory?: string
  /** Where window state lies; give it to a second start to find it again. */
  userData?: string
  arguments?: string[]
  environment?: Record<string, string>
}

/** Starts the built program with a library and settings of its own. */
export async function startShell(options: ShellOptions = {}): Promise<RunningShell> {
  requireBuild()
  const folder = await temporaryDirectory()
  const directory = options.directory ?? join(folder.path, 'library')
  const userData = options.userData ?? join(folder.path, 'user-data')
  const app = await _electron.launch({
    executablePath,
    args: [projectRoot, `--user-data-dir=${userData}`, `--library=${directory}`, ...(options.arguments ?? [])],
    env: { ...process.env, ...options.environment } as Record<string, string>,
  })
  let errors = ''
  app.process().stderr?.on('data', (chunk: Buffer) => {
    errors += String(chunk)
  })
  const page = await app.firstWindow()
  // A window is there before its page is.
  await page.waitForURL((url) => url.href !== 'about:blank', { waitUntil: 'domcontentloaded' })
  return {
    app, page, directory, errors: () => errors,
    async close() {
      await app.close()
      await folder.remove()
    },
  }
}
