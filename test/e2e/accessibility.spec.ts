/** No view has a serious or critical accessibility fault, in either appearance. */
import AxeBuilder from '@axe-core/playwright'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectRoot } from '../hosts/built'
import { programHosts } from './hosts'
import { caseList, goTo, openSample, searchBox, useProgram } from './steps'

const messyDocument = join(projectRoot, 'test/fixtures/import/cooperatives.txt')

describe('accessibility', () => {
  const page = useProgram(programHosts[0]!, 'accessibility')

  /** Faults as a reader of the report needs them: the rule, and the element it was broken by. */
  const faults = async (): Promise<string[]> => {
    const found: string[] = []
    for (const colorScheme of ['light', 'dark'] as const) {
      await page().emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page().waitForFunction((wanted) => document.documentElement.dataset.appearance === wanted, colorScheme)
      // The pages of a context made together with its first cannot be added to, which the newer mode would need.
      const { violations } = await new AxeBuilder({ page: page() }).setLegacyMode(true).analyze()
      for (const { id, impact, nodes } of violations) {
        if (impact !== 'serious' && impact !== 'critical') continue
        for (const node of nodes) found.push(`${colorScheme} ${id}: ${node.html.slice(0, 160)} (${node.failureSummary?.split('\n')[1]?.trim() ?? ''})`)
      }
    }
    return found
  }

  test('the first run', async () => {
    await page().getByRole('button', { name: '打开示例库' }).waitFor()
    expect(await faults()).toEqual([])
  })

  test('choosing documents, and the preview of one', async () => {
    await goTo(page(), '导入文档')
    await page().locator('input[type=file]').first().waitFor({ state: 'attached' })
    expect(await faults()).toEqual([])
    await page().locator('input[type=file]').first().setInputFiles(messyDocument)
    await page().getByRole('button', { name: /^导入 \d+ 个案例/ }).waitFor()
    expect(await faults()).toEqual([])
    await page().getByRole('button', { name: '放弃' }).click()
  })

  test('the library, a case and its menu of what can be done', async () => {
    await goTo(page(), '全部案例')
    await openSample(page())
    expect(await faults()).toEqual([])
    await caseList(page()).getByText('云南模式').first().click()
    await page().getByRole('heading', { name: '云南模式' }).waitFor()
    expect(await faults()).toEqual([])
    await page().getByRole('button', { name: '更多操作' }).click()
    await page().getByRole('menuitem', { name: '历史' }).click()
    await page().getByRole('dialog', { name: '修改历史' }).waitFor()
    expect(await faults()).toEqual([])
    await page().keyboard.press('Escape')
  })

  test('a search, what it finds, and finding nothing', async () => {
    await searchBox(page()).fill('云南')
    await page().getByText(/^找到 \d+ 个/).waitFor()
    expect(await faults()).toEqual([])
    await searchBox(page()).fill('绝无此词甲乙丙')
    await page().getByText(/^没有找到/).waitFor()
    expect(await faults()).toEqual([])
    await searchBox(page()).fill('')
  })

  test('the editor', async () => {
    await page().getByRole('button', { name: '编辑', exact: true }).click()
    await page().getByRole('form', { name: '编辑案例' }).waitFor()
    expect(await faults()).toEqual([])
    await page().keyboard.press('Escape')
    await page().getByRole('heading', { name: '云南模式' }).waitFor()
  })

  test('choosing cases and comparing them', async () => {
    await goTo(page(), '对比')
    await page().getByRole('heading', { name: '选择要对比的案例' }).waitFor()
    expect(await faults()).toEqual([])
    for (const title of ['长沙泉州商会', '郑州商会党委']) await page().getByRole('checkbox', { name: new RegExp(title) }).check()
    await page().getByRole('button', { name: /^对比这 \d+ 个案例/ }).click()
    await page().getByRole('table', { name: '案例对比表' }).waitFor()
    expect(await faults()).toEqual([])
  })

  test('exporting', async () => {
    await page().getByRole('main').getByRole('button', { name: '导出' }).click()
    await page().getByRole('dialog', { name: '导出' }).waitFor()
    expect(await faults()).toEqual([])
    await page().keyboard.press('Escape')
    await page().getByRole('dialog', { name: '导出' }).waitFor({ state: 'hidden' })
  })

  test('the settings and the command palette', async () => {
    await goTo(page(), '设置')
    await page().getByRole('heading', { name: '设置' }).waitFor()
    expect(await faults()).toEqual([])
    await page().keyboard.press('Control+k')
    await page().getByRole('combobox', { name: '命令面板' }).waitFor()
    expect(await faults()).toEqual([])
  })
})
