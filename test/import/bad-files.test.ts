import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeOf, docx, fixture, paragraph, read, run, textOf, zip, type Bytes } from './read'

const KNOWN = ['none', 'FILE_EMPTY', 'FILE_BINARY', 'FILE_DAMAGED', 'FILE_ENCRYPTED', 'FILE_UNSAFE']
const ENDINGS = ['docx', 'doc', 'rtf', 'odt', 'epub', 'html', 'mhtml'] as const
const ENTITIES = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, ...new Uint8Array(200)])
const PROGRAM = Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, ...new Uint8Array(200)])
const SONG = Uint8Array.from([0x49, 0x44, 0x33, 3, 0, 0, 0, 0, 0x0f, 0x76, ...new Uint8Array(40), 0xff, 0xfb, 0x90, 0x64, ...Array.from({ length: 900 }, (_, at) => (at * at * 31 + at * 7) % 256)])
const FILM = Uint8Array.from([0, 0, 0, 32, 0x66, 0x74, 0x79, 0x70, 0x69, 0x73, 0x6f, 0x6d, 0, 0, 2, 0, ...new Uint8Array(200)])

const bytesOf = (text: string): Bytes => new TextEncoder().encode(text)
const odt = (content: string, more: Record<string, string | Uint8Array> = {}) => zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': content, ...more })
const odtBody = (body: string) => `<office:document-content><office:body><office:text>${body}</office:text></office:body></office:document-content>`
const TEXTS: Record<string, string> = {
  csv: '标题,看点,地区\n茶山会议,"第一行\n第二行，含""引号""",浙江温州\n红色工单,=1+1,台湾\n',
  json: '[{"title":"茶山会议","看点":"党课","sections":[{"role":"practice","heading":"做法","text":"扫码"}]},{"title":"红色工单","__proto__":{"a":1}}]',
  md: '---\ntitle: 茶山会议\ntags: [甲, 乙]\n---\n# 茶山会议\n\n<!-- role: practice -->\n\n## 做法\n\n- 一\n- 二\n\n| 年 | 数 |\n| --- | --- |\n| 2019 | 8 |\n',
}
const FILES: Record<string, string> = { html: 'page.html', mhtml: 'page.mhtml', xlsx: '../table.xlsx', pptx: '../slides.pptx', pdf: '../minutes.pdf' }
const sample = async (ending: string): Promise<Bytes> => {
  const text = TEXTS[ending]
  return text === undefined ? fixture(FILES[ending] ?? `simplified.${ending}`) : bytesOf(text)
}

describe.each(ENDINGS)('a %s', (ending) => {
  it('without a byte, or without words, is empty', async () => {
    expect(await codeOf(new Uint8Array(), `a.${ending}`)).toBe('FILE_EMPTY')
  })

  it.each([['a program', PROGRAM], ['a song', SONG], ['a film', FILM]])('that is %s is of another kind', async (_, bytes) => {
    expect(await codeOf(bytes, `a.${ending}`)).toBe('FILE_BINARY')
  })

  it('that is a picture is read as one, whose text is to be recognised, with a remark', async () => {
    const { format, document } = await read(PNG, `a.${ending}`)
    expect(format).toBe('png')
    expect(document).toMatchObject({ text: '', pictures: [1], warnings: [{ code: 'FORMAT_MISLABELLED', message: 'png' }] })
  })

  it('cut short anywhere is told of, or read as far as it goes, and nothing else', async () => {
    const whole = await sample(ending)
    const parts = Array.from({ length: 39 }, (_, part) => whole.slice(0, Math.floor(whole.length * (part + 1) / 40)))
    const codes = await Promise.all(parts.map((part) => codeOf(part, `a.${ending}`)))
    // A page has no end that could be missing; of a .doc what comes last may be nothing that belongs to its text.
    if (ending === 'html' || ending === 'mhtml') for (const code of codes) expect(KNOWN).toContain(code)
    else if (ending === 'doc') {
      const text = await textOf(whole, 'a.doc')
      for (const [index, code] of codes.entries()) expect(code === 'none' ? await textOf(parts[index]!, 'a.doc') : code).toBe(code === 'none' ? text : 'FILE_DAMAGED')
    } else expect(new Set(codes)).toEqual(new Set(['FILE_DAMAGED']))
  })
})

