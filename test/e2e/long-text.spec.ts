/** A text that is too long to be shown at once is read, repaired and cut in its parts. */
import type { Locator } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { programHosts } from './hosts'
import { caseList, goTo, useProgram } from './steps'

const LINES = 3000
const DAMAGED = 2900
const CUT = 1600
const words = '渔户把夜里的灯火交给合作社统一照看，出海的人不再各自守夜，账目每月贴在码头上给所有人看，谁都可以查'
const line = (number: number) => `第${number}行，${words.slice(number % 20)}${number === DAMAGED ? '，⼈人有份' : ''}。`
const text = `海边的书\n看点：一本没有分案例的长书。\n特色：\n${Array.from({ length: LINES }, (_, index) => line(index + 1)).join('\n')}\n`

describe('a long text in the preview', () => {
  const page = useProgram(programHosts[0]!, 'long-text')
  const parts = () => page().getByRole('navigation', { name: '正文各部分' }).first()

  test('is shown in parts, and a repair is gone to in whichever it stands', async () => {
    await goTo(page(), '导入文档')
    await page().locator('input[type=file]').first().setInputFiles([{ name: '长书.txt', mimeType: 'text/plain', buffer: Buffer.from(text) }])
    await parts().getByText(/^第 1 \/ [2-9] 部分$/).waitFor()
    expect(await page().getByText(line(LINES).slice(0, 12)).count()).toBe(0)
    await page().getByRole('heading', { name: '导入预览' }).click()
    await page().keyboard.press('n')
    await page().getByText('第 1 / 1 处').waitFor()
    await page().getByText(line(DAMAGED).slice(0, 12)).waitFor()
  })

  test('is cut within a later part where one says', async () => {
    const count = Number(/\/ (\d)/.exec(await parts().innerText())![1])
    for (let part = count; part > 2; part--) {
      await parts().getByRole('button', { name: '上一部分' }).click()
      await parts().getByText(`第 ${part - 1} / ${count} 部分`).waitFor()
    }
    const cut = page().getByRole('group', { name: `“${line(CUT).slice(0, 12)}”处的切分` })
    await cut.getByRole('button', { name: '从这里另起一个案例' }).focus()
    await page().keyboard.press('Enter')
    await page().getByRole('button', { name: '导入 2 个案例' }).click()
    await page().getByRole('button', { name: '到资料库查看' }).click()
    await caseList(page()).getByText('海边的书').first().click()
    await page().getByText(line(CUT - 1).slice(0, 12)).first().waitFor()
    // The list of cases shows how the other one begins.
    const places = (within: Locator) => within.getByText(line(CUT)).count()
    expect(await places(page().locator('body'))).toBe(await places(caseList(page())))
  })
})
