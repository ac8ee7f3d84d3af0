/** A scanned PDF file through the interface: asked, cancelled, recognised, imported, found, with the scan beside the text. */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectRoot } from '../hosts/built'
import { programHosts } from './hosts'
import { caseList, goTo, searchBox, useProgram } from './steps'

const results = join(projectRoot, 'test-results/ocr')
const scan = join(projectRoot, 'test/fixtures/import/ocr/scan.pdf')

describe.each(programHosts)('scans on the $name', (host) => {
  const page = useProgram(host, 'ocr')

  test('nothing is recognised unasked, cancelling ends it at once, and what was recognised is a case with its scan', { timeout: 180_000 }, async () => {
    await goTo(page(), '导入文档')
    const chooser = page().locator('input[type=file]').first()
    await chooser.waitFor({ state: 'attached' })
    await chooser.setInputFiles(scan)
    const panel = page().getByRole('region', { name: '图像页面' })
    await panel.getByText('有 2 页是图像').waitFor()
    await panel.getByRole('button', { name: '逐页选择' }).click()
    await page().screenshot({ path: join(results, `${host.name}-asked.png`) })

    await panel.getByRole('button', { name: '识别文字' }).click()
    await panel.getByText('正在识别文字').waitFor()
    await page().screenshot({ path: join(results, `${host.name}-progress.png`) })
    await panel.getByRole('button', { name: '取消' }).click()
    await panel.getByText('有 2 页是图像').waitFor()

    await panel.getByRole('button', { name: '识别文字' }).click()
    await panel.getByText('图像页面的文字已经识别').waitFor({ timeout: 120_000 })
    await page().screenshot({ path: join(results, `${host.name}-recognised.png`) })

    await page().getByRole('button', { name: /^导入 \d 个案例$/u }).click()
    await page().getByRole('button', { name: '到资料库查看' }).click()
    await searchBox(page()).fill('流动课堂')
    await caseList(page()).getByText('流动').first().click()
    await page().getByRole('main').getByText('scan.pdf').first().waitFor()
    await page().screenshot({ path: join(results, `${host.name}-case.png`) })
    expect(await page().getByRole('main').getByText('茶山').count()).toBeGreaterThan(0)
  })
})
