/** A preview that is cut otherwise before it is written: cases and sections, the encoding of a file, the columns of a table, one's own template. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { programHosts } from './hosts'
import { caseList, goTo, useProgram } from './steps'

const text = `看点：河谷茶社请老茶农讲制茶，每月一课。
特色：每乡一间，课后一起吃饭。
本刊广告：订阅请联系编辑部。
北岸木工坊白天做工，晚上上课。
师傅带徒弟，出师后回坊授课。
`
const table = '名称,届次,做法\n河谷读书会,第七届,每月一课\n北岸夜校,第三届,夜里上课\n'

/** As long as a step of a preview may take on a machine that has other work. */
const soon = <Value>(read: () => Promise<Value>) => expect.poll(read, { timeout: 15_000 })
const file = (name: string, content: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(content) })
const draftsOf = (page: Page) => page.getByRole('navigation', { name: '文件与案例' })
const cutAt = (page: Page, words: string) => page.getByRole('group', { name: `“${words}”处的切分` })
const practiceSections = (page: Page) => page.getByRole('region', { name: '修复后', exact: true }).getByTitle('做法', { exact: true }).count()
const open = async (page: Page, title: RegExp) => {
  await draftsOf(page).getByRole('button', { name: title }).click()
  // Its text comes by itself.
  await soon(() => page.getByRole('textbox', { name: '标题', exact: true }).inputValue()).toMatch(title)
}
const boxes = (page: Page) => draftsOf(page).getByRole('checkbox', { name: /^导入“/ })

async function choose(page: Page, name: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name, exact: true }).first().click()
  await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option').filter({ hasText: option }).first().click()
}

describe('an import preview', () => {
  const page = useProgram(programHosts[0]!, 'preview')

  test('a case begins at a paragraph, by keyboard, and takes its own role', async () => {
    await goTo(page(), '导入文档')
    await page().locator('input[type=file]').first().setInputFiles([file('茶社.txt', text), file('表.csv', table)])
    await page().getByRole('heading', { name: '导入预览' }).waitFor()
    expect(await boxes(page()).count()).toBe(3)
    const cut = cutAt(page(), '北岸木工坊白天做工，晚上')
    await cut.getByRole('button', { name: '从这里另起一个案例' }).focus()
    await page().keyboard.press('Enter')
    await soon(() => boxes(page()).count()).toBe(4)
    await open(page(), /北岸木工坊/)
    await choose(page(), '小节类别', '做法')
    await soon(() => practiceSections(page())).toBe(1)
  })

  test('a step is taken back and done again', async () => {
    await page().keyboard.press('Escape')
    await page().getByRole('button', { name: '撤销划分' }).click()
    await soon(() => practiceSections(page())).toBe(0)
    await page().getByRole('button', { name: '重做划分' }).click()
    await soon(() => practiceSections(page())).toBe(1)
    await page().keyboard.press('Control+z')
    await soon(() => practiceSections(page())).toBe(0)
    await page().keyboard.press('Control+z')
    await soon(() => boxes(page()).count()).toBe(3)
    await page().keyboard.press('Control+y')
    await soon(() => boxes(page()).count()).toBe(4)
  })

  test('a paragraph is left out, and a heading is given', async () => {
    await open(page(), /河谷茶社/)
    const advertisement = cutAt(page(), '本刊广告：订阅请联系编辑')
    await advertisement.getByRole('button', { name: '略去这段' }).focus()
    await page().keyboard.press('Enter')
    await page().getByRole('button', { name: '放回', exact: true }).waitFor()
    const heading = page().getByRole('textbox', { name: '小节标题' }).first()
    await heading.fill('每月一课')
    await heading.press('Enter')
    await soon(() => page().getByRole('heading', { name: '每月一课', level: 3 }).count()).toBe(1)
    await page().getByLabel('时期', { exact: true }).fill('2019—2021')
  })

  test('a file is read in another encoding, and back', async () => {
    await choose(page(), '编码', 'BIG5')
    await soon(() => page().getByText('河谷茶社请老茶农讲制茶').count()).toBe(0)
    await page().getByRole('button', { name: '撤销划分' }).click()
    await page().getByText('河谷茶社请老茶农讲制茶').first().waitFor()
    expect(await page().getByRole('button', { name: '放回', exact: true }).count()).toBe(1)
  })

  test('a column becomes the notes', async () => {
    await open(page(), /河谷读书会/)
    await page().getByRole('heading', { name: '做法', level: 3 }).waitFor()
    expect(await page().getByText('不属于任何一节的文字').count()).toBe(0)
    await page().getByRole('button', { name: '各列的用途' }).click()
    await choose(page(), '“届次”列的用途', '备注')
    await page().getByRole('dialog').getByText('沿用上次为同样表头选定的用途。').waitFor()
    // The list that is just closing takes the key for itself.
    await soon(async () => {
      await page().keyboard.press('Escape')
      return page().getByRole('dialog').isVisible()
    }).toBe(false)
  })

  test('a template of one\'s own splits a file, and is taken back', async () => {
    await choose(page(), '切分方式', '自定义模板')
    const dialog = page().getByRole('dialog')
    await dialog.getByLabel('名称').fill('木工坊')
    const words = dialog.getByRole('combobox', { name: '开头的词' })
    for (const [index, word] of ['看点', '北岸'].entries()) {
      await words.nth(index).fill(word)
      await words.nth(index).press('Enter')
    }
    await dialog.getByRole('button', { name: '保存并使用' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await soon(() => page().getByText(/^木工坊（\d+ 个案例）$/).count()).toBeGreaterThan(0)
    await page().getByRole('button', { name: '撤销划分' }).click()
    await soon(() => boxes(page()).count()).toBe(4)
  })

  test('what is written is what the preview showed', async () => {
    await page().getByRole('button', { name: '导入 4 个案例' }).click()
    await page().getByRole('button', { name: '到资料库查看' }).click()
    await caseList(page()).getByText(/北岸木工坊/).first().waitFor()
    await caseList(page()).getByText(/河谷茶社/).first().click()
    await page().getByRole('heading', { name: '每月一课' }).first().waitFor()
    await page().getByText('2019—2021').first().waitFor()
    expect(await page().getByText('订阅请联系编辑部').count()).toBe(0)
  })
})
