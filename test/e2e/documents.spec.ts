/** Documents of other programs come in through the interface; nothing of a page that was saved runs there. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { projectRoot } from '../hosts/built'
import { programHosts } from './hosts'
import { caseList, goTo, useProgram } from './steps'

const office = (name: string) => join(projectRoot, 'test/fixtures/import/office', name)
const results = join(projectRoot, 'test-results/documents')

describe.each(programHosts)('documents on the $name', (host) => {
  const page = useProgram(host, 'documents')
  beforeAll(async () => {
    await mkdir(results, { recursive: true })
  })

  const choose = async (...names: string[]) => {
    await goTo(page(), '导入文档')
    const chooser = page().locator('input[type=file]').first()
    await chooser.waitFor({ state: 'attached' })
    await expect.poll(() => chooser.getAttribute('accept')).toContain('.docx')
    await chooser.setInputFiles(names.map(office))
  }

  const importAll = async () => {
    await page().getByRole('button', { name: /^导入 \d 个案例$/u }).click()
    await page().getByRole('button', { name: '到资料库查看' }).click()
  }

  test('a Word file is split at its headings and keeps its table, lists and links', async () => {
    await choose('simplified.docx')
    await page().getByRole('button', { name: /^导入 \d 个案例$/u }).waitFor()
    await page().screenshot({ path: join(results, `${host.name}-docx-preview.png`) })
    await importAll()
    await caseList(page()).getByText('云岭茶业商会').first().click()
    const text = page().getByRole('main')
    await text.getByRole('cell', { name: '820户' }).first().waitFor()
    await text.getByRole('link', { name: '商会网页' }).first().waitFor()
    await page().screenshot({ path: join(results, `${host.name}-docx-case.png`) })
  })

  test('nothing of a page with scripts, event handlers and javascript links runs, in the preview or as a case', async () => {
    const asked: string[] = []
    page().on('request', (request) => asked.push(request.url()))
    await choose('page.html', 'page.mhtml')
    await page().getByText('只导入了网页的正文').first().waitFor()
    await page().screenshot({ path: join(results, `${host.name}-page-preview.png`) })
    await importAll()
    await caseList(page()).getByText('茶乡商会办起评茶会').first().click()
    await page().getByRole('link', { name: '合约全文' }).first().waitFor()
    await page().screenshot({ path: join(results, `${host.name}-page-case.png`) })
    await page().getByText('最低价').first().click()
    expect(await page().evaluate(() => (window as unknown as { __ran?: number }).__ran)).toBeUndefined()
    expect(await page().locator('main [onclick], main [onerror], main [onload], main script, main iframe, main svg script, main a[href^="javascript" i]').count()).toBe(0)
    expect(asked.filter((url) => /example\.org|\/x$/u.test(url))).toEqual([])
  })

  test('a file with a password, and one of another kind, are told of', async () => {
    await choose('password.docx', 'simplified.fodt')
    await page().getByText('文件设有密码').first().waitFor()
    await page().getByText('可以读取： .txt').first().waitFor()
    await page().screenshot({ path: join(results, `${host.name}-refused.png`) })
  })
})
