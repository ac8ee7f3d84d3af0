/**
 * What is handed over, as the one who gets it sees it: two cases are exported through the interface in every format, and
 * each file is opened by the program it is for.
 */
import { execFile } from 'node:child_process'
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projectRoot } from '../hosts/built'
import { launchChromium } from '../hosts/chromium'
import { temporaryDirectory, type TemporaryDirectory } from '../hosts/temporary'
import { programHosts, type RunningProgram } from './hosts'
import { chooseFormat, tickCase } from './steps'

const run = promisify(execFile)
const host = programHosts[0]!
const results = join(projectRoot, 'test-results/handover')
const TITLES = ['云南模式', '厦门莆田商会']
/** Words that stand in the one and in the other of the two cases of the sample library. */
const WORDS = ['昆明', '妈祖']

describe('two cases handed over', () => {
  let folder: TemporaryDirectory
  let program: RunningProgram
  let page: Page
  const files = new Map<string, string>()

  const opened = async (directory: string) => {
    const started = await host.start(join(folder.path, directory))
    started.page.setDefaultTimeout(20_000)
    return started
  }
  const list = (on: Page) => on.getByRole('grid', { name: '案例列表' })

  beforeAll(async () => {
    await rm(results, { recursive: true, force: true })
    await mkdir(results, { recursive: true })
    folder = await temporaryDirectory()
    program = await opened('first')
    page = program.page
    await page.getByRole('button', { name: '打开示例库' }).click()
    await list(page).waitFor()
    for (const title of TITLES) await tickCase(page, title)
  })
  afterAll(async () => {
    await program?.close()
    await folder?.remove()
  })

  test.each([['演示文稿', 'pptx'], ['Markdown', 'md'], ['单页网页', 'html'], ['资料包', 'jingjian']])('are exported as %s', async (format, ending) => {
    await page.getByRole('toolbar').getByRole('button', { name: '导出', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await chooseFormat(page, format)
    const { name, bytes } = await host.savedFile(page, () => dialog.getByRole('button', { name: '导出', exact: true }).click())
    expect(name.endsWith(`.${ending}`)).toBe(true)
    const file = join(results, `two.${ending}`)
    await writeFile(file, bytes)
    files.set(ending, file)
    await dialog.getByRole('button', { name: '关闭' }).last().click()
    await dialog.waitFor({ state: 'hidden' })
  })

  test('the presentation opens, says what the cases say, and no page is blank', async ({ skip }) => {
    const tools = await Promise.all(['soffice', 'pdftotext', 'pdftoppm'].map((tool) => run('which', [tool]).then(() => true, () => false)))
    if (tools.includes(false)) return skip('LibreOffice or poppler is not installed')
    await run('soffice', ['--headless', `-env:UserInstallation=${pathToFileURL(join(folder.path, 'office')).href}`, '--convert-to', 'pdf', '--outdir', results, files.get('pptx')!])
    const pdf = join(results, 'two.pdf')
    const { stdout } = await run('pdftotext', [pdf, '-'])
    const pages = stdout.split('\f').filter((text) => text.trim() !== '')
    for (const words of ['2 个案例', '目录', '对照', '来源']) expect(pages.some((text) => text.replace(/\s+/gu, ' ').includes(words)), words).toBe(true)
    for (const title of TITLES) expect(pages.filter((text) => text.includes(title)).length).toBeGreaterThanOrEqual(3)
    for (const word of WORDS) expect(stdout).toContain(word)

    await run('pdftoppm', ['-r', '40', '-png', pdf, join(results, 'page')])
    const images = (await readdir(results)).filter((name) => /^page-\d+\.png$/u.test(name))
    expect(images.length).toBe(pages.length)
    // An empty sheet of this size compresses to less than 1 kB.
    for (const name of images) expect((await stat(join(results, name))).size, name).toBeGreaterThan(2_000)
  })

  test('the page opens from the disk in a browser, and is searched there', async () => {
    const browser = await launchChromium()
    try {
      const reader = await browser.newPage({ viewport: { width: 1280, height: 800 } })
      const faults: string[] = []
      reader.on('pageerror', (error) => faults.push(error.message))
      await reader.goto(pathToFileURL(files.get('html')!).href)
      const rows = reader.getByRole('grid').locator('[data-case]')
      await rows.first().waitFor({ timeout: 60_000 })
      expect(await rows.count()).toBe(2)
      await reader.getByRole('combobox', { name: /^搜索案例/ }).fill('雲南模式')
      await expect.poll(() => rows.count()).toBe(1)
      expect(await rows.first().innerText()).toContain('云南模式')
      expect(faults).toEqual([])
    } finally {
      await browser.close()
    }
  })

  test('the bundle brings the same cases into an empty library', async () => {
    const second = await opened('second')
    try {
      const other = second.page
      await other.getByRole('main').getByRole('button', { name: '导入文档' }).first().click()
      await other.locator('input[type=file]').first().setInputFiles(files.get('jingjian')!)
      await other.getByRole('button', { name: /合并/u }).first().click()
      await other.getByRole('navigation').getByText('全部案例').click()
      await list(other).locator('[data-case]').first().waitFor()
      expect(await list(other).locator('[data-case]').count()).toBe(2)
      for (const title of TITLES) {
        await list(other).getByText(title, { exact: true }).first().click()
        await other.getByRole('heading', { name: title }).first().waitFor()
      }
    } finally {
      await second.close()
    }
  })
})
