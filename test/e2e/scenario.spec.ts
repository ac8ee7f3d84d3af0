/**
 * The main job, end to end, in the words of the user guide: a messy document becomes cases that can be found, compared
 * and handed over. The same steps run against the web host in Chromium and against the built Electron program.
 */
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { projectRoot } from '../hosts/built'
import { temporaryDirectory, type TemporaryDirectory } from '../hosts/temporary'
import { programHosts, type RunningProgram } from './hosts'

const sample = join(projectRoot, '../shared/samples/chambers-raw.txt')
const hasSample = existsSync(sample)
if (!hasSample) console.warn('scenario: skipped, the sample document ../shared/samples/chambers-raw.txt is not here')

const results = join(projectRoot, 'test-results/scenario')

describe.skipIf(!hasSample).each(programHosts)('the main job on the $name', (host) => {
  let folder: TemporaryDirectory
  let program: RunningProgram
  let page: Page
  const faults: string[] = []

  const start = async () => {
    program = await host.start(join(folder.path, 'library'))
    page = program.page
    page.setDefaultTimeout(20_000)
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  }

  beforeAll(async () => {
    await mkdir(results, { recursive: true })
    folder = await temporaryDirectory()
    await start()
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await page.screenshot({ path: join(results, `failed-${host.name}-${task.name.slice(0, 40)}.png`) })
  })
  afterAll(async () => {
    await program?.close()
    await folder?.remove()
  })

  const list = () => page.getByRole('grid', { name: '案例列表' }).or(page.getByRole('listbox', { name: '案例列表' }))
  const search = () => page.getByRole('searchbox').or(page.getByPlaceholder(/^搜索案例/)).first()

  test('an empty library offers the sample and an import', async () => {
    await page.getByRole('button', { name: '打开示例库' }).waitFor()
    expect(await page.getByRole('button', { name: '导入文档' }).count()).toBeGreaterThan(0)
  })

  test('the document is split into eight cases, repairs shown, before anything is written', async () => {
    await page.getByRole('main').getByRole('button', { name: '导入文档' }).first().click()
    await page.locator('input[type=file]').first().setInputFiles(sample)
    await page.getByRole('button', { name: '导入 8 个案例' }).waitFor()
    await page.getByText('81 处').first().waitFor()
    await page.screenshot({ path: join(results, `${host.name}-import.png`) })
    expect(await page.getByText('尚未写入资料库').count()).toBeGreaterThan(0)
  })

  test('committing writes them, with the damaged spot still waiting', async () => {
    await page.getByRole('button', { name: '导入 8 个案例' }).click()
    await page.getByText('已导入 8 个案例').waitFor()
    await page.getByRole('button', { name: '到资料库查看' }).click()
    await list().waitFor()
    await page.getByText('8 个案例').first().waitFor()
  })

  test('the same document again is eight duplicates', async () => {
    await page.getByRole('navigation').getByText('导入文档').click()
    await page.locator('input[type=file]').first().setInputFiles(sample)
    await page.getByText(/资料库里已经有了/).waitFor()
    expect(await page.getByText('重复', { exact: true }).count()).toBe(8)
    await page.getByRole('button', { name: '放弃' }).click()
  })

  test.each(['云南模式', '雲南模式', '云南'])('searching %s finds the Yunnan case and marks the original characters', async (query) => {
    await page.getByRole('navigation').getByText('全部案例').click()
    await search().fill(query)
    await page.getByText(/找到 \d+ 个/).waitFor()
    await page.waitForFunction((sought) => [...document.querySelectorAll('mark')].some((mark) => sought.includes(mark.textContent ?? '')), ['云南模式', '云南'])
    const first = list().getByRole('row').or(list().getByRole('option')).first()
    expect(await first.textContent()).toContain('云南模式')
  })

  test('a case is opened, its damaged spot repaired, edited, tagged, and each step undone', async () => {
    await search().fill('')
    await list().getByText('廣州青商會').first().click()
    await page.getByText('日常活動的據點').first().waitFor()
    await page.getByRole('button', { name: '采用' }).first().click()
    await expect.poll(() => page.getByRole('article').or(page.getByRole('main')).first().textContent()).toContain('日常活動的據點')
    await page.getByRole('button', { name: '编辑', exact: true }).click()
    await page.getByRole('textbox', { name: '标题', exact: true }).fill('廣州青商會黨支部')
    await page.keyboard.press('Control+s')
    await page.getByRole('heading', { name: /廣州青商會黨支部/ }).waitFor()
    await page.getByRole('button', { name: /添加标签/ }).click()
    await page.keyboard.type('志愿服务')
    await page.keyboard.press('Enter')
    await page.getByText('志愿服务').first().waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: /廣州青商會黨支部/ }).click()
    await page.keyboard.press('Control+z')
    await page.getByText('已撤销：修改标签').waitFor()
    await page.keyboard.press('Control+z')
    await page.getByText('已撤销：编辑案例').waitFor()
    await page.getByRole('heading', { name: '廣州青商會', exact: false }).first().waitFor()
  })

  test('three cases are compared, what they share and what is unique marked', async () => {
    await page.getByRole('navigation').getByText('全部案例').click()
    for (const title of ['長沙泉州商會', '鄭州商會', '云南模式']) await page.getByRole('checkbox', { name: `选择“${title}”` }).click({ force: true })
    await page.getByRole('button', { name: '对比', exact: true }).last().click()
    const table = page.getByRole('table', { name: '案例对比表' })
    await table.waitFor()
    for (const row of ['看点', '特色', '地区', '荣誉', '特色做法']) expect(await table.getByText(row, { exact: true }).count()).toBeGreaterThan(0)
    expect(await page.getByText('先进基层党组织').or(page.getByText('先進基層黨組織')).count()).toBeGreaterThan(0)
    await page.screenshot({ path: join(results, `${host.name}-compare.png`) })
  })

  test.each([['演示文稿', /\.pptx$/], ['Markdown', /\.md$/], ['单页网页', /\.html$/], ['资料包', /\.jingjian$/]])('the comparison is exported: %s', async (format, ending) => {
    await page.getByRole('main').getByRole('button', { name: '导出', exact: true }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.locator('label').filter({ has: page.getByRole('radio', { name: format }) }).click()
    const file = await host.savedFile(page, () => dialog.getByRole('button', { name: '导出', exact: true }).click())
    expect(file.name).toMatch(ending)
    expect(file.bytes.length).toBeGreaterThan(1000)
    await writeFile(join(results, file.name), file.bytes)
    await dialog.getByRole('button', { name: '关闭' }).last().click()
    await dialog.waitFor({ state: 'hidden' })
  })

  test('after quitting and starting again everything is there', async () => {
    await program.close()
    await start()
    await list().waitFor()
    await page.getByText('8 个案例').first().waitFor()
    await list().getByText('廣州青商會').first().click()
    await page.getByRole('heading', { name: /廣州青商會/ }).first().waitFor()
  })

  test('nothing was reported as an error along the way', () => {
    expect(faults).toEqual([])
  })
})
