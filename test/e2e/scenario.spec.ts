/**
 * The main job, end to end, in the words of the user guide: a messy document becomes cases that can be found, compared
 * and handed over. The same steps run against the web host in Chromium and against the built Electron program.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { projectRoot } from '../hosts/built'
import { temporaryDirectory, type TemporaryDirectory } from '../hosts/temporary'
import { messyDocument } from './documents'
import { programHosts, type RunningProgram } from './hosts'
import { caseList, chooseFormat, searchBox, tickCase } from './steps'

const { file, cases, pinyinSpots, damaged, search: sought, compared, term } = messyDocument
const repairedTitle = `${damaged.title}黨支部`
const results = join(projectRoot, 'test-results/scenario')

describe.each(programHosts)('the main job on the $name', (host) => {
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

  const list = () => caseList(page)
  const search = () => searchBox(page)

  test('an empty library offers the sample and an import', async () => {
    await page.getByRole('button', { name: '打开示例库' }).waitFor()
    expect(await page.getByRole('button', { name: '导入文档' }).count()).toBeGreaterThan(0)
  })

  test('the document is split into its cases, repairs shown, before anything is written', async () => {
    await page.getByRole('main').getByRole('button', { name: '导入文档' }).first().click()
    await page.locator('input[type=file]').first().setInputFiles(file)
    await page.getByRole('button', { name: `导入 ${cases} 个案例` }).waitFor()
    await page.getByText(`${pinyinSpots} 处`).first().waitFor()
    await page.screenshot({ path: join(results, `${host.name}-import.png`) })
    expect(await page.getByText('尚未写入资料库').count()).toBeGreaterThan(0)
  })

  test('committing writes them, with the damaged spot still waiting', async () => {
    await page.getByRole('button', { name: `导入 ${cases} 个案例` }).click()
    await page.getByText(`已导入 ${cases} 个案例`).waitFor()
    await page.getByRole('button', { name: '到资料库查看' }).click()
    await list().waitFor()
    await page.getByText(`${cases} 个案例`).first().waitFor()
  })

  test('the same document again is nothing but duplicates', async () => {
    await page.getByRole('navigation').getByText('导入文档').click()
    await page.locator('input[type=file]').first().setInputFiles(file)
    await page.getByText(/资料库里已经有了/).waitFor()
    expect(await page.getByText('重复', { exact: true }).count()).toBe(cases)
    await page.getByRole('button', { name: '放弃' }).click()
  })

  test.each(sought.queries)('searching %s finds the case meant and marks the original characters', async (query) => {
    await page.getByRole('navigation').getByText('全部案例').click()
    await search().fill(query)
    await page.getByText(/找到 \d+ 个/).waitFor()
    await page.waitForFunction((words) => [...document.querySelectorAll('mark')].some((mark) => words.includes(mark.textContent ?? '')), sought.marked)
    const first = list().getByRole('row').or(list().getByRole('option')).first()
    expect(await first.textContent()).toContain(sought.title)
  })

  test('a case is opened, its damaged spot repaired, edited, tagged, and each step undone', async () => {
    await search().fill('')
    // An empty box offers what was searched for before.
    await page.keyboard.press('Escape')
    await list().getByText(damaged.title).first().click()
    await page.getByText(damaged.repaired).first().waitFor()
    await page.getByRole('button', { name: '采用' }).first().click()
    await expect.poll(() => page.getByRole('article').or(page.getByRole('main')).first().textContent()).toContain(damaged.repaired)
    await page.getByRole('button', { name: '编辑', exact: true }).click()
    await page.getByRole('textbox', { name: '标题', exact: true }).fill(repairedTitle)
    await page.keyboard.press('Control+s')
    await page.getByRole('heading', { name: repairedTitle }).waitFor()
    await page.getByRole('button', { name: /添加标签/ }).click()
    await page.keyboard.type('志愿服务')
    await page.keyboard.press('Enter')
    await page.getByText('志愿服务').first().waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: repairedTitle }).click()
    await page.keyboard.press('Control+z')
    await page.getByText('已撤销：修改标签').waitFor()
    await page.keyboard.press('Control+z')
    await page.getByText('已撤销：编辑案例').waitFor()
    await page.getByRole('heading', { name: damaged.title }).first().waitFor()
  })

  test('cases are compared, what they share and what is unique marked', async () => {
    await page.getByRole('navigation').getByText('全部案例').click()
    for (const title of compared) await tickCase(page, title)
    await page.getByRole('button', { name: '对比', exact: true }).last().click()
    const table = page.getByRole('table', { name: '案例对比表' })
    await table.waitFor()
    for (const row of ['看点', '特色', '地区', '荣誉', '特色做法']) expect(await table.getByText(row, { exact: true }).count()).toBeGreaterThan(0)
    expect(await page.getByText(term).count()).toBeGreaterThan(0)
    await page.screenshot({ path: join(results, `${host.name}-compare.png`) })
  })

  test.each([['演示文稿', /\.pptx$/], ['Markdown', /\.md$/], ['单页网页', /\.html$/], ['资料包', /\.jingjian$/]])('the comparison is exported: %s', async (format, ending) => {
    await page.getByRole('main').getByRole('button', { name: '导出', exact: true }).first().click()
    const dialog = page.getByRole('dialog')
    await chooseFormat(page, format)
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
    await page.getByText(`${cases} 个案例`).first().waitFor()
    await list().getByText(damaged.title).first().click()
    await page.getByRole('heading', { name: damaged.title }).first().waitFor()
  })

  test('nothing was reported as an error along the way', () => {
    expect(faults).toEqual([])
  })
})
