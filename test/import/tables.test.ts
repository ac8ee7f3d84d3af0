import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import { describe, expect, it } from 'vitest'
import { withTexts, type PreviewWithTexts } from '../contract/drafts'
import { memoryClient } from '../library/support'
import { encode } from './encode'

const fixture = (name: string) => new Uint8Array(readFileSync(resolve(import.meta.dirname, '../fixtures/import', name)))
const PICTURE = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])
const zip = (members: Zippable) => zipSync(members) as Uint8Array<ArrayBuffer>

async function prepare(content: BlobPart, name: string): Promise<PreviewWithTexts> {
  const { client } = await memoryClient()
  const stream = await client.imports.prepare({ files: [new File([content], name)] })
  for (;;) {
    const step = await stream.next()
    if (step.done === true) return withTexts(client, step.value)
  }
}

const codes = ({ warnings }: PreviewWithTexts) => warnings.map(({ code }) => code)
const sections = ({ drafts }: PreviewWithTexts, index = 0) =>
  drafts[index]!.sections.map(({ role, heading, text }) => [role, heading, text])

describe('a spreadsheet written by another program', () => {
  it('is a case for each row of each sheet, its cells as they are shown', async () => {
    const preview = await prepare(fixture('table.xlsx'), 'table.xlsx')
    expect(preview.warnings).toEqual([])
    expect(preview.drafts.map(({ title, organisation, region, period, tags }) => [title, organisation, region.province, region.city, period, tags])).toEqual([
      ['茶山会议', '柳塘茶业商会', '福建', '泉州', '2021-03-05', ['流动课堂', '党员教育']],
      ['红色工单', '柳塘家具商会', '福建', '', '2019', []],
      ['Tea hill meeting', '', '', '', '', []],
    ])
    expect(sections(preview)).toEqual([
      ['other', '编号', '0007'], ['highlight', '看点', '把党课开在茶山上。'], ['practice', '主要做法', '一是上山帮工。\n\n二是晚上开会。'], ['other', '办结率', '95.5%'],
    ])
    expect(sections(preview, 1)).toEqual([['other', '编号', '008'], ['highlight', '看点', '=SUM(A1:A9)是他们写在墙上的玩笑。']])
    expect(preview.drafts[0]!.sources).toEqual([{ title: '商会年鉴' }, { file: 'table.xlsx' }])
    expect(preview.drafts[0]!.proposed).toEqual([])
    expect(preview.drafts[0]!.original).toContain('案例名称：茶山会议')
  })

  it.each([0.3, 0.7, 0.98])('cut off after %f of it, it is damaged', async (share) => {
    const whole = fixture('table.xlsx')
    expect(codes(await prepare(whole.slice(0, Math.floor(whole.length * share)), 'a.xlsx'))).toEqual(['FILE_DAMAGED'])
  })

  it('with entities in its XML or cells far apart is not read', async () => {
    const members = unzipSync(fixture('table.xlsx'))
    const name = 'xl/worksheets/sheet1.xml'
    const doctype = new TextDecoder().decode(members[name]).replace('?>', '?><!DOCTYPE a [<!ENTITY b "c">]>')
    expect(codes(await prepare(zip({ ...members, [name]: strToU8(doctype) }), 'a.xlsx'))).toEqual(['FILE_UNSAFE'])
    const rows = Array.from({ length: 2000 }, (_, index) => `<row r="${index + 1}"><c r="XFD${index + 1}" t="inlineStr"><is><t>远</t></is></c></row>`).join('')
    const wide = `<worksheet><sheetData>${rows}</sheetData></worksheet>`
    expect(codes(await prepare(zip({ ...members, [name]: strToU8(wide) }), 'a.xlsx'))).toEqual(['FILE_UNSAFE'])
  })
})

