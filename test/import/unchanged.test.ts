/** Whatever is given to the import, the folder of the library stays as it is, byte for byte, until something is imported. */
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { strToU8, zipSync, type Zippable } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openLibrary, type OpenLibrary } from '#node/index'
import { withTexts, type PreviewWithTexts } from '../contract/drafts'
import { contentOf, useOwnConfiguration } from '../node/support/folders'
import { encode } from './encode'
import { pdfByHand } from './pdf-by-hand'
import { cell, docx, paragraph, row, run, type Bytes } from './read'

const fixtures = path.resolve(import.meta.dirname, '../fixtures/import')
const fixture = (name: string): Bytes => new Uint8Array(readFileSync(path.join(fixtures, name)))
const bytesOf = (text: string): Bytes => new TextEncoder().encode(text)
const zip = (members: Zippable) => zipSync(members) as Bytes
const link = { os: 3, attrs: (0o120777 << 16) >>> 0 }

let folder: string
let library: OpenLibrary
beforeAll(async () => {
  useOwnConfiguration()
  folder = mkdtempSync(path.join(tmpdir(), 'jingjian-unchanged-'))
  library = await openLibrary({ directory: folder, create: 'always', nativeDialogs: false })
  await library.client.cases.create({ title: '原有的案例' })
})
afterAll(async () => {
  await library.close()
  rmSync(folder, { recursive: true, force: true })
})

/** One hash over every file of the library's folder, by name and content. */
const libraryHash = () => createHash('sha256').update(JSON.stringify(contentOf(folder))).digest('hex')

async function prepare(...files: File[]): Promise<PreviewWithTexts> {
  const stream = await library.client.imports.prepare({ files })
  for (;;) {
    const step = await stream.next()
    if (step.done === true) return withTexts(library.client, step.value)
  }
}

/** What must be found of a file: the codes of its warnings, and no draft; or words that its drafts have. */
type Outcome = { codes: string[] } | { text: string }

const unsafe: Outcome = { codes: ['FILE_UNSAFE'] }
const locked: Outcome = { codes: ['FILE_ENCRYPTED'] }
const ruby = `<w:r><w:ruby><w:rt>${run('xiāng')}</w:rt><w:rubyBase>${run('鄉')}</w:rubyBase></w:ruby></w:r>`
const tracked = `<w:ins w:id="1">${run('两')}</w:ins><w:del w:id="2"><w:r><w:delText>三</w:delText></w:r></w:del>`
const box = `<w:r><w:drawing><wps:txbx><w:txbxContent>${paragraph(run('框中的话'))}</w:txbxContent></wps:txbx></w:drawing></w:r>`
const table = `<w:tbl>${row(cell(paragraph(run('年'))), cell(paragraph(run('数'))))}${row(cell(paragraph(run('2019'))), cell(paragraph(run('820'))))}</w:tbl>`
const word = docx(
  paragraph(`${run('茶')}${ruby}${tracked}<w:r><w:footnoteReference w:id="2"/></w:r>`) + paragraph(box) + table,
  { footnotes: `<w:footnote w:id="2">${paragraph(run('脚注的话'))}</w:footnote>` },
)