/** Of each reader; `npm run fuzz` has many more. */
const FUZZ_RUNS = Number(process.env['FUZZ_RUNS'] ?? 300)
/** With it the same changes are made again. */
const FUZZ_SEED = process.env['FUZZ_SEED']
/** Of a PDF file: a thread is started for each. */
const PDF_SHARE = 0.1

describe.each([...ENDINGS, 'xlsx', 'pptx', 'csv', 'json', 'md', 'pdf'])('a %s', (ending) => {
  it('with bytes changed, lost and doubled never breaks the reader', { timeout: 120_000 + FUZZ_RUNS * 1000 }, async () => {
    const whole = await sample(ending)
    const at = fc.nat(whole.length - 1)
    const change = fc.oneof(fc.record({ at, value: fc.nat(255) }), fc.record({ at, step: fc.integer({ min: -40, max: 40 }) }))
    const numRuns = Math.ceil(FUZZ_RUNS * (ending === 'pdf' ? PDF_SHARE : 1))
    await fc.assert(fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), fc.nat(40), async (changes, cut) => {
      let bytes = Buffer.from(whole.subarray(0, whole.length - cut))
      for (const each of changes) {
        if ('value' in each) bytes[Math.min(each.at, bytes.length - 1)] = each.value
        // A step ahead loses what lies between, a step back doubles it.
        else bytes = Buffer.concat([bytes.subarray(0, each.at), bytes.subarray(Math.max(0, each.at + each.step))])
      }
      expect(KNOWN).toContain(await codeOf(Uint8Array.from(bytes), `a.${ending}`))
    }), { numRuns, ...(FUZZ_SEED === undefined ? {} : { seed: Number(FUZZ_SEED) }) })
  })
})

describe('a file whose ending says another kind than its content', () => {
  it.each([
    ['docx', 'a.doc'], ['rtf', 'a.doc'], ['html', 'a.doc'], ['odt', 'a.docx'], ['doc', 'a.docx'], ['mhtml', 'a.doc'], ['docx', 'a.txt'], ['epub', 'a.html'], ['rtf', 'a.md'],
  ])('a %s that is named %s is read as what it is, with a remark', async (kind, name) => {
    const bytes = await sample(kind)
    const { format, document } = await read(bytes, name)
    expect(format).toBe(kind)
    expect(document.text).toBe(await textOf(bytes, `a.${kind}`))
    expect(document.warnings).toContainEqual({ code: 'FORMAT_MISLABELLED', message: kind })
  })

  it('a text that is named .docx is read as text, and HTML in a text file stays as it is', async () => {
    expect(await read(bytesOf('茶园里的党校。'), 'a.docx')).toMatchObject({ format: 'txt', document: { text: '茶园里的党校。', warnings: [{ code: 'FORMAT_MISLABELLED' }] } })
    expect(await read(bytesOf('<html><p>茶</p></html>'), 'a.txt')).toMatchObject({ format: 'txt', document: { text: '<html><p>茶</p></html>', warnings: [] } })
  })
})

