import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addCase, exported, openClient } from '../export/support'
import { launchChromium } from '../hosts/chromium'

const root = path.resolve(import.meta.dirname, '../..')
const built = path.join(root, 'out/reader/index.html')
const HOSTILE = '</script><script>window.hostileRan = 1</script><img src=x onerror="window.hostileRan = 1"><!--'
const FIRST_VIEW = 60_000

describe('the one-file reader, opened from the disk', { timeout: 90_000 }, () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'jingjian-reader-'))
  let browser: Browser
  let page: Page
  let html = ''
  const requests: string[] = []
  const problems: string[] = []

  beforeAll(async () => {
    if (!existsSync(built)) await build({ configFile: path.join(root, 'reader.vite.config.ts'), logLevel: 'error' })
    const client = await openClient({ resources: { 'reader.html': readFileSync(built, 'utf8') } })
    const ids = [
      await addCase(client, { title: '甲地商会的云南模式', tags: ['联络'], features: '推行“三比三评”，党员每月一次联络。' }),
      await addCase(client, { title: `乙地商会${HOSTILE}`, features: `${HOSTILE}\n\n[点这里](javascript:window.hostileRan=1)\n\n推行“三比三评”，会员轮值。` }),
      await addCase(client, { title: '丙地商会', features: '设立党员先锋岗。' }),
    ]
    await addCase(client, { title: '没有选中的商会' })
    html = new TextDecoder().decode((await exported(client, { format: 'html', cases: ids, title: `三地商会${HOSTILE}` })).bytes)
    const file = path.join(directory, '三地 商会.html')
    writeFileSync(file, html)
    browser = await launchChromium()
    page = await browser.newPage({ viewport: { width: 1360, height: 850 } })
    page.on('request', (request) => requests.push(request.url()))
    page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) problems.push(message.text()) })
    page.on('pageerror', (error) => problems.push(String(error)))
    await page.goto(pathToFileURL(file).href)
    await page.getByRole('grid').waitFor({ timeout: FIRST_VIEW })
  }, 180_000)

  afterAll(async () => {
    await browser?.close()
    rmSync(directory, { recursive: true, force: true })
  })

  const rows = () => page.getByRole('grid').locator('[data-case]')
  const search = (text: string) => page.getByRole('combobox', { name: /^搜索案例/ }).fill(text)

  it('lists the selected cases and no others, under the title it was given', async () => {
    await expect.poll(() => rows().count()).toBe(3)
    expect(await page.getByText('没有选中的商会').count()).toBe(0)
    expect(html).not.toContain('没有选中的商会')
    expect(await page.getByText('三地商会').first().isVisible()).toBe(true)
  })

  it('searches: traditional for simplified, and from pinyin', async () => {
    for (const query of ['雲南模式', 'yunnan']) {
      await search(query)
      await expect.poll(() => rows().count()).toBe(1)
      expect(await rows().first().innerText()).toContain('云南模式')
    }
    await search('')
    await expect.poll(() => rows().count()).toBe(3)
  })

  it('opens a case and shows hostile text as text', async () => {
    await rows().filter({ hasText: '乙地商会' }).click()
    const text = page.getByText('会员轮值').first()
    await text.waitFor()
    expect(await page.getByText('window.hostileRan = 1').count()).toBeGreaterThan(0)
    expect(await page.locator('a[href^="javascript:"]').count()).toBe(0)
  })

  it('compares side by side', async () => {
    for (const title of ['甲地商会', '丙地商会']) await rows().filter({ hasText: title }).getByRole('checkbox').check({ force: true })
    await page.getByRole('toolbar').getByRole('button', { name: '对比' }).click()
    const table = page.getByRole('table').or(page.getByRole('grid', { name: '对比' })).first()
    await table.waitFor()
    await expect.poll(() => table.innerText()).toContain('三比三评')
    expect(await table.innerText()).toContain('党员先锋岗')
  })

  it('offers nothing that would change the library', async () => {
    await page.getByRole('button', { name: '全部案例' }).click()
    await rows().first().click()
    for (const name of [/编辑/u, /删除/u, /导入/u, /撤销/u, /示例库/u]) {
      expect(await page.getByRole('button', { name }).count(), String(name)).toBe(0)
    }
  })

  describe('as text', () => {
    const file = () => pathToFileURL(path.join(directory, '三地 商会.html')).href
    const text = (on: Page) => on.locator('#jingjian-text')

    it('is read, searched and marked on a telephone, and fits its width', async () => {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })
      const phone = await context.newPage()
      await phone.goto(file())
      await phone.getByRole('searchbox').fill('yunnan')
      await phone.getByText('找到 1 个案例').waitFor({ timeout: FIRST_VIEW })
      expect(await text(phone).getByRole('article').count()).toBe(1)
      expect(await phone.evaluate(() => [...CSS.highlights.get('search')!].map(String))).toContain('云南')
      await phone.getByRole('searchbox').fill('')
      await expect.poll(() => text(phone).getByRole('article').count()).toBe(3)
      expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
      expect(await phone.evaluate(() => (window as { hostileRan?: number }).hostileRan)).toBeUndefined()
      await context.close()
    })

    it('is there without a script, and says what is missing', async () => {
      const context = await browser.newContext({ javaScriptEnabled: false })
      const still = await context.newPage()
      await still.goto(file())
      await expect.poll(() => text(still).innerText()).toContain('党员每月一次联络')
      // Playwright switches scripts off after the parser, so the remark itself is not shown here.
      expect(html).toMatch(/<noscript>\s*<p>未启用 JavaScript/u)
      await context.close()
    })

    it('shows the interface without highlights where the browser has none', async () => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
      const older = await context.newPage()
      const failures: string[] = []
      older.on('pageerror', (error) => failures.push(String(error)))
      await older.addInitScript(() => {
        delete (CSS as { highlights?: unknown }).highlights
        delete (window as { Highlight?: unknown }).Highlight
        Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('blocked', 'SecurityError') } })
      })
      await older.goto(file())
      await older.getByRole('grid').locator('[data-case]').filter({ hasText: '丙地商会' }).click({ timeout: FIRST_VIEW })
      await older.getByText('设立党员先锋岗').first().waitFor()
      expect(failures).toEqual([])
      await context.close()
    })

    it('prints all cases, in black on white, whatever is on the screen', async () => {
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
      const printed = await text(page).evaluate((element) => ({ shown: getComputedStyle(element).display, ink: getComputedStyle(element).color, words: element.textContent ?? '' }))
      await page.emulateMedia({ media: 'screen', colorScheme: 'light' })
      expect(printed).toMatchObject({ shown: 'block', ink: 'rgb(0, 0, 0)' })
      for (const title of ['甲地商会的云南模式', '乙地商会', '丙地商会']) expect(printed.words).toContain(title)
    })
  })

  it('keeps the title of the hand-over, and the language that was chosen', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    const reader = await context.newPage()
    await reader.goto(pathToFileURL(path.join(directory, '三地 商会.html')).href)
    await reader.getByRole('grid').waitFor({ timeout: FIRST_VIEW })
    expect(await reader.title()).toContain('三地商会')
    await reader.getByRole('button', { name: '设置' }).first().click()
    await reader.getByRole('combobox', { name: '语言' }).click()
    await reader.getByTitle('繁體中文').click()
    await expect.poll(() => reader.evaluate(() => document.documentElement.lang)).toBe('zh-Hant')
    await reader.reload()
    await reader.getByRole('combobox', { name: /^搜尋案例/ }).waitFor({ timeout: FIRST_VIEW })
    await expect.poll(() => reader.evaluate(() => document.documentElement.lang)).toBe('zh-Hant')
    await context.close()
  })

  it('would not run a script that got into the page', async () => {
    const blocked = await page.evaluate(async () => {
      let violations = 0
      document.addEventListener('securitypolicyviolation', () => violations++)
      const holder = document.createElement('div')
      holder.innerHTML = '<img src="data:," onerror="window.hostileRan = 1">'
      const script = document.createElement('script')
      script.textContent = 'window.hostileRan = 1'
      document.body.append(holder, script)
      await new Promise((resume) => setTimeout(resume, 300))
      holder.remove()
      script.remove()
      return violations
    })
    problems.splice(0, problems.length, ...problems.filter((text) => !text.includes('Content Security Policy')))
    expect(blocked).toBeGreaterThanOrEqual(2)
    expect(await page.evaluate(() => (window as { hostileRan?: number }).hostileRan)).toBeUndefined()
  })

  it('asked for nothing but itself, and had no errors', () => {
    expect(requests.filter((url) => !url.startsWith('data:') && !url.startsWith('blob:'))).toHaveLength(1)
    expect(problems).toEqual([])
  })
})
