/** Many files at once through the interface: stopped midway and gone on with, reported, undone; and a new version of a case. */
import { Buffer } from 'node:buffer'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projectRoot } from '../hosts/built'
import { pdfByHand } from '../import/pdf-by-hand'
import { temporaryDirectory, type TemporaryDirectory } from '../hosts/temporary'
import { programHosts } from './hosts'
import { caseList, goTo, useProgram } from './steps'

const FILES = 60
/** The file that is read when the import is stopped. */
const SLOW = 20
const SLOW_PAGES = 6000
const results = join(projectRoot, 'test-results/batch')

const places = ['云岭', '青溪', '白沙', '石桥', '松坪', '柳湾', '竹园', '梅岗', '枫林', '荷塘']
const trades = ['茶业', '渔业', '陶瓷', '竹编', '药材', '印染']
const titleOf = (index: number) => `${places[index % 10]}${trades[Math.floor(index / 10)]}互助社`

/** Each of its own words, so that none is like another. */
function textOf(index: number): string {
  const letter = (at: number) => String.fromCodePoint(0x4E00 + ((index * 7919 + at * 104_729) % 18_000))
  const paragraph = (number: number) => `第${number}年，${Array.from({ length: 120 }, (_, at) => letter(number * 120 + at)).join('')}。`
  return `${titleOf(index)}\n看点：社员轮流当值。\n特色：\n${Array.from({ length: 20 }, (_, number) => paragraph(number)).join('\n')}\n`
}

/** Its many pages take so long that nobody comes too late to stop. */
function slowBook(): Buffer {
  const page = (number: number) => ({ x: 90, y: 700, text: `${titleOf(number % FILES)}的第${number}页` })
  return Buffer.from(pdfByHand(Array.from({ length: SLOW_PAGES }, (_, number) => [page(number)])))
}

const first = `海珠渔灯合作社
看点：渔民把夜里的灯火交给合作社统一照看，出海的人不再各自守夜。
特色：
合作社成立于一九九八年，最初只有十二户渔民，每户出一盏灯、一份油钱，由值夜的人统一点灯。
值夜的人每月轮换一次，轮到的人家当月不交油钱，账目贴在码头的公告栏上，谁都可以查。
后来灯换成了电灯，省下的油钱用来修码头的台阶，又给六十岁以上的老渔民办了一桌年饭。
做法：
每年正月开一次大会，值夜的次序由抽签决定，抽到的人不能推让，但可以与邻居调换。
`
const second = first.replace('十二户渔民', '十五户渔民').replace('又给六十岁以上的老渔民办了一桌年饭', '又给七十岁以上的老渔民送去米和油')

