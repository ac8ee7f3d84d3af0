// @vitest-environment jsdom
import { unzipSync } from 'fflate'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '#api'
import { longText, partsOf, SENTENCES, slidesOf, textOf } from './pptx-support'
import { addCase, exported, openClient } from './support'

describe('PPTX', () => {
  let client: Client
  let ids: string[]
  let parts: Map<string, string>
  let slides: string[]
  let file: Uint8Array
  beforeAll(async () => {
    client = await openClient()
    ids = [
      await addCase(client, { title: '甲地商会', features: `**要点：**${longText(3, 0)}\n\n- 每月一次联络\n- 会员轮值`, tags: ['党建'] }),
      await addCase(client, { title: '乙地商会', features: longText(2, 1) }),
      await addCase(client, { title: '丙地商会', features: longText(40, 2), highlight: '控制符\u0000与\ud800残片 <b>&' }),
    ]
    await client.coding.code({ id: ids[0]!, theme: '联络', quote: '每个联络处都有专人' })
    file = (await exported(client, { format: 'pptx', cases: ids, title: '三地商会' })).bytes
    parts = partsOf(file)
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

  describe('as a package', () => {
    const parsed = (xml: string) => new DOMParser().parseFromString(xml, 'application/xml')

    it('is well-formed, and declares and links to nothing that is not there', () => {
      const members = unzipSync(file)
      const names = new Set(Object.keys(members))
      for (const [name, content] of Object.entries(members)) {
        if (!/\.(?:xml|rels)$/u.test(name)) continue
        const xml = parsed(new TextDecoder().decode(content))
        expect(xml.querySelector('parsererror')?.textContent, name).toBeUndefined()
        const overrides = name === '[Content_Types].xml' ? [...xml.querySelectorAll('Override')].map((element) => element.getAttribute('PartName')!.slice(1)) : []
        expect(overrides.filter((part) => !names.has(part)), name).toEqual([])
        const links = [...xml.querySelectorAll('Relationship:not([TargetMode="External"])')].map((element) => element.getAttribute('Target')!)
        const folder = path.posix.dirname(path.posix.dirname(name))
        const targets = links.map((link) => (link.startsWith('/') ? link.slice(1) : path.posix.join(folder, link)))
        expect(targets.filter((target) => !names.has(target)), name).toEqual([])
      }
    })

    it('gives each paragraph its properties once and first, and lists masters before slides', () => {
      for (const [name, xml] of parts) {
        for (const paragraph of parsed(xml).getElementsByTagName('a:p')) {
          const children = [...paragraph.children].map(({ tagName }) => tagName)
          expect(children.lastIndexOf('a:pPr'), `${name}: ${children.join(' ')}`).toBeLessThan(1)
          if (children.includes('a:endParaRPr')) expect(children.indexOf('a:endParaRPr')).toBe(children.length - 1)
        }
      }
      const presentation = parts.get('ppt/presentation.xml')!
      expect(presentation.indexOf('<p:notesMasterIdLst>')).toBeLessThan(presentation.indexOf('<p:sldIdLst>'))
    })

    it('leaves no placeholder of a slide empty, and describes every table', () => {
      for (const xml of slides.map(parsed)) {
        const placeholders = [...xml.getElementsByTagName('p:sp')].filter((shape) => shape.getElementsByTagName('p:ph').length > 0)
        expect(placeholders.length).toBeGreaterThan(0)
        for (const shape of placeholders) expect(shape.textContent.trim()).not.toBe('')
        for (const frame of xml.getElementsByTagName('p:graphicFrame')) {
          expect(frame.getElementsByTagName('p:cNvPr')[0]?.getAttribute('descr')).toMatch(/目录|对照|共有|来源/u)
        }
      }
      const comparison = slides.find((xml) => textOf(xml).startsWith('对照'))!
      expect(comparison).toContain('firstRow="1"')
      expect(parts.get('docProps/app.xml')).toContain('<vt:lpstr>甲地商会</vt:lpstr>')
    })
  })

  it('keeps the entries of twelve cases together on one agenda and one list of sources', async () => {
    const many = await openClient()
    for (let index = 0; index < 12; index++) await addCase(many, { title: `第${index}个案例` })
    const twelve = slidesOf(partsOf((await exported(many, { format: 'pptx' })).bytes)).map(textOf)
    expect(twelve.filter((text) => text.startsWith('目录')).length).toBe(1)
    expect(twelve.filter((text) => text.startsWith('来源')).length).toBe(1)
  })
})
