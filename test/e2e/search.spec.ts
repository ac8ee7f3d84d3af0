/** Searching by hand: suggestions, mistakes told in the box, filters, words within a case, and cases like a case. */
import { describe, expect, test } from 'vitest'
import { programHosts } from './hosts'
import { caseList, openSample, searchBox, useProgram } from './steps'

describe('searching', () => {
  const page = useProgram(programHosts[0]!, 'search')
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page().keyboard.press(key)
  }
  const found = (count: number) => page().getByText(`找到 ${count} 个`, { exact: true }).waitFor()
  const marked = () => page().evaluate(() => [...CSS.highlights.get('search') ?? []].map(String))

  test('a suggestion is taken by keyboard', async () => {
    await openSample(page())
    await searchBox(page()).click()
    await page().getByRole('option', { name: /^region:/ }).waitFor()
    await page().keyboard.type('党支')
    await page().getByRole('option', { name: /^党支部.*标签/ }).waitFor()
    const offered = await page().getByRole('option').allInnerTexts()
    for (let step = 0; step <= offered.findIndex((text) => text.startsWith('党支部')); step++) await press('ArrowDown')
    expect(await page().getByRole('option', { selected: true }).innerText()).toContain('党支部')
    await press('Enter')
    await expect.poll(() => searchBox(page()).inputValue()).toMatch(/^tag:"?党支部/)
    await found(2)
    expect(await searchBox(page()).evaluate((box) => box === document.activeElement)).toBe(true)
  })

  test('what was searched for is offered again, and forgotten when asked', async () => {
    await searchBox(page()).fill('')
    await page().getByText('最近搜索').waitFor()
    expect(await page().getByRole('option').first().innerText()).toMatch(/^tag:"?党支部/)
    await page().getByRole('button', { name: '清除', exact: true }).click()
    await page().getByText('最近搜索').waitFor({ state: 'hidden' })
  })

  test('a part that means nothing is told in the box, and the rest answered', async () => {
    await searchBox(page()).fill('商会 year:soon')
    await page().getByText('“year:soon”不是年份，可写 year:2016 或 year:2015..2018').waitFor()
    expect(await searchBox(page()).getAttribute('aria-invalid')).toBe('true')
    expect(await caseList(page()).locator('[data-case]').count()).toBeGreaterThan(2)
    await searchBox(page()).fill('商会')
    await page().getByText('不是年份').waitFor({ state: 'hidden' })
  })

  test('a filter finds as many cases as it says, and is taken off again', async () => {
    await press('Enter')
    const filters = page().getByRole('group', { name: '筛选' })
    await filters.getByRole('button', { name: '地区' }).click()
    await page().getByRole('menuitem', { name: /湖南/ }).click()
    await found(2)
    expect(await searchBox(page()).inputValue()).toContain('region:')
    await filters.getByRole('button', { name: '去掉筛选“湖南”' }).click()
    await expect.poll(() => searchBox(page()).inputValue()).toBe('商会')
  })

  test('the orders to choose from stand on a line each', async () => {
    await page().getByRole('button', { name: /^排序/ }).click()
    const height = (name: string) => page().getByRole('menuitem', { name }).evaluate((item) => (item as HTMLElement).offsetHeight)
    // The longer one takes no more lines than the shorter.
    expect(await height('按更新时间')).toBe(await height('按标题'))
    await press('Escape')
  })

  test('a query that was left half typed is not offered again, one that was settled on is', async () => {
    await searchBox(page()).fill('长沙 商')
    await searchBox(page()).blur()
    await searchBox(page()).fill('长沙 商会')
    await page().getByRole('option').first().waitFor()
    await press('Escape')
    await caseList(page()).getByText('长沙泉州').first().click()
    await searchBox(page()).fill('')
    await page().getByText('最近搜索').waitFor()
    const offered = (await page().getByRole('option').allInnerTexts()).map((text) => text.trim())
    expect(offered).toContain('长沙 商会')
    expect(offered).not.toContain('长沙 商')
  })

  test('what the input method has not finished is not searched for, and its Enter takes nothing', async () => {
    const input = await page().context().newCDPSession(page())
    const compose = (text: string) => input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    await searchBox(page()).fill('')
    await searchBox(page()).focus()
    for (const text of ['c', 'chang', 'chang sha']) await compose(text)
    await searchBox(page()).dispatchEvent('keydown', { key: 'Enter', isComposing: true })
    expect(await searchBox(page()).inputValue()).toBe('chang sha')
    expect(await page().getByText(/^找到 /).count()).toBe(0)
    await input.send('Input.insertText', { text: '长沙' })
    await found(2)
    expect(await searchBox(page()).inputValue()).toBe('长沙')
    expect(await searchBox(page()).evaluate((box) => box === document.activeElement)).toBe(true)
  })

  test('nothing found offers to go on without the word that is nowhere', async () => {
    await searchBox(page()).fill('绝无此词甲乙丙 云南')
    await press('Enter')
    await page().getByRole('button', { name: '去掉“绝无此词甲乙丙”再找（1 个）' }).click()
    await found(1)
    await searchBox(page()).fill('绝无此词甲乙丙 云南')
    await page().getByText('没有找到“绝无此词甲乙丙 云南”').waitFor()
    expect(await page().getByRole('button', { name: /^去掉“云南”再找/ }).count()).toBe(0)
    await searchBox(page()).fill('云南')
    await press('Enter')
    await found(1)
  })

  test('words are found within a case in either script', async () => {
    await caseList(page()).getByText('云南模式').first().click()
    await page().getByRole('heading', { name: '云南模式' }).waitFor()
    await press('Control+f')
    await page().getByRole('search', { name: '在案例中查找' }).locator('input:focus').waitFor()
    await page().keyboard.type('雲南模式')
    await page().getByRole('search', { name: '在案例中查找' }).getByText(/^1\/\d+$/).waitFor()
    expect(new Set(await marked())).toEqual(new Set(['云南模式']))
    await press('Shift+Enter')
    await page().getByRole('search').getByText(/^(?!1\/)(\d+)\/\1$/).waitFor()
    await press('Escape')
    await page().getByRole('search').waitFor({ state: 'hidden' })
    await expect.poll(async () => new Set(await marked())).toEqual(new Set(['云南']))
  })

  test('a related case is opened, and compared with', async () => {
    const related = page().getByRole('region', { name: '相关案例' })
    await related.scrollIntoViewIfNeeded()
    await related.getByRole('button', { name: '长沙泉州商会', exact: true }).click()
    await page().getByRole('heading', { name: '长沙泉州商会' }).waitFor()
    await related.scrollIntoViewIfNeeded()
    await related.getByRole('button', { name: /^与“.*”对比$/ }).first().click()
    await page().getByRole('table', { name: '案例对比表' }).waitFor()
  })

  test('a saved search shows its query, and follows when that is changed', async () => {
    await press('Control+k')
    await page().keyboard.type('全部案例')
    await press('Enter')
    await searchBox(page()).fill('云南')
    await press('Enter')
    await page().getByRole('button', { name: '存为合集' }).click()
    await press('Enter')
    await page().getByRole('button', { name: '修改查询' }).click()
    await page().getByRole('textbox', { name: '修改查询' }).fill('title:长沙')
    await press('Enter')
    await page().getByText('2 个案例', { exact: true }).waitFor()
    expect(await caseList(page()).innerText()).toContain('长沙泉州商会')
  })

  test('a search with OR within a tag is saved with the tag on either side', async () => {
    await page().getByRole('navigation').getByRole('button', { name: /^党支部/ }).first().click()
    await page().getByText('2 个案例', { exact: true }).waitFor()
    await searchBox(page()).fill('商会 OR 绝无此词甲乙丙')
    await press('Enter')
    await page().getByText(/^党支部中找到 [12] 个$/).waitFor()
    await page().getByRole('button', { name: '存为合集' }).click()
    await press('Enter')
    await page().getByText('tag:党支部 商会 OR tag:党支部 绝无此词甲乙丙').waitFor()
  })

  test('a match outside the running text says where it stands', async () => {
    await press('Control+k')
    await page().keyboard.type('全部案例')
    await press('Enter')
    await searchBox(page()).fill('商会名称由文中两地组织部门')
    await press('Enter')
    await caseList(page()).getByText('备注', { exact: true }).waitFor()
  })
})
