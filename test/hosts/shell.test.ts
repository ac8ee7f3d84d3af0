import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type * as ElectronModule from 'electron'
import { AppError } from '#api'
import { errorText } from '#api/i18n'
import { menuCommands } from '#api/bridge'
import { openLibrary } from '#node/index'
import { projectRoot } from './built'
import { executablePath, isDouble, startShell, type RunningShell } from './shell'
import { temporaryDirectory, type TemporaryDirectory } from './temporary'

type Electron = typeof ElectronModule

// Most of the time here is Chromium starting.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 })

/** What the double's stand-ins for the desktop were asked to do; the real shell is told to note the same. */
async function noteOutsideOpenings(shell: RunningShell): Promise<() => Promise<string[]>> {
  await shell.app.evaluate(({ shell: desktop }: Electron) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    desktop.openExternal = async (url) => void opened.push(url)
  })
  return () => shell.app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)
}

const urls = (shell: RunningShell) => shell.app.evaluate(({ BrowserWindow }: Electron) => BrowserWindow.getAllWindows().map((window) => window.webContents.getURL()))

let folder: TemporaryDirectory
beforeAll(async () => {
  folder = await temporaryDirectory()
})
afterAll(() => folder.remove())

describe('a window', () => {
  let shell: RunningShell
  beforeAll(async () => {
    shell = await startShell()
  })
  afterAll(() => shell?.close())

  it('shows the interface from the program\'s own scheme', async () => {
    expect(await urls(shell)).toEqual(['app://jingjian/index.html'])
    await shell.page.getByRole('main').waitFor()
  })

  it('is sandboxed, isolated, without Node, and with web security', async () => {
    const preferences = await shell.app.evaluate(({ BrowserWindow }: Electron) =>
      (BrowserWindow.getAllWindows()[0]!.webContents as unknown as { getLastWebPreferences(): object }).getLastWebPreferences())
    expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true })
  })

  it('has one bridge with nothing but what it promises, and no Node', async () => {
    const surface = await shell.page.evaluate(() => ({
      node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in window),
      bridge: Object.entries((window as unknown as { jingjian: object }).jingjian).map(([name, value]) => `${name}: ${typeof value}`).sort(),
    }))
    expect(surface).toEqual({ node: [], bridge: [
      'onMenu: function', 'onOpenedFiles: function', 'openAttachment: function', 'pathForFile: function', 'saveAttachment: function',
    ] })
  })

  it('runs no script and loads nothing from elsewhere', async () => {
    const outcome = await shell.page.evaluate(async () => {
      const script = document.createElement('script')
      script.textContent = 'window.injected = true'
      document.head.append(script)
      const image = document.createElement('img')
      image.setAttribute('onerror', 'window.injected = true')
      image.src = 'missing.png'
      document.body.append(image)
      await new Promise((resolve) => setTimeout(resolve, 300))
      const fetched = await fetch('https://example.com/').then(() => 'fetched', () => 'blocked')
      const frame = document.createElement('iframe')
      frame.src = 'https://example.com/'
      document.body.append(frame)
      return { injected: 'injected' in window, fetched }
    })
    expect(outcome).toEqual({ injected: false, fetched: 'blocked' })
    const policy = await shell.page.evaluate(() => fetch('index.html').then((reply) => reply.headers.get('content-security-policy')))
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'/)
  })

  it('serves nothing outside the interface', async () => {
    const statuses = await shell.page.evaluate(() => Promise.all(
      ['/../main/index.js', '/%2e%2e/main/index.js', '/..%2fmain%2findex.js', '/..%5cmain%5cindex.js', '/missing', '//etc/passwd']
        .map((path) => fetch(location.origin + path).then((reply) => reply.status, () => 0)),
    ))
    expect(statuses.filter((status) => status === 200)).toEqual([])
  })

  it('opens no second window; a browser gets https and nothing else', async () => {
    const opened = await noteOutsideOpenings(shell)
    await shell.page.evaluate(() => {
      for (const url of ['https://example.com/a', 'http://example.com/b', 'file:///etc/passwd', 'app://jingjian/index.html']) window.open(url)
    })
    await expect.poll(opened).toEqual(['https://example.com/a'])
    // The double opens a page and closes it again, where Electron never opens one.
    await expect.poll(() => shell.page.context().pages().length).toBe(1)
    expect((await urls(shell)).length).toBe(1)
  })

  it('cannot be led away', async () => {
    const opened = await noteOutsideOpenings(shell)
    for (const url of ['https://example.com/c', 'http://127.0.0.1:9/', 'file:///etc/passwd']) {
      await shell.page.evaluate((address) => {
        location.href = address
      }, url).catch(() => undefined)
    }
    await expect.poll(opened).toEqual(['https://example.com/c'])
    expect(await urls(shell)).toEqual(['app://jingjian/index.html'])
  })

  it('speaks to its own page alone', async () => {
    const answered = await shell.page.evaluate(async () => {
      const ask = (target: Window) => new Promise<string>((resolve) => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve('answered')
        target.postMessage('jingjian:connect', '*', [port2])
        port1.postMessage(JSON.stringify({ i: '0', p: { u: '/library/status', b: {} } }))
        setTimeout(() => resolve('silence'), 1500)
      })
      const frame = document.createElement('iframe')
      document.body.append(frame)
      return { own: await ask(window), frame: await ask(frame.contentWindow!) }
    })
    expect(answered).toEqual({ own: 'answered', frame: 'silence' })
  })

  it('has a menu in the user\'s language whose commands reach the page', async () => {
    const labels = await shell.app.evaluate(({ Menu }: Electron) => Menu.getApplicationMenu()!.items.map(({ label }) => label))
    expect(labels).toEqual(['文件', '编辑', '显示', '帮助'])
    await shell.page.evaluate(() => {
      const received: string[] = []
      Object.assign(window, { received })
      ;(window as unknown as { jingjian: { onMenu(listener: (command: string) => void): void } }).jingjian.onMenu((command) => received.push(command))
    })
    await shell.app.evaluate(({ Menu }: Electron, commands) => {
      for (const id of commands) Menu.getApplicationMenu()!.getMenuItemById(id)!.click()
    }, [...menuCommands])
    await expect.poll(() => shell.page.evaluate(() => (window as unknown as { received: string[] }).received)).toEqual([...menuCommands])
  })

  it('works again after a reload', async () => {
    await shell.page.reload()
    await shell.page.getByRole('main').waitFor()
    expect(await shell.page.evaluate(() => 'jingjian' in window)).toBe(true)
  })
})