describe('what would grow beyond all bounds', () => {
  const bomb = new Uint8Array(8 * 1024 ** 2).fill(0x20)

  it.each([
    ['a.docx', zip({ '[Content_Types].xml': '', 'word/document.xml': bomb })],
    ['a.odt', odt('', { 'content.xml': bomb })],
    ['a.epub', zip({ mimetype: 'application/epub+zip', 'META-INF/container.xml': bomb })],
  ])('in %s is not unpacked', async (name, bytes) => {
    expect(await codeOf(bytes, name)).toBe('FILE_UNSAFE')
  })

  it.each([
    ['a.docx', zip({ '[Content_Types].xml': '', 'word/document.xml': `${ENTITIES}<w:document><w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>` })],
    ['a.odt', odt(`${ENTITIES}${odtBody('<text:p>&c;</text:p>')}`)],
    ['a.epub', zip({ mimetype: 'application/epub+zip', 'META-INF/container.xml': `${ENTITIES}<container/>` })],
  ])('by entities in %s is refused', async (name, bytes) => {
    expect(await codeOf(bytes, name)).toBe('FILE_UNSAFE')
  })

  it('a name that would leave its folder is refused', async () => {
    expect(await codeOf(zip({ '[Content_Types].xml': '', 'word/document.xml': '<x/>', '../a': '' }), 'a.docx')).toBe('FILE_UNSAFE')
  })

  it('a cell or space that says it stands there a million times stands there a few', async () => {
    const row = '<table:table-row><table:table-cell><text:p>茶</text:p></table:table-cell><table:table-cell table:number-columns-repeated="99999999"/></table:table-row>'
    const text = await textOf(odt(odtBody(`<text:p>山<text:s text:c="99999999"/>园</text:p><table:table>${row}</table:table>`)), 'a.odt')
    expect(text.length).toBeLessThan(1_000)
    expect((await textOf(bytesOf(`<table><tr><td colspan=9999999 rowspan=9999999>茶<td>园</table>`), 'a.html')).length).toBeLessThan(1_000)
  })

  const deep = (open: string, close: string, count = 100_000) => open.repeat(count) + '茶' + close.repeat(count)

  it.each<[string, Bytes]>([
    ['a.html', bytesOf(`<body>${deep('<div>', '</div>')}`)],
    ['a.html', bytesOf(`<body>${deep('<ul><li>', '', 50_000)}`)],
    ['a.html', bytesOf(`<body>${deep('<table><tr><td>', '', 30_000)}`)],
    ['a.html', bytesOf(`<body><nav></nav>${deep('<b><i>', '', 50_000)}`)],
    ['a.rtf', bytesOf(`{\\rtf1 ${deep('{', '}')}}`)],
    ['a.docx', docx(deep('<w:sdt><w:sdtContent>', '</w:sdtContent></w:sdt>', 20_000).replace('茶', paragraph(run('茶'))))],
    ['a.odt', odt(odtBody(deep('<text:section>', '</text:section>', 20_000).replace('茶', '<text:p>茶</text:p>')))],
  ])('nesting in %s does not go deeper than the stack', { timeout: 30_000 }, async (name, bytes) => {
    expect(KNOWN).toContain(await codeOf(bytes, name))
  })

  it('styles and chains that lead back to themselves end', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>'
    expect(await textOf(docx(paragraph(run('茶'), '<w:pStyle w:val="a"/>'), { styles }), 'a.docx')).toBe('茶\n')
    const doc = await sample('doc')
    // Every sector of the table follows itself.
    const view = new DataView(doc.buffer)
    const table = (view.getUint32(76, true) + 1) * 512
    for (let sector = 0; sector < 128; sector++) view.setUint32(table + sector * 4, sector, true)
    expect(await codeOf(doc, 'a.doc')).toBe('FILE_DAMAGED')
  })

  it.each<[string, string]>([
    ['a.html', '<p>茶'], ['a.html', '<a href=#1>1</a>'], ['a.html', '<'], ['a.html', '<!--'], ['a.html', '<table>'], ['a.html', '<li>茶'], ['a.html', '\n茶\n'], ['a.html', '&amp'],
    ['a.rtf', '\\u33590?'], ['a.rtf', '{\\field'], ['a.rtf', '\\cell'], ['a.rtf', "\\'b2"], ['a.rtf', '\\'], ['a.mhtml', '--b\r\n\r\n'], ['a.mhtml', ' '], ['a.mhtml', '='],
  ])('%s of two megabytes of %j ends', { timeout: 30_000 }, async (name, unit) => {
    const head = { html: '<html><body>', rtf: '{\\rtf1 ', mhtml: 'Content-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n' }[name.slice(2)]!
    expect(KNOWN).toContain(await codeOf(bytesOf(head + unit.repeat(2_000_000 / unit.length)), name))
  })
})
