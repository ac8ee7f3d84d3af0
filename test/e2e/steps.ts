/** What several specs do with the interface, in the words of the interface's first language. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { projectRoot } from '../hosts/built'
import { temporaryDirectory, type TemporaryDirectory } from '../hosts/temporary'
import type { ProgramHost, RunningProgram } from './hosts'

/** Runs the program over an empty library for all tests of a suite. Answers how to get at its page. */
export function useProgram(host: ProgramHost, name: string): () => Page {
  const results = join(projectRoot, 'test-results', name)
  let folder: TemporaryDirectory
  let program: RunningProgram
  beforeAll(async () => {
    await mkdir(results, { recursive: true })
    folder = await temporaryDirectory()
    program = await host.start(join(folder.path, 'library'))
    program.page.setDefaultTimeout(20_000)
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await program.page.screenshot({ path: join(results, `failed-${task.name.slice(0, 40)}.png`) })
  })
  afterAll(async () => {
    await program?.close()
    await folder?.remove()
  })
  return () => program.page
}

export const caseList = (page: Page): Locator => page.getByRole('grid', { name: '案例列表' })

/** The box over the list of cases. */
export const searchBox = (page: Page): Locator => page.getByRole('combobox', { name: /^搜索案例/ })

export async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: '打开示例库' }).click()
  await caseList(page).getByText('云南模式').first().waitFor()
}

export async function goTo(page: Page, entry: '全部案例' | '对比' | '导入文档' | '设置'): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: entry }).first().click()
}

/** Chooses a format in the export dialog by key: while the dialog opens its cards still move under a pointer. */
export async function chooseFormat(page: Page, format: string): Promise<void> {
  const radio = page.getByRole('dialog').getByRole('radio', { name: format })
  await radio.focus()
  await radio.press('Space')
  await page.getByRole('dialog').getByRole('radio', { name: format, checked: true }).waitFor({ state: 'attached' })
}

/** Ticks a case in the list, wherever the list has scrolled to meanwhile, and sees that it is ticked. */
export async function tickCase(page: Page, title: string): Promise<void> {
  const name = `选择“${title}”`
  await page.getByRole('checkbox', { name }).dispatchEvent('click')
  await page.getByRole('checkbox', { name, checked: true }).waitFor({ state: 'attached' })
}
