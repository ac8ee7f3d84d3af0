/** Borders of cases and sections that are dragged in the preview, or moved by key; proposals that are confirmed one at a time. */
import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { programHosts } from './hosts'
import { caseList, goTo, useProgram } from './steps'

const text = `看点：河谷茶社请老茶农讲制茶，每月一课。
特色：每乡一间，课后一起吃饭。
茶农自己带茶来，大家品评。
北岸木工坊的学徒也来听课。
看点：北岸木工坊白天做工，晚上上课。
特色：师傅带徒弟，出师后回坊授课。
学徒的活计在镇上展出。
`

const soon = <Value>(read: () => Promise<Value>) => expect.poll(read, { timeout: 15_000 })
const draftsOf = (page: Page) => page.getByRole('navigation', { name: '文件与案例' })
const reading = (page: Page) => page.getByRole('region', { name: '修复后', exact: true })
const caseHandle = (page: Page) => page.getByRole('button', { name: '移动与上一个案例的分界' })
const sectionHandle = (page: Page, heading: string) => page.getByRole('button', { name: `移动“${heading}”一节的开头` })

async function open(page: Page, title: RegExp): Promise<void> {
  await draftsOf(page).getByRole('button', { name: title }).click()
  // Its text comes by itself.
  await soon(() => page.getByRole('textbox', { name: '标题', exact: true }).inputValue()).toMatch(title)
}

/** Presses on a handle and moves, by small steps as a hand does, to the upper edge of what begins so; `release` lets go. */
async function drag(page: Page, handle: Locator, words: string, release = true): Promise<void> {
  await handle.scrollIntoViewIfNeeded()
  const from = (await handle.boundingBox())!
  const [x, y] = [from.x + from.width / 2, from.y + from.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x, y + 6)
  // The text of the case before comes only with the drag.
  const line = page.locator('[data-moving]').getByText(words).first()
  await line.waitFor()
  const announced = page.locator('[data-moving] [role="status"]')
  await soon(async () => {
    const to = (await line.boundingBox())!
    await page.mouse.move(x, to.y - 4, { steps: 4 })
    return announced.textContent()
  }).toContain(words.slice(0, 6))
  if (release) await page.mouse.up()
}

/** The paragraphs of the open case, without those of the case before that a drag shows. */
const shown = async (page: Page) => (await reading(page).locator('[data-place] p:not([inert] p)').allInnerTexts()).join('\n')

describe('borders in an import preview', () => {
  const page = useProgram(programHosts[0]!, 'borders')

  test('a case\'s border is dragged up into the case before, in one step', async () => {
    await goTo(page(), '导入文档')
    await page().locator('input[type=file]').first().setInputFiles([{ name: '案例.txt', mimeType: 'text/plain', buffer: Buffer.from(text) }])
    await page().getByRole('heading', { name: '导入预览' }).waitFor()
    await open(page(), /北岸木工坊白天/)
    await drag(page(), caseHandle(page()), '北岸木工坊的学徒也来听课')
    await soon(() => shown(page())).toContain('北岸木工坊的学徒也来听课')
    await page().getByRole('button', { name: '撤销划分' }).click()
    await soon(() => shown(page())).not.toContain('北岸木工坊的学徒也来听课')
    expect(await page().getByRole('button', { name: '撤销划分' }).isDisabled()).toBe(true)
    await page().getByRole('button', { name: '重做划分' }).click()
    await soon(() => shown(page())).toContain('北岸木工坊的学徒也来听课')
  })

  test('Escape gives a drag up, and nothing is changed', async () => {
    await drag(page(), caseHandle(page()), '茶农自己带茶来', false)
    await page().keyboard.press('Escape')
    await page().locator('[data-moving]').waitFor({ state: 'detached' })
    await page().mouse.up()
    expect(await shown(page())).not.toContain('茶农自己带茶来')
    expect(await page().getByRole('button', { name: '重做划分' }).isDisabled()).toBe(true)
  })

  test('a section\'s border is dragged down and up again', async () => {
    await open(page(), /河谷茶社/)
    await drag(page(), sectionHandle(page(), '特色'), '茶农自己带茶来')
    await soon(() => page().getByRole('button', { name: '撤销划分' }).isEnabled()).toBe(true)
    await soon(async () => (await shown(page())).indexOf('每乡一间') < (await shown(page())).indexOf('茶农自己带茶来')).toBe(true)
    await soon(() => reading(page()).getByRole('heading', { name: '特色' }).locator('xpath=../..').innerText()).not.toContain('每乡一间')
  })

  test('a border is moved by a paragraph with Alt and an arrow, keeps the focus, and says where it is', async () => {
    const handle = sectionHandle(page(), '特色')
    await handle.focus()
    await page().keyboard.press('Alt+ArrowUp')
    await soon(() => reading(page()).getByRole('heading', { name: '特色' }).locator('xpath=../..').innerText()).toContain('每乡一间')
    expect(await handle.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await reading(page()).getByRole('status').textContent()).toContain('“特色”一节从“')
    await open(page(), /北岸木工坊/)
    await caseHandle(page()).focus()
    await page().keyboard.press('Alt+ArrowUp')
    await soon(() => shown(page())).toContain('茶农自己带茶来')
    await page().keyboard.press('Alt+ArrowDown')
    await soon(() => shown(page())).not.toContain('茶农自己带茶来')
    expect(await caseHandle(page()).evaluate((element) => element === document.activeElement)).toBe(true)
  })

  test('a heading that is changed leaves no text of no section behind', async () => {
    const heading = page().getByRole('textbox', { name: '小节标题' }).last()
    await heading.fill('师徒相传')
    await heading.press('Enter')
    await reading(page()).getByRole('heading', { name: '师徒相传' }).waitFor()
    expect(await page().getByText('不属于任何一节的文字').count()).toBe(0)
  })

  test('one proposed field is confirmed by itself, and another by editing it', async () => {
    const confirm = page().getByRole('button', { name: '确认建议的标题' })
    await confirm.click()
    await confirm.waitFor({ state: 'detached' })
    expect(await page().getByRole('textbox', { name: '标题', exact: true }).evaluate((element) => element === document.activeElement)).toBe(true)
    await open(page(), /河谷茶社/)
    await page().getByRole('textbox', { name: '标题', exact: true }).fill('河谷茶社的课堂')
    expect(await page().getByRole('button', { name: '确认建议的标题' }).count()).toBe(0)
  })

  test('the paragraph is in the case it was given to, with no tag from the name of the file, and nothing is left to confirm', async () => {
    await page().getByRole('button', { name: '导入 2 个案例' }).click()
    await page().getByRole('button', { name: '到资料库查看' }).click()
    const article = page().getByRole('article')
    await caseList(page()).getByText('河谷茶社的课堂').first().click()
    await article.getByText('茶农自己带茶来').first().waitFor()
    expect(await article.getByText('北岸木工坊的学徒也来听课').count()).toBe(0)
    await caseList(page()).getByText(/北岸木工坊/).first().click()
    await article.getByText('北岸木工坊的学徒也来听课').first().waitFor()
    await article.getByRole('heading', { name: '师徒相传' }).waitFor()
    expect(await page().getByTitle('由程序提出，尚未确认').count()).toBe(0)
    expect(await caseList(page()).getByText('建议', { exact: true }).count()).toBe(0)
    expect(await page().getByText('案例', { exact: true }).count()).toBe(0)
  })
})