describe.each(programHosts)('many files on the $name', (host) => {
  const page = useProgram(host, 'batch')
  let folder: TemporaryDirectory
  beforeAll(async () => {
    await mkdir(results, { recursive: true })
    folder = await temporaryDirectory()
  })
  afterAll(() => folder?.remove())

  const shot = (name: string) => page().screenshot({ path: join(results, `${host.name.split(' ')[0]}-${name}.png`) })
  const chooser = () => page().locator('input[type=file]').first()
  const begin = async (files: { name: string; text: string | Buffer }[]) => {
    await goTo(page(), '导入文档')
    await chooser().waitFor({ state: 'attached' })
    await chooser().setInputFiles(files.map(({ name, text }) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) })))
  }
  const commit = async () => {
    await page().getByRole('button', { name: /^导入 \d+ 个案例$/u }).click()
    await page().getByRole('button', { name: '到资料库查看' }).waitFor()
  }

  test('an import is stopped midway, gone on with, reported, and undone as one', async () => {
    await begin(Array.from({ length: FILES }, (_, index) => (
      index === SLOW ? { name: '多页.pdf', text: slowBook() } : { name: `${index + 1}.txt`, text: textOf(index) })))
    await page().getByText(`${SLOW} / ${FILES}`, { exact: true }).waitFor()
    await page().getByRole('button', { name: '取消' }).click()
    const question = page().getByRole('alertdialog', { name: /已停止，读了 \d+ \/ 60 个文件/u })
    await question.waitFor()
    const read = Number(/读了 (\d+)/u.exec(await question.getAttribute('aria-label') ?? '')?.[1])
    expect(read).toBe(SLOW)
    await shot('stopped')

    // Whoever walks away from the question finds the import again.
    await goTo(page(), '全部案例')
    await goTo(page(), '导入文档')
    await page().getByText(/上次导入到第 \d+ 个文件中断，共 60 个/u).waitFor()
    await shot('unfinished')
    await page().getByRole('button', { name: /^继续 .+的导入$/u }).click()

    await page().getByRole('button', { name: `导入 ${read} 个案例` }).waitFor()
    await commit()
    await page().getByRole('heading', { name: `没有读取的文件（${FILES - read}）` }).waitFor()
    await shot('result')
    const report = await host.savedFile(page(), async () => {
      await page().getByRole('button', { name: '导出导入报告' }).click()
      await page().getByRole('menuitem', { name: '表格（.csv）' }).click()
    })
    expect(report.name).toMatch(/\.csv$/u)
    const lines = report.bytes.toString('utf8').trim().split('\r\n')
    expect(lines).toHaveLength(FILES + 1)
    expect(lines.filter((line) => line.includes('还没有读取'))).toHaveLength(FILES - read)
    expect(lines.some((line) => line.includes(titleOf(0)))).toBe(true)

    await page().getByRole('button', { name: '撤销导入' }).click()
    await page().getByText('已撤销这次导入').first().waitFor()
    await page().getByRole('button', { name: '到资料库查看' }).click()
    await page().getByRole('button', { name: '打开示例库' }).waitFor()
    await goTo(page(), '导入文档')
    await chooser().waitFor({ state: 'attached' })
    expect(await page().getByText(/上次导入到第/u).count()).toBe(0)
  })

  test('a case that is nearly the same becomes a new version of the one in the library', async () => {
    await begin([{ name: '渔灯.txt', text: first }])
    await commit()
    await page().getByRole('button', { name: '继续导入' }).click()
    await begin([{ name: '渔灯修订.txt', text: second }])
    const panel = page().getByRole('region', { name: '重复的案例' })
    await panel.getByText(/^与“海珠渔灯合作社”相似 \d\d%$/u).waitFor()
    await panel.getByRole('button', { name: '对照差异' }).click()
    await expect.poll(() => panel.locator('del').allTextContents().then((texts) => texts.join('|'))).toContain('二')
    expect((await panel.locator('ins').allTextContents()).join('|')).toContain('五')
    await panel.getByRole('button', { name: /^… \d 段相同 …$/u }).first().waitFor()
    await shot('near')

    const tick = page().getByRole('checkbox', { name: /^导入“海珠渔灯合作社”$/u })
    await panel.getByText('跳过', { exact: true }).click()
    await expect.poll(() => tick.isChecked()).toBe(false)
    await panel.getByText('作为新版本更新').click()
    await expect.poll(() => tick.isChecked()).toBe(true)
    await commit()
    await page().getByRole('heading', { name: '已更新 1 个案例' }).waitFor()
    await page().getByRole('button', { name: '到资料库查看' }).click()
    await page().getByRole('main').getByText('十五户渔民').first().waitFor()
    expect(await caseList(page()).getByText('海珠渔灯合作社').count()).toBe(1)
  })

  test('a folder comes in with those within it; hidden files are passed over and other kinds are told of', async () => {
    const root = join(folder.path, '文稿')
    await mkdir(join(root, '旧'), { recursive: true })
    await writeFile(join(root, '说明.txt'), textOf(11))
    await writeFile(join(root, '旧/说明.txt'), textOf(22))
    await writeFile(join(root, '录音.xyz'), 'x')
    for (const hidden of ['.DS_Store', 'Thumbs.db', '~$说明.docx']) await writeFile(join(root, hidden), 'x')
    await goTo(page(), '导入文档')
    await page().locator('input[webkitdirectory]').setInputFiles(root)
    await page().getByRole('button', { name: '导入 2 个案例' }).waitFor()
    const list = page().getByRole('navigation', { name: '文件与案例' })
    await list.getByText('文稿/旧/说明.txt').waitFor()
    const warnings = page().getByRole('complementary', { name: '读取时的提醒' })
    await warnings.getByText('录音.xyz').waitFor()
    for (const hidden of ['.DS_Store', 'Thumbs.db', '~$说明.docx']) expect(await warnings.getByText(hidden).count()).toBe(0)
    await shot('folder')
    await page().getByRole('button', { name: '放弃' }).click()
  })

  test('text that is pasted becomes a file', async () => {
    await goTo(page(), '导入文档')
    await chooser().waitFor({ state: 'attached' })
    await page().evaluate((text) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, textOf(33))
    await page().getByRole('button', { name: '导入 1 个案例' }).waitFor()
    await page().getByRole('navigation', { name: '文件与案例' }).getByText('剪贴板.txt').waitFor()
  })
})