const cases: [string, string, () => Bytes, Outcome][] = [
  ['an empty file', 'a.txt', () => new Uint8Array(), { codes: ['FILE_EMPTY'] }],
  ['noise', 'a.txt', () => Uint8Array.from({ length: 5_000 }, (_, at) => (at * at * 31 + at * 7) % 256), { codes: ['FILE_BINARY'] }],
  ['a Word file with a password', 'a.docx', () => fixture('office/password.docx'), locked],
  ['an encrypted package under the name of a spreadsheet', 'a.xlsx', () => fixture('office/password.docx'), locked],
  ['an old Word file with a password', 'a.doc', () => fixture('office/password.doc'), locked],
  ['an ODT file with a password', 'a.odt', () => fixture('office/password.odt'), locked],
  ['a PDF file with a password', 'a.pdf', () => fixture('locked.pdf'), locked],
  ['a ZIP of 20,000 entries', 'a.zip', () => zip(Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`${at}.txt`, [strToU8('茶'), { level: 0 }]]))), unsafe],
  ['a bomb', 'a.zip', () => zip({ 'a.txt': new Uint8Array(40 * 1024 ** 2) }), unsafe],
  ['a bomb in a Word file', 'a.docx', () => zip({ '[Content_Types].xml': strToU8(''), 'word/document.xml': new Uint8Array(8 * 1024 ** 2).fill(0x20) }), unsafe],
  ...['../../evil.txt', '/evil.txt', 'C:/evil.txt', 'CON.txt', 'evil.'].map((name): (typeof cases)[number] =>
    [`a ZIP with the name ${name}`, 'a.zip', () => zip({ [name]: strToU8('茶') }), unsafe]),
  ['a ZIP with a link', 'a.zip', () => zip({ 'a.txt': [strToU8('/etc/passwd'), link] }), unsafe],
  ['a ZIP with names that differ in capitals', 'a.zip', () => zip({ 'a.txt': strToU8('一'), 'A.txt': strToU8('二') }), unsafe],
  ['entities in XML', 'a.docx', () => zip({ '[Content_Types].xml': strToU8(''), 'word/document.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><w:document/>') }), unsafe],
  ['a script in HTML', 'a.html', () => bytesOf('<p onclick="x()">茶园</p><a href="javascript:alert(1)">字</a><script>alert(1)</script>'), { text: '茶园' }],
  ['formulas and leading zeros in a CSV file in GBK', 'a.csv', () => encode('标题,编号,看点\n茶山会议,007,=1+1\n红色工单,008,@所有人\n', 'gb18030'), { text: '007' }],
  ['a prototype in JSON', 'a.json', () => bytesOf('[{"title":"甲","看点":"话","__proto__":{"polluted":"yes"}}]'), { text: '话' }],
  ['a damaged spreadsheet', 'a.xlsx', () => fixture('table.xlsx').slice(0, 3_000), { codes: ['FILE_DAMAGED'] }],
  ['ruby and tracked changes', 'a.docx', () => word, { text: '茶鄉两' }],
  ['a footnote', 'a.docx', () => word, { text: '脚注的话' }],
  ['a text box', 'a.docx', () => word, { text: '框中的话' }],
  ['a table', 'a.docx', () => word, { text: '| 年 | 数 |\n| --- | --- |\n| 2019 | 820 |' }],
  ['two columns', 'a.pdf', () => fixture('two-columns.pdf'), { text: '青崎商會' }],
  ['a PDF file without its fonts', 'a.pdf', () => pdfByHand([[{ x: 72, y: 760, text: '柳塘市商会党支部' }]]), { text: '柳塘市商会党支部' }],
]

test.each(cases)('%s', async (_, name, bytes, outcome) => {
  const before = libraryHash()
  const preview = await prepare(new File([bytes()], name))
  if ('codes' in outcome) {
    expect(preview.warnings.map(({ code }) => code)).toEqual(outcome.codes)
    expect(preview.drafts).toEqual([])
  } else expect(preview.drafts.map(({ original }) => original).join('\n')).toContain(outcome.text)
  await library.client.imports.commit({ previewId: preview.previewId, dryRun: true })
  expect(libraryHash()).toBe(before)
  await library.client.imports.discard({ previewId: preview.previewId })
  expect(libraryHash()).toBe(before)
  expect(({} as { polluted?: string }).polluted).toBeUndefined()
})

test('all of them at once write nothing but the batch that is kept, and nothing is left once it is discarded', async () => {
  const before = contentOf(folder)
  const preview = await prepare(...cases.map(([, name, bytes], at) => new File([bytes()], `${at}-${name}`)))
  const during = contentOf(folder)
  const changed = [...new Set([...Object.keys(before), ...Object.keys(during)])].filter((file) => during[file] !== before[file])
  for (const file of changed) expect(file).toMatch(/^imports[/\\][^/\\]+\.batch$/u)
  await library.client.imports.discard({ previewId: preview.previewId })
  expect(contentOf(folder)).toEqual(before)
})
