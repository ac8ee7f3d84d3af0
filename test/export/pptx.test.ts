import { strFromU8, unzipSync } from 'fflate'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '#api'
import { addCase, exported, openClient } from './support'

const run = promisify(execFile)
const SENTENCES = [
  '商会先摸清会员企业的家底，再按行业划出十五个联络处，每个联络处都有专人、有账本、有活动日程。',
  '推行“三比三评”，比党性、比业绩、比爱心，评议结果写进年终总结，也写进会员的信用档案。',
  '政策咨询、项目对接、融资撮合、法律援助，一年办结三百二十七件；遇到难处，企业先想到的是支部。',
  'The branch also runs an English-language desk for overseas members, open on weekdays from 9:00 to 17:30.',
]
const longText = (sentences: number, offset: number) =>
  Array.from({ length: sentences }, (_, index) => SENTENCES[(index + offset) % SENTENCES.length]! + (index % 3 === 2 ? '\n\n' : '')).join('')

function partsOf(bytes: Uint8Array): Map<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).filter(([name]) => name.endsWith('.xml')).map(([name, content]) => [name, strFromU8(content)]))
}

function slidesOf(parts: Map<string, string>): string[] {
  return [...parts.keys()].filter((name) => /^ppt\/slides\/slide\d+\.xml$/u.test(name))
    .sort((a, b) => Number(/\d+/u.exec(a)![0]) - Number(/\d+/u.exec(b)![0])).map((name) => parts.get(name)!)
}

const textOf = (xml: string) => [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/gu)].map(([, text]) => text).join('')

describe('PPTX', () => {
  let client: Client
  let ids: string[]
  let parts: Map<string, string>
  let slides: string[]
  beforeAll(async () => {
    client = await openClient()
    ids = [
      await addCase(client, { title: '甲地商会', features: `**要点：**${longText(3, 0)}\n\n- 每月一次联络\n- 会员轮值`, tags: ['党建'] }),
      await addCase(client, { title: '乙地商会', features: longText(2, 1) }),
      await addCase(client, { title: '丙地商会', features: longText(40, 2), highlight: '控制符\u0000与\ud800残片 <b>&' }),
    ]
    await client.coding.code({ id: ids[0]!, theme: '联络', quote: '每个联络处都有专人' })
    parts = partsOf((await exported(client, { format: 'pptx', cases: ids, title: '三地商会' })).bytes)
    slides = slidesOf(parts)
  })

  it('has title, agenda, comparison, cases, quotation and sources in this order', () => {
    const texts = slides.map(textOf)
    const isCaseOne = (text: string) => text.includes('01') && text.includes('全省先进商会支部。') && text.includes('每月一次联络')
    const order = [
      texts.findIndex((text) => text.includes('三地商会') && text.includes('3 个案例')),
      texts.findIndex((text) => text.includes('目录')),
      texts.findIndex((text) => text.includes('对照')),
      texts.findIndex(isCaseOne),
      texts.findIndex((text) => text.startsWith('每个联络处都有专人')),
      texts.findIndex((text) => text.includes('来源')),
    ]
    expect(order).not.toContain(-1)
    expect(order).toEqual([...order].sort((one, other) => one - other))
    expect(texts.at(-1)).toContain('李四. 支部建在商会里. 支部生活, 2019-03.')
  })

  it('keeps the whole text of a case, over as many slides as it needs', () => {
    const all = slides.map(textOf).join('')
    expect(slides.filter((xml) => textOf(xml).includes('特色（续）')).length).toBeGreaterThanOrEqual(1)
    for (const sentence of SENTENCES) expect(all.split(sentence.slice(0, 12)).length - 1).toBeGreaterThanOrEqual(10)
  })

  it('is native text and tables, without pictures', () => {
    expect(slides.some((xml) => xml.includes('<a:tbl>'))).toBe(true)
    expect(slides.every((xml) => !xml.includes('<p:pic>'))).toBe(true)
  })

  it('says language and East Asian font of every run, and sets the theme', () => {
    for (const xml of slides) {
      for (const [, properties, text] of xml.matchAll(/<a:r>(<a:rPr.*?)<a:t>([^<]*)<\/a:t>/gsu)) {
        expect(properties).toMatch(/<a:ea typeface="(SimSun|Microsoft YaHei)"/u)
        expect(properties).toContain(/\p{Script=Han}/u.test(text!) ? 'lang="zh-CN"' : 'lang="en-US"')
      }
    }
    expect(parts.get('ppt/theme/theme1.xml')).toMatch(/<a:majorFont><a:latin typeface="Times New Roman"\/><a:ea typeface="SimSun"\/>/u)
    expect(parts.get('ppt/theme/theme1.xml')).toMatch(/<a:minorFont><a:latin typeface="[^"]+"\/><a:ea typeface="Microsoft YaHei"\/>/u)
  })

  it('names every slide by a title placeholder, numbers them, and uses each shape id once', () => {
    for (const xml of slides) {
      expect(xml).toMatch(/type="title"/u)
      const shapes = [...xml.matchAll(/<p:cNvPr id="(\d+)"/gu)].map(([, id]) => id)
      expect(new Set(shapes).size).toBe(shapes.length)
    }
    expect(slides.slice(1).every((xml) => xml.includes('type="slidenum"'))).toBe(true)
  })

  it('gives the speaker the source and the notes of a case, a paragraph for each line', () => {
    const notes = [...parts].filter(([name]) => name.startsWith('ppt/notesSlides/')).map(([, xml]) => xml).join('')
    expect(notes).toContain('<a:t>来源：李四. 支部建在商会里. 支部生活, 2019-03.</a:t>')
    expect(notes).toContain('<a:t>数字待核。</a:t>')
    expect(notes).not.toMatch(/<a:t>[^<]*\n/u)
  })

  it('leaves out what XML cannot hold, and escapes the rest', () => {
    const all = [...parts.values()].join('')
    expect(all).toContain('控制符与残片 &lt;b&gt;&amp;')
    expect(all).not.toMatch(/[\u0000-\u0008]|\p{Surrogate}/u)
  })

  it('speaks the language asked for', async () => {
    const english = slidesOf(partsOf((await exported(client, { format: 'pptx', cases: ids, language: 'en' })).bytes)).map(textOf).join('')
    expect(english).toContain('Contents')
    expect(english).toContain('Comparison')
    const traditional = partsOf((await exported(client, { format: 'pptx', cases: ids, language: 'zh-Hant' })).bytes)
    expect(slidesOf(traditional).map(textOf).join('')).toContain('目錄')
    expect(slidesOf(traditional)[1]).toContain('lang="zh-TW"')
  })

  it('fits: LibreOffice shows every slide on one page, with nothing in or below the footer but the footer', { timeout: 180_000 }, async (context) => {
    const tools = await Promise.all(['soffice', 'pdftotext'].map((tool) => run('which', [tool]).then(() => true, () => false)))
    if (tools.includes(false)) return context.skip('LibreOffice or pdftotext is not installed')
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
