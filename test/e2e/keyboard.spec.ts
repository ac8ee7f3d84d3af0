/** The main job without a mouse: every step by keys alone, with the focus where a user would look for it. */
import { describe, expect, test } from 'vitest'
import { programHosts } from './hosts'
import { caseList, openSample, useProgram } from './steps'

describe('the keyboard', () => {
  const page = useProgram(programHosts[0]!, 'keyboard')
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page().keyboard.press(key)
  }
  const focused = (): Promise<{ name: string; ring: boolean }> => page().evaluate(() => {
    const element = document.activeElement as HTMLElement
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
    return {
      name: (element.getAttribute('aria-label') ?? element.textContent ?? '').trim(),
      ring: (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
    }
  })
  const heading = (name: string | RegExp) => page().getByRole('heading', { name }).first()

  test('the first stop leads past the sidebar, and every stop shows a focus ring', async () => {
    await page().getByRole('button', { name: '打开示例库' }).waitFor()
    await press('Tab')
    expect((await focused()).name).toBe('跳到正文')
    const names: string[] = []
    for (let stop = 0; stop < 12; stop++) {
      await press('Tab')
      const { name, ring } = await focused()
      expect([name, ring]).toEqual([name, true])
      names.push(name)
      if (name === '打开示例库') break
    }
    expect(names).toContain('打开示例库')
  })

  test('a search is typed, the list walked, a case entered and left', async () => {
    await openSample(page())
    await press('Control+f')
    await page().keyboard.type('ynms')
    await page().getByText(/^找到 1 个/).waitFor()
    await press('Enter', 'ArrowDown')
    await heading('云南模式').waitFor()
    await press('Enter')
    await expect.poll(async () => (await focused()).name).toBe('云南模式')
    await press('Control+Shift+f', 'Escape')
    await page().getByText('8 个案例').first().waitFor()
  })

  test('cases are ticked and compared', async () => {
    await press('ArrowDown', 'Home', 'Space', 'ArrowDown', 'Space')
    await page().getByText('已选 2 个').waitFor()
    await press('Control+k')
    await page().keyboard.type('对比')
    await page().getByRole('option', { name: /^对比 · 已选 2 个/ }).waitFor()
    const choices = await page().getByRole('option').allTextContents()
    for (let step = choices.findIndex((choice) => choice.startsWith('对比')); step > 0; step--) await press('ArrowDown')
    await press('Enter')
    await page().getByRole('table', { name: '案例对比表' }).waitFor()
  })

  test('a case is edited, unsaved text is asked about, saved and taken back', async () => {
    await press('Control+k')
    await page().keyboard.type('云南模式')
    await page().getByRole('option', { name: '云南模式' }).waitFor()
    await press('Enter')
    await heading('云南模式').waitFor()
    const edit = page().getByRole('button', { name: '编辑', exact: true })
    await edit.focus()
    await press('Enter')
    await page().getByRole('textbox', { name: '标题', exact: true }).waitFor()
    await press('End')
    await page().keyboard.type('新篇')
    await press('Escape')
    await page().getByRole('button', { name: '继续编辑' }).waitFor()
    await press('Escape')
    await page().getByRole('button', { name: '继续编辑' }).waitFor({ state: 'hidden' })
    await press('Control+s')
    await heading('云南模式新篇').waitFor()
    await expect.poll(async () => (await focused()).name).toBe('云南模式新篇')
    await press('Control+z')
    await page().getByText('已撤销：编辑案例').waitFor()
    await heading(/^云南模式$/).waitFor()
  })

  test('a case is deleted from the list and brought back', async () => {
    await caseList(page()).focus()
    await press('Escape', 'Home', 'Delete')
    await page().getByText(/^已删除/).waitFor()
    await page().getByText('7 个案例').first().waitFor()
    await press('Control+z')
    await page().getByText('8 个案例').first().waitFor()
  })
})
