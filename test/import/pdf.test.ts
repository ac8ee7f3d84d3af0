import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readPdf } from '#core/import/formats/pdf/index'
import { PdfReader } from '#node/pdf/reader'
import { pdfByHand, type Placed } from './pdf-by-hand'

const ports = { pdf: new PdfReader() }
const read = async (bytes: Uint8Array<ArrayBuffer>) => readPdf(bytes, 'a.pdf', ports)
const fixture = (name: string) => new Uint8Array(readFileSync(resolve(import.meta.dirname, '../fixtures/import', name)))

/** Text cut into lines of so many letters, set from the top of a page. */
function set(text: string, { x = 72, top = 760, letters = 36, size = 12 } = {}): Placed[] {
  return (text.match(new RegExp(`.{1,${letters}}`, 'gu')) ?? []).map((line, index) => ({ x, y: top - index * size * 1.5, text: line, size }))
}

describe('printed by Chromium', () => {
  test('lines are paragraphs again, and headers and page numbers are left out and named', async () => {
    const { text, warnings } = await read(fixture('report.pdf'))
    const lines = text.split('\n')
    expect(lines.slice(0, 2)).toEqual(['柳塘商会工作简报', '柳塘市茶业商会'])
    expect(lines).toHaveLength(9)
    expect(lines[4]).toMatch(/^支部还约定了“三不散”.*Chamber members call it the tea hill meeting, and the county has written it into its own rules for associations\.$/u)
    expect(text).not.toMatch(/第 \d/u)
    expect(warnings).toEqual([{ code: 'PAGE_LINES_REMOVED', message: expect.stringMatching(/^柳塘商会工作简报 \/ 第 ?1 ?页$/u) as string }])
  })

  test('two columns are read one after the other', async () => {
    const { text, warnings } = await read(fixture('two-columns.pdf'))
    expect(warnings).toEqual([])
    expect(text.split('\n').map((line) => line.slice(0, 4))).toEqual(['青崎商會', '看點：一', '特色：青', '活動室不', '二〇一八', '如今老街', '商會還把'])
  })
})

describe('made by LibreOffice', () => {
  test('text, lists and a table, with its rows kept together', async () => {
    const { text } = await read(fixture('minutes.pdf'))
    expect(text).toContain('看点：把渡口的候船室改成党员议事亭，船工、货主和摊贩坐在一条长凳上说话。')
    expect(text).toContain('党支部成立于2018年3月，议事亭')
    expect(text).toMatch(/年份\t受理\t办结/u)
    expect(text).toMatch(/2021\t46\t44/u)
  })

  test('a password is asked for, and there is none to give', async () => {
    await expect(read(fixture('locked.pdf'))).rejects.toMatchObject({ code: 'FILE_ENCRYPTED' })
  })
})

describe('a font that the file does not hold', () => {
  test('gives its text by the character maps', async () => {
    const { text } = await read(pdfByHand([set('柳塘市商会党支部把会议记录挂在墙上。')]))
    expect(text).toBe('柳塘市商会党支部把会议记录挂在墙上。')
  })

  test('columns drawn line by line across both are told apart', async () => {
    const left = '左边一栏说的是茶山上的流动课堂和支部怎样把会员请进会议室里来坐下慢慢谈'.repeat(3)
    const right = '右边一栏说的是码头上的议事亭以及船工货主摊贩三方如何一起把规矩写在墙上'.repeat(3)
    const rows = set(left, { x: 60, letters: 18 }).flatMap((line, index) => [line, set(right, { x: 320, letters: 18 })[index]!])
    const { text } = await read(pdfByHand([[{ x: 200, y: 800, text: '两栏的标题', size: 18 }, ...rows]]))
    expect(text).toBe(`两栏的标题\n${left}\n${right}`)
  })

  test('a paragraph goes on over the end of the page', async () => {
    const [first, second] = ['支部约定每周三晚上在晾青棚里开会逐条回答会员当天提出的难处并且写明由谁去'.slice(0, 36), '办哪一天回话都记在墙上。']
    const pages = [first, second].map((text, index) => [...set(text), { x: 290, y: 40, text: `${index + 1}` }])
    const { text, warnings } = await read(pdfByHand(pages))
    expect(text).toBe(first + second)
    expect(warnings).toEqual([{ code: 'PAGE_LINES_REMOVED', message: '1' }])
  })

  test('headers that alternate between left and right pages, and numbers of any kind', async () => {
    const pages = Array.from({ length: 6 }, (_, index): Placed[] => [
      { x: 72, y: 810, text: index % 2 === 0 ? '柳塘商会年鉴' : '第一编' }, ...set(`第${'一二三四五六'[index]!}天的日记写得很短。`), { x: 280, y: 30, text: `- ${index + 1} -` },
    ])
    const { text } = await read(pdfByHand(pages))
    expect(text.split('\n')).toEqual([...'一二三四五六'].map((day) => `第${day}天的日记写得很短。`))
  })

  test('what stands at the edge of one page only is text', async () => {
    const { text, warnings } = await read(pdfByHand([[...set('正文第一页。'), { x: 72, y: 40, text: '注：数字截至2022年底。' }], set('正文第二页。')]))
    expect(text).toContain('注：数字截至2022年底。')
    expect(warnings).toEqual([])
  })
})

describe('files that give little or nothing', () => {
  test('pictures of pages are a scan', async () => {
    expect(await read(fixture('scan.pdf'))).toMatchObject({ text: '', pictures: [1], warnings: [] })
  })

  test('a page without text among others is named', async () => {
    const { warnings } = await read(pdfByHand([set('第一页有文字。'), [], [], set('第四页也有文字。')]))
    expect(warnings).toEqual([{ code: 'PAGES_WITHOUT_TEXT', message: '2–3' }])
  })

  test.each([0.2, 0.5, 0.9])('cut off after %f of it, it says so', async (share) => {
    const whole = fixture('report.pdf')
    const outcome = await read(whole.slice(0, Math.floor(whole.length * share))).then(({ warnings }) => warnings.map(({ code }) => code), (error: { code: string }) => [error.code])
    expect(outcome.some((code) => code === 'FILE_DAMAGED' || code === 'FILE_INCOMPLETE')).toBe(true)
  })

  test.each([['', 'FILE_EMPTY'], ['%PDF-1.7\nnothing', 'FILE_DAMAGED'], ['只是文字', 'FILE_DAMAGED']])('%j is no PDF', async (content, code) => {
    await expect(read(new TextEncoder().encode(content))).rejects.toMatchObject({ code })
  })
})
