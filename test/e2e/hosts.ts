import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { projectRoot, requireBuild } from '../hosts/built'
import { launchChromium } from '../hosts/chromium'
import { executablePath, isDouble, startShell } from '../hosts/shell'

/** The program running over a library folder, with its interface in `page`. */
export interface RunningProgram {
  page: Page
  close(): Promise<void>
}

export interface ProgramHost {
  name: string
  start(directory: string): Promise<RunningProgram>
}

const VIEWPORT = { width: 1280, height: 800 }

/** `node out/main/web.js` and a browser, as `npm start` runs it without an Electron binary. */
const webHost: ProgramHost = {
  name: 'web host in Chromium',
  async start(directory) {
    requireBuild()
    const server = spawn(process.execPath, [join(projectRoot, 'out/main/web.js'), '--library', directory, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] })
    const [line] = (await once(server.stdout, 'data')) as [Buffer]
    const browser = await launchChromium()
    const page = await browser.newPage({ viewport: VIEWPORT })
    await page.goto(String(line).trim())
    return {
      page,
      async close() {
        await browser.close()
        const exited = once(server, 'exit')
        server.kill('SIGTERM')
        await exited
      },
    }
  },
}

const electron: ProgramHost = {
  name: isDouble ? 'built Electron program on the double' : `built Electron program on ${executablePath}`,
  async start(directory) {
    const shell = await startShell({ directory })
    await shell.page.setViewportSize(VIEWPORT)
    return { page: shell.page, close: () => shell.close() }
  },
}

export const programHosts: ProgramHost[] = [webHost, electron]