describe('CSV', () => {
  it('in GBK keeps its leading zeros, its quoted lines and what looks like a formula', async () => {
    const text = '编号,標題,看點,地區,时间,备注\r\n007,茶山会议,"第一行\r\n第二行，含""引号""",浙江温州,2019,=1+1\r\n008,红色工单,+86 开头的话,台湾,2020—2021,@所有人\r\n'
    const preview = await prepare(encode(text, 'gb18030'), 'a.csv')
    expect(preview.files).toMatchObject([{ encoding: 'gb18030', format: 'csv', drafts: 2 }])
    expect(sections(preview)).toEqual([['other', '编号', '007'], ['highlight', '看點', '第一行\n\n第二行，含"引号"']])
    expect(preview.drafts.map(({ title, region, period, notes }) => [title, region.province, region.city, period, notes]))
      .toEqual([['茶山会议', '浙江', '温州', '2019', '=1+1'], ['红色工单', '台湾', '', '2020—2021', '@所有人']])
  })

  it.each([['a.tsv', 'title\tpractice\n甲\t做法一, 二'], ['a.csv', 'title;practice\n甲;做法一, 二'], ['a.csv', 'sep=|\ntitle|practice\n甲|做法一, 二']])('%s %j is taken apart where it should be', async (name, text) => {
    const preview = await prepare(text, name)
    expect(preview.drafts.map(({ title }) => title)).toEqual(['甲'])
    expect(sections(preview)).toEqual([['practice', 'practice', '做法一, 二']])
  })

  it('without known headings has sections under the headings it has', async () => {
    const preview = await prepare('茶园,人数\n东山,三十人\n西山,四十人\n', 'a.csv')
    expect(sections(preview, 1)).toEqual([['other', '茶园', '西山'], ['other', '人数', '四十人']])
  })

  it('with a quotation mark that is never closed is told to be incomplete', async () => {
    expect(codes(await prepare('标题,看点\n甲,"没有写完\n乙,后面\n', 'a.csv'))).toContain('FILE_INCOMPLETE')
  })

  it('takes what the columns say of a case together: several tags, sources by their address, the organisation for a title', async () => {
    const { drafts } = await prepare('商会,标签,关键词,来源,看点\n柳塘茶业商会,甲、乙,#丙;甲,https://example.org/a,话\n', 'a.csv')
    expect(drafts[0]).toMatchObject({ title: '柳塘茶业商会', tags: ['甲', '乙', '丙'], sources: [{ url: 'https://example.org/a' }, { file: 'a.csv' }] })
  })
})

describe('JSON', () => {
  it('of cases as the command line shows them comes back whole', async () => {
    const { client } = await memoryClient()
    const { id } = await client.cases.create({ title: '茶山会议' })
    const shown = await client.cases.get({ id })
    const preview = await prepare(JSON.stringify([shown, { title: '红色工单', sections: [{ role: 'practice', heading: '怎么做', text: '**扫码**填单。' }] }]), 'a.json')
    expect(preview.drafts.map(({ title }) => title)).toEqual(['茶山会议', '红色工单'])
    expect(preview.drafts[0]).toMatchObject({ draftId: id, sources: [] })
    expect(sections(preview, 1)).toEqual([['practice', '怎么做', '**扫码**填单。']])
  })

  it('of any other objects is a table', async () => {
    const preview = await prepare(JSON.stringify({ data: [{ 名称: '甲', 成效: ['一', '二'], 人数: 12 }, { 名称: '乙', 成效: null, 地点: { 省: '云南' } }] }), 'a.json')
    expect(preview.drafts.map(({ title }) => title)).toEqual(['甲', '乙'])
    expect(sections(preview)).toEqual([['outcome', '成效', '一\n\n二'], ['other', '人数', '12']])
  })

  it('cannot reach the prototype of anything', async () => {
    const preview = await prepare('[{"title":"甲","看点":"话","__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}}}]', 'a.json')
    expect(preview.drafts.map(({ title }) => title)).toEqual(['甲'])
    expect(({} as { polluted?: string }).polluted).toBeUndefined()
    expect(JSON.stringify(preview)).not.toContain('polluted')
  })

  it.each([['{"a":', 'FILE_DAMAGED'], ['[]', 'FILE_EMPTY'], ['[1, 2]', 'FILE_EMPTY'], ['"text"', 'FILE_EMPTY'], ['['.repeat(200_000) + ']'.repeat(200_000), 'FILE_UNSAFE']])('%# is refused', async (text, code) => {
    expect(codes(await prepare(text, 'a.json'))).toEqual([code])
  })

  it('with as many fields as objects is not spread out', async () => {
    const objects = Array.from({ length: 4000 }, (_, index) => ({ [`字段${index}`]: '值' }))
    expect(codes(await prepare(JSON.stringify(objects), 'a.json'))).toEqual(['FILE_UNSAFE'])
  })
})

