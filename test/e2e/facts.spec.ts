/** Facts and suggestions by hand: chips, corrections, cases with the same fact, and tags that are taken with a click. */
import { describe, expect, test } from 'vitest'
import { programHosts } from './hosts'
import { caseList, goTo, openSample, searchBox, useProgram } from './steps'

describe('facts', () => {
  const page = useProgram(programHosts[0]!, 'facts')
  const chip = (text: string) => page().getByRole('button', { name: `在正文中显示“${text}”`, exact: true })
  const menu = async (text: string, entry: string): Promise<void> => {
    await page().getByRole('button', { name: `要点“${text}”的操作`, exact: true }).click()
    await page().getByRole('menuitem', { name: entry }).click()
  }

  test('a chip leads to its passage', async () => {
    await openSample(page())
    await caseList(page()).getByText('长沙泉州商会').first().click()
    await chip('连续九次').click()
    await expect.poll(() => page().evaluate(() => [...CSS.highlights.get('pointed') ?? []].map(String))).toEqual(['连续九次'])
  })

  test('what is none is rejected, and restored', async () => {
    await menu('百余名贫困学子', '不是要点')
    await chip('百余名贫困学子').waitFor({ state: 'detached' })
    await page().getByRole('button', { name: '恢复“百余名贫困学子”' }).click()
    await chip('百余名贫困学子').waitFor()
  })

  test('a fact gets another kind, by keyboard, and is undone', async () => {
    await page().getByRole('button', { name: '要点“两学一做”的操作', exact: true }).focus()
    await page().keyboard.press('Enter')
    await page().getByRole('menuitem', { name: '改为' }).hover()
    await page().getByRole('menuitem', { name: '荣誉' }).click()
    await page().getByText('“两学一做”已改为荣誉').waitFor()
    await page().getByRole('button', { name: '撤销', exact: true }).first().click()
    await page().getByText('“两学一做”已改为荣誉').waitFor({ state: 'detached' })
  })

  test('an offered tag is taken with a click, and only then', async () => {
    const offer = page().getByRole('button', { name: '采用标签“两学一做”' })
    await offer.click()
    await offer.waitFor({ state: 'detached' })
    await page().getByRole('button', { name: '去掉标签“两学一做”' }).waitFor({ state: 'attached' })
  })

  test('other cases with the same fact are found from its menu', async () => {
    await menu('两学一做', '查找有它的案例')
    await expect.poll(() => searchBox(page()).inputValue()).toBe('fact:"两学一做"')
    await page().getByText(/^找到 \d+ 个$/).waitFor()
    await caseList(page()).getByText('长沙泉州商会').first().waitFor()
  })

  test('a word of the dictionary is kept with the library', async () => {
    await goTo(page(), '设置')
    const words = page().getByRole('combobox', { name: '词典' })
    await words.fill('慈善基金')
    await words.press('Enter')
    await expect.poll(() => page().getByText('慈善基金', { exact: true }).count()).toBeGreaterThan(0)
  })
})
