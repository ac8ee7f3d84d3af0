/** Reading in the other script: what is shown changes, what is stored, found and coded does not. */
import { describe, expect, test } from 'vitest'
import { programHosts } from './hosts'
import { caseList, openSample, searchBox, useProgram } from './steps'

describe('the other script', () => {
  const page = useProgram(programHosts[0]!, 'script')
  const article = () => page().getByRole('article')
  const choose = async (script: string): Promise<void> => {
    await page().getByRole('button', { name: /^更多/ }).first().click()
    await page().getByRole('menuitem', { name: script, exact: true }).click()
  }

  test('a case and the list are shown in it', async () => {
    await openSample(page())
    await caseList(page()).getByText('广州青商会').first().click()
    await article().getByRole('heading', { name: '广州青商会' }).waitFor()
    await choose('繁體')
    await article().getByRole('heading', { name: '廣州青商會' }).waitFor()
    await caseList(page()).getByText('廣州青商會').first().waitFor()
    expect(await article().innerText()).toContain('黨組織')
  })

  test('words are found and marked in either script', async () => {
    await searchBox(page()).fill('党员')
    await expect.poll(() => page().evaluate(() => [...new Set([...CSS.highlights.get('search') ?? []].map(String))])).toEqual(['黨員'])
    await searchBox(page()).fill('')
  })

  test('a passage that is coded is quoted as it was written', async () => {
    const text = article().locator('[data-field^="sections/"]:not(h3)').first()
    await text.evaluate((element) => {
      const node = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode()!
      const range = document.createRange()
      range.setStart(node, 0)
      range.setEnd(node, 9)
      getSelection()!.removeAllRanges()
      getSelection()!.addRange(range)
      element.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }))
    })
    await page().getByRole('button', { name: '编码到主题…', exact: true }).click()
    await page().keyboard.type('首创')
    await page().getByRole('option', { name: /首创/ }).first().waitFor()
    await page().keyboard.press('Enter')
    await expect.poll(() => page().evaluate(() => [...CSS.highlights.get('coded') ?? []].map(String))).toEqual(['全國商會系統的第一'])
  })

  test('as it was written again', async () => {
    await choose('原文')
    await article().getByRole('heading', { name: '广州青商会' }).waitFor()
    await expect.poll(() => page().evaluate(() => [...CSS.highlights.get('coded') ?? []].map(String))).toEqual(['全国商会系统的第一'])
  })
})