describe('a ZIP', () => {
  it('is read file by file, each by its own reader; what cannot be read is told by its place', async () => {
    const preview = await prepare(zip({
      '云南/一.txt': strToU8('看点：甲的看点。\n特色：甲的特色。'), '表.csv': strToU8('标题,看点\n乙,乙的看点\n丙,丙的看点\n'), '歌.mp3': strToU8('x'), '假.docx': PICTURE, '里.zip': zip({ 'a.txt': strToU8('x') }),
      '坏.xlsx': strToU8('PK\u0003\u0004 broken'), '__MACOSX/._一.txt': strToU8('x'), '.DS_Store': strToU8('x'),
    }), '材料.zip')
    expect(preview.files.map(({ file, format, drafts }) => [file, format, drafts])).toEqual([['材料.zip/云南/一.txt', 'txt', 1], ['材料.zip/表.csv', 'csv', 2], ['材料.zip/假.docx', 'png', 0]])
    expect(preview.pictures).toEqual([{ file: '材料.zip/假.docx', pages: [{ page: 1, script: null, confidence: null }] }])
    expect(preview.warnings.map(({ code, file }) => [file, code])).toEqual([
      ['材料.zip/歌.mp3', 'FORMAT_UNSUPPORTED'], ['材料.zip/里.zip', 'ARCHIVE_NESTED'], ['材料.zip/坏.xlsx', 'FILE_DAMAGED'],
      ['材料.zip/假.docx', 'FORMAT_MISLABELLED'], ['材料.zip/假.docx', 'NEEDS_OCR'],
    ])
  })

  it('takes in files whose names hold what some systems keep out of names', async () => {
    const preview = await prepare(zip({ '为什么要成立?.txt': strToU8('看点：甲的看点。'), '第一组:做法.txt': strToU8('看点：乙的看点。') }), '材料.zip')
    expect(preview.drafts.map(({ file }) => file)).toEqual(['材料.zip/为什么要成立?.txt', '材料.zip/第一组:做法.txt'])
    expect(new Set(codes(preview))).toEqual(new Set(['NO_MARKERS']))
  })

  it('that says of a member that it is too large passes that one over by its size, and the rest goes on', async () => {
    const bytes = zip({ '大.txt': strToU8('茶'), '小.txt': strToU8('看点：甲的看点。\n特色：甲的特色。') })
    const directory = bytes.findIndex((_, at) => bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 1 && bytes[at + 3] === 2)
    new DataView(bytes.buffer).setUint32(directory + 24, 300 * 1024 * 1024, true)
    const preview = await prepare(bytes, '材料.zip')
    expect(preview.warnings.map(({ code, file }) => [code, file])).toEqual([['FILE_TOO_LARGE', '材料.zip/大.txt']])
    expect(preview.drafts.map(({ file }) => file)).toEqual(['材料.zip/小.txt'])
  })

  it('that holds a single document under another ending is that document', async () => {
    const preview = await prepare(fixture('table.xlsx'), 'table.zip')
    expect(preview.files).toMatchObject([{ file: 'table.zip', format: 'xlsx', drafts: 3 }])
    expect(codes(preview)).toEqual(['FORMAT_MISLABELLED'])
  })

  it.each<[string, string, () => Zippable]>([
    ['a bomb', 'FILE_UNSAFE', () => ({ 'a.txt': new Uint8Array(40 * 1024 * 1024) })],
    ['20,000 members', 'FILE_UNSAFE', () => Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`${index}.txt`, [strToU8('茶'), { level: 0 }]]))],
    ['a name that leaves its folder', 'FILE_UNSAFE', () => ({ '../a.txt': strToU8('茶') })],
    ['nothing', 'FILE_EMPTY', () => ({})],
  ])('with %s is refused', async (_, code, members) => {
    const preview = await prepare(zip(members()), 'a.zip')
    expect(codes(preview)).toEqual([code])
    expect(preview.drafts).toEqual([])
  })
})

describe('slides written by another program', () => {
  it('come in their order, with titles, lists, tables, the figures of charts and what the speaker says', async () => {
    const { drafts, warnings } = await prepare(fixture('slides.pptx'), 'slides.pptx')
    expect(drafts.map(({ title }) => title)).toEqual(['白石渡議事亭'])
    const text = drafts[0]!.original
    const places = ['## 白石渡議事亭', '看點：船工、貨主', '- 逢五逢十開門', '先講候船室的來歷', '## 三年的帳', '| 2021 | 46 |', '辦結件數', '| 二〇二一 | 44 |'].map((part) => text.indexOf(part))
    expect(places.every((place, index) => place > (places[index - 1] ?? -1))).toBe(true)
    expect(warnings.map(({ code }) => code)).toEqual(['NO_MARKERS'])
  })

  it.each([0.3, 0.9])('cut off after %f of them are damaged', async (share) => {
    const whole = fixture('slides.pptx')
    expect(codes(await prepare(whole.slice(0, Math.floor(whole.length * share)), 'a.pptx'))).toEqual(['FILE_DAMAGED'])
  })
})
