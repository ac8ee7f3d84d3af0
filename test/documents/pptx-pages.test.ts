import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { longText, partsOf, SENTENCES, slidesOf } from '../export/pptx-support'
import { addCase, exported, openClient } from '../export/support'

const run = promisify(execFile)

describe('pages of a PPTX', () => {
  it('fits: LibreOffice shows every slide on one page, with nothing in or below the footer but the footer', { timeout: 180_000 }, async (context) => {
    const tools = await Promise.all(['soffice', 'pdftotext'].map((tool) => run('which', [tool]).then(() => true, () => false)))
    if (tools.includes(false)) return context.skip('LibreOffice or pdftotext is not installed')
    const client = await openClient()
    const ids = [
      await addCase(client, { title: '甲地商会', features: `**要点：**${longText(3, 0)}\n\n- 每月一次联络\n- 会员轮值`, tags: ['党建'] }),
      await addCase(client, { title: '乙地商会', features: longText(2, 1) }),
      await addCase(client, { title: '丙地商会', features: longText(40, 2) }),
    ]
    await client.coding.code({ id: ids[0]!, theme: '联络', quote: '每个联络处都有专人' })
    const many = await openClient()
    for (let index = 0; index < 12; index++) {
      const title = index % 4 === 3 ? `第${index}个案例，标题特别长，用来看左侧的窄栏里字号怎样缩小，最后又怎样以省略号收尾而不碰到下面的信息` : `第${index}个案例`
      await addCase(many, { title, features: longText(5 + index * 4, index), highlight: SENTENCES[index % 4]!, tags: ['党建', '联络', '服务企业', '会员轮值', '志愿服务'] })
    }
    const directory = mkdtempSync(path.join(tmpdir(), 'jingjian-pptx-'))
    try {
      for (const [name, bytes] of [
        ['many', (await exported(many, { format: 'pptx', title: '十二个案例' })).bytes],
        ['few', (await exported(client, { format: 'pptx', cases: ids, title: '三地商会' })).bytes],
      ] as const) {
        writeFileSync(path.join(directory, `${name}.pptx`), bytes)
        await run('soffice', ['--headless', `-env:UserInstallation=file://${directory}/profile`, '--convert-to', 'pdf', '--outdir', directory, path.join(directory, `${name}.pptx`)])
        const { stdout } = await run('pdftotext', ['-bbox', path.join(directory, `${name}.pdf`), '-'], { maxBuffer: 64 * 1024 * 1024 })
        const pages = stdout.split('<page ').slice(1)
        expect(pages.length).toBe(slidesOf(partsOf(bytes)).length)
        for (const [number, page] of pages.entries()) {
          for (const [, xMin, yMin, xMax, yMax, word] of page.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</gu)) {
            const isFooter = Number(yMin) > 500 && Number(yMax) < 532
            const where = `slide ${number + 1} of ${name}: ${word}`
            if (!isFooter) expect(Number(yMax), where).toBeLessThan(502)
            expect(Number(yMin), where).toBeGreaterThan(20)
            expect(Number(xMin), where).toBeGreaterThan(20)
            expect(Number(xMax), where).toBeLessThan(945)
          }
        }
      }
    } finally {
      rmSync(directory, { recursive: true, force: true })
    }
  })
})