describe('the program', () => {
  it('saves an attachment where the user says, opens a copy of one, and never one that would run', async () => {
    const shell = await startShell()
    const made = join(folder.path, 'attached')
    await mkdir(made)
    for (const name of ['报告.pdf', 'setup.exe']) await writeFile(join(made, name), `content of ${name}`)
    await shell.page.getByRole('button', { name: '打开示例库' }).click()
    await shell.page.getByRole('grid').getByText('云南模式').first().click()
    await shell.page.locator('input[type=file][aria-label="添加附件"]').setInputFiles([join(made, '报告.pdf'), join(made, 'setup.exe')])
    await shell.page.getByRole('list', { name: '附件' }).getByText('setup.exe').waitFor()

    const target = join(folder.path, '另存.pdf')
    await shell.app.evaluate(({ dialog, shell: desktop }: Electron, filePath) => {
      const opened: string[] = []
      Object.assign(globalThis, { opened })
      dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as unknown as typeof dialog.showSaveDialog
      desktop.openPath = async (file) => {
        opened.push(file)
        return ''
      }
    }, target)
    await shell.page.getByRole('button', { name: '“报告.pdf”的操作' }).click()
    await shell.page.getByRole('menuitem', { name: '另存为' }).click()
    await shell.page.getByText('已另存“报告.pdf”').waitFor()
    expect(await readFile(target, 'utf8')).toBe('content of 报告.pdf')

    await shell.page.getByRole('button', { name: 'setup.exe', exact: true }).click()
    await shell.page.getByText('这种附件不能直接打开').waitFor()
    await shell.page.getByRole('button', { name: '报告.pdf', exact: true }).click()
    const openings = () => shell.app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)
    await expect.poll(openings, { timeout: 15_000 }).toHaveLength(1)
    const [copy] = await openings()
    expect(copy).toMatch(/报告\.pdf$/)
    expect(await readFile(copy!, 'utf8')).toBe('content of 报告.pdf')
    await shell.close()
  })

  it('quits when its window is closed, with everything on the disk', async () => {
    const shell = await startShell()
    const directory = shell.directory
    await shell.page.getByRole('main').waitFor()
    const exit = once(shell.app.process(), 'exit')
    await shell.app.evaluate(({ BrowserWindow }: Electron) => {
      setTimeout(() => BrowserWindow.getAllWindows()[0]!.close(), 50)
    })
    expect((await exit)[0]).toBe(0)
    expect(shell.errors()).not.toMatch(/preload|not modelled|rejection/i)
    const library = await openLibrary({ directory, create: 'never', nativeDialogs: false })
    expect((await library.client.library.status()).recovery).toEqual([])
    expect(library.readOnly).toBeNull()
    await library.close()
  })

  it('remembers its window, and starts dark for who works in the dark', async () => {
    const [directory, userData] = [join(folder.path, 'dark'), join(folder.path, 'dark-user-data')]
    const library = await openLibrary({ directory, create: 'ifMissing', nativeDialogs: false })
    await library.client.library.setPreferences({ appearance: 'dark', language: 'en' })
    await library.close()
    const bounds = { x: 40, y: 50, width: 1000, height: 700 }
    const first = await startShell({ directory, userData })
    await first.app.evaluate(({ BrowserWindow }: Electron, wanted) => BrowserWindow.getAllWindows()[0]!.setBounds(wanted), bounds)
    await first.close()

    const second = await startShell({ directory, userData })
    const seen = await second.app.evaluate(({ BrowserWindow, Menu, nativeTheme }: Electron) => {
      const window = BrowserWindow.getAllWindows()[0]!
      return {
        bounds: window.getBounds(), background: window.getBackgroundColor().toLowerCase(), theme: nativeTheme.themeSource,
        menu: Menu.getApplicationMenu()!.items[0]!.label,
      }
    })
    await second.page.getByRole('main').waitFor()
    const paper = await second.page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--paper'))
    await second.close()
    expect(seen).toEqual({ bounds, theme: 'dark', menu: 'File', background: paper.toLowerCase() })
  })

  it('hands a bundle it is started with to the page, also after a reload', async () => {
    const bundle = join(folder.path, '交接.jingjian')
    await writeFile(bundle, new Uint8Array([80, 75, 5, 6, 255, 0]))
    const shell = await startShell({ arguments: [bundle] })
    // The bridge keeps what came before anybody listened, so listening again shows whether the interface has taken it.
    await expect.poll(() => shell.page.getByText('交接.jingjian').count(), { timeout: 15_000 }).toBeGreaterThan(0)
    await shell.close()
  })

  it.runIf(isDouble)('says in the user\'s language why it cannot open a folder, and leaves it as it was', async () => {
    const directory = join(folder.path, 'letters')
    await mkdir(directory)
    await writeFile(join(directory, 'letter.txt'), '一封信')
    const { message } = errorText(new AppError('NOT_A_LIBRARY', { path: directory }), 'zh-Hant')
    const program = spawn(executablePath, [projectRoot, `--library=${directory}`, `--user-data-dir=${join(folder.path, 'letters-user-data')}`], {
      env: { ...process.env, DOUBLE_LANGUAGE: 'zh-TW' },
    })
    let errors = ''
    program.stderr.on('data', (chunk: Buffer) => {
      errors += String(chunk)
    })
    expect((await once(program, 'exit'))[0]).toBe(1)
    expect(errors).toContain(message)
    expect(await readFile(join(directory, 'letter.txt'), 'utf8')).toBe('一封信')
  })

  it.runIf(isDouble)('ends at once where another instance runs', async () => {
    const directory = join(folder.path, 'second')
    const program = spawn(executablePath, [projectRoot, `--library=${directory}`], {
      env: { ...process.env, DOUBLE_SECOND_INSTANCE: '1' },
    })
    expect((await once(program, 'exit'))[0]).toBe(0)
    await expect(readFile(join(directory, 'library.json'))).rejects.toThrow('ENOENT')
  })
})
