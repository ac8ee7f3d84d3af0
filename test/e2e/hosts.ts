import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
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
  /** The file that the user is given once `act` has made the page save one. */
  savedFile(page: Page, act: () => Promise<void>): Promise<{ name: string; bytes: Buffer }>
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
  async savedFile(page, act) {
    const [download] = await Promise.all([page.waitForEvent('download'), act()])
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
  },
}

/**
 * Under Electron a download ends in the system's own save dialog, which no test can answer; so the file is taken where
 * the page hands it over.
 */
async function fileHandedOver(page: Page, act: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const handedOver = page.evaluate(() => new Promise<{ name: string; base64: string }>((resolve) => {
    const { createObjectURL } = URL
    URL.createObjectURL = (file) => {
      URL.createObjectURL = createObjectURL
      const reader = new FileReader()
      reader.onload = () => resolve({ name: (file as File).name, base64: String(reader.result).split(',')[1]! })
      reader.readAsDataURL(file as File)
      return createObjectURL(file)
    }
  }))
  await act()
  const { name, base64 } = await handedOver
  return { name, bytes: Buffer.from(base64, 'base64') }
}

const electron: ProgramHost = {
  name: isDouble ? 'built Electron program on the double' : `built Electron program on ${executablePath}`,
  async start(directory) {
    const shell = await startShell({ directory })
    await shell.page.setViewportSize(VIEWPORT)
    return { page: shell.page, close: () => shell.close() }
  },
  savedFile: fileHandedOver,
}

export const programHosts: ProgramHost[] = [webHost, electron]
