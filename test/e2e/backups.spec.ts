/** A library that did not end well, as its user finds it: the notice that can be opened, and a backup that is restored. */
import { appendFile, mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projectRoot } from '../hosts/built'
import { temporaryDirectory, type TemporaryDirectory } from '../hosts/temporary'
import { programHosts, type RunningProgram } from './hosts'
import { caseList, goTo, openSample } from './steps'

const host = programHosts[0]!

describe('after an unexpected end', () => {
  let folder: TemporaryDirectory
  let program: RunningProgram
  const start = async (): Promise<void> => {
    program = await host.start(join(folder.path, 'library'))
    program.page.setDefaultTimeout(20_000)
  }
  beforeAll(async () => {
    await mkdir(join(projectRoot, 'test-results'), { recursive: true })
    folder = await temporaryDirectory()
    await start()
    await openSample(program.page)
    await goTo(program.page, '设置')
    await program.page.getByRole('button', { name: '立即备份' }).click()
    await program.page.getByText(/^已备份 \d+ 个案例$/u).waitFor()
    await program.close()
    const journal = join(folder.path, 'library', 'journal')
    await appendFile(join(journal, (await readdir(journal)).sort().at(-1)!), Buffer.from([1, 2, 3, 4, 5]))
    await start()
  })
  afterAll(async () => {
    await program?.close()
    await folder?.remove()
  })

  test('the notice tells in words what was found, and does not come back once it was read', async () => {
    const { page } = program
    await page.getByRole('button', { name: '查看详情' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('日志末尾有一段没有写完').waitFor()
    await dialog.getByText(join(folder.path, 'library', 'damaged')).waitFor()
    await dialog.getByRole('button', { name: '立即检查' }).click()
    await dialog.getByText('资料库完好').waitFor()
    await dialog.getByRole('button', { name: '知道了' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page.reload()
    await caseList(page).waitFor()
    expect(await page.getByRole('button', { name: '查看详情' }).count()).toBe(0)
  })

  test('restoring a backup is previewed, done in one step, and undone', async () => {
    const { page } = program
    await caseList(page).getByText('云南模式').first().click()
    await page.keyboard.press('Delete')
    await page.getByText(/^已删除/u).first().waitFor()
    await goTo(page, '设置')
    await page.getByRole('button', { name: /^预览并恢复/u }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('region', { name: '1 个案例会回来' }).getByText('云南模式').waitFor()
    await dialog.getByRole('button', { name: '恢复', exact: true }).click()
    await page.getByText(/^已恢复，共 \d+ 个案例$/u).waitFor()
    await page.getByText('恢复之前', { exact: true }).waitFor()
    await page.getByRole('button', { name: '撤销', exact: true }).click()
    await page.getByText('已撤销：恢复备份').waitFor()
    await goTo(page, '全部案例')
    await expect.poll(() => caseList(page).getByText('云南模式').count()).toBe(0)
  })
})
