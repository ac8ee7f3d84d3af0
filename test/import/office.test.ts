import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withTexts } from '../contract/drafts'
import { commandLine } from '../cli/support'
import { memoryClient } from '../library/support'
import { codeOf, fixture, read, textOf, zip } from './read'

const OFFICE = fileURLToPath(new URL('../fixtures/import/office/', import.meta.url))
const scripts = {
  simplified: { titles: ['云岭茶业商会“暖灶模式”', '临江木器商会“一桌账”'], words: ['茶农三千户〔1〕，多年来', '每月两次，听课', '评茶：谁家的茶好', '一家有难，百家添柴。', '[商会网页](https://example.org/tea)', '叫作笸箩'], deleted: '每季一次' },
  traditional: { titles: ['雲嶺茶業商會「暖灶模式」', '臨江木器商會「一桌賬」'], words: ['茶農三千戶〔1〕，多年來', '每月兩次，聽課', '評茶：誰家的茶好', '一家有難，百家添柴。', '[商會網頁](https://example.org/tea)', '叫作笸籮'], deleted: '每季一次' },
}

describe.each(Object.entries(scripts))('a document of LibreOffice in %s characters', (script, { titles, words, deleted }) => {
  const line = commandLine()
  beforeAll(async () => {
    await line.command(['init'])
  })
  afterAll(line.remove)

  it('has the same words, headings, lists and tables in docx, doc, rtf and odt', async () => {
    const [text, ...others] = await Promise.all(['docx', 'doc', 'rtf', 'odt'].map(async (ending) => textOf(await fixture(`${script}.${ending}`), `a.${ending}`)))
    for (const word of words) expect(text).toContain(word)
    expect(text).not.toContain(deleted)
    expect(text!.match(/^#+ .*$/gmu)).toHaveLength(8)
    expect(text).toMatch(/\n\n\| 年份 \| .+ \|\n\| --- \| --- \| --- \|\n\| 2019 \| /u)
    expect(text).toMatch(/\n- .+\n {2}- .+\n- .+\n1\. .+\n2\. .+\n\n一、.+\n\n二、/u)
    for (const other of others) expect(other).toBe(text)
  })

  it('is split by its own headings, 背景 and 做法, into cases with the titles above them and nothing of those left in the text', async () => {
    const { client } = await memoryClient()
    const stream = await client.imports.prepare({ files: [new File([await fixture(`${script}.docx`)], 'a.docx')] })
    let step = await stream.next()
    while (step.done !== true) step = await stream.next()
    const { drafts } = await withTexts(client, step.value)
    expect(drafts.map(({ title }) => title)).toEqual(titles)
    expect(drafts.map(({ sections }) => sections.map(({ role }) => role))).toEqual([['background', 'practice', 'outcome'], ['background', 'practice']])
    expect(drafts[0]!.sections.map(({ text }) => text).join('\n')).not.toContain('#')
  })

  it.each(['docx', 'doc', 'rtf', 'odt', 'epub'])('is imported from %s by the command line, split at its headings', async (ending) => {
    const { json, status } = await line.command(['import', `${OFFICE}${script}.${ending}`, '--template', 'headings', '--json'])
    expect(status).toBe(0)
    const { imported, duplicates } = json as { imported: { title: string }[]; duplicates: { title: string }[] }
    // The same words in another format are known again.
    const all = [...imported, ...duplicates].map(({ title }) => title)
    for (const title of titles) expect(all.join('\n')).toContain(title)
  })
})

it.each(['docx', 'doc', 'odt'])('a %s with a password is told of', async (ending) => {
  expect(await codeOf(await fixture(`password.${ending}`), `a.${ending}`)).toBe('FILE_ENCRYPTED')
})

describe('a page', () => {
  const expected = [
    '# 茶乡商会办起评茶会',
    '请三位老茶师轮流到村里',
    '1. 先登记茶园，一户一册；\n2. 再签合约，订下最低价，见[合约全文](https://example.org/a?b=1&c=2)；',
    '| 年份 | 结果 |  |\n| --- | --- | --- |\n|  | 户数 | 均价 |\n| 2019 | 820 | 46\\|元 |',
  ]

  it.each(['page.html', 'page.mhtml'])('%s gives its article, in the encoding it states, without scripts, menus and readings', async (name) => {
    const { document } = await read(await fixture(name), name)
    for (const part of expected) expect(document.text).toContain(part)
    expect(document.text).not.toMatch(/script|__ran|onclick|首页|相关阅读|版权|lǎo/iu)
    expect(document.encoding).toBe('gb18030')
    expect(document.warnings.map(({ code }) => code)).toEqual(['ARTICLE_ONLY', 'PICTURES_LEFT_OUT'])
  })

  it('of a document that was exported is read whole', async () => {
    const text = await textOf(await fixture('document.html'), 'a.html')
    for (const word of ['茶乡商会案例两则', '三千户〔1〕', '〔1〕据商会', '# 临江木器商会“一桌账”']) expect(text).toContain(word)
  })

  it.each([
    ['UTF-8 though it says GBK', new TextEncoder().encode('<meta charset="gbk"><p>茶乡</p>')],
    ['UTF-16 with a mark', Uint8Array.from([0xff, 0xfe, ...[...'<p>茶乡</p>'].flatMap((character) => [character.charCodeAt(0) & 255, character.charCodeAt(0) >> 8])])],
    ['Big5 as it says', Uint8Array.from([...new TextEncoder().encode('<html><meta charset=big5><p>'), 0xaf, 0xf9, 0xb6, 0xe9, ...new TextEncoder().encode('</p>')])],
  ])('in %s is decoded', async (_, bytes) => {
    expect(await textOf(bytes, 'a.html')).toMatch(/^茶[乡園]\n$/u)
  })
})

describe('an e-book', () => {
  const book = (chapter: string, more: Record<string, string> = {}) => zip({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>',
    'OPS/book.opf': '<package><manifest><item id="b" href="text/b%20c.xhtml" media-type="application/xhtml+xml"/><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
      + '<item id="n" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>',
    'OPS/nav.xhtml': '<html><body><a href="a.xhtml">第一章 茶</a><a href="text/b%20c.xhtml#x">第二章 山</a></body></html>',
    'OPS/a.xhtml': chapter,
    'OPS/text/b c.xhtml': '<html><head><title/><script src="x"/></head><body><p>第二章 山</p><p>山中<a id="x"/>有茶。</p></body></html>',
    ...more,
  })

  it('gives its chapters in the order of the book, headed as its contents call them', async () => {
    expect(await textOf(book('<!DOCTYPE html><html><body><h2>茶</h2><p>茶&#160;园&mdash;好</p></body></html>'), 'a.epub')).toBe('## 茶\n\n茶 园—好\n\n# 第二章 山\n\n山中有茶。\n')
  })

  it('with locked chapters is told of, one with locked fonts is read', async () => {
    const locked = (method: string) => book('<p>茶</p>', { 'META-INF/encryption.xml': `<encryption><EncryptedData><EncryptionMethod Algorithm="${method}"/></EncryptedData></encryption>` })
    expect(await codeOf(locked('http://www.w3.org/2001/04/xmlenc#aes256-cbc'), 'a.epub')).toBe('FILE_ENCRYPTED')
    expect(await codeOf(locked('http://www.idpf.org/2008/embedding'), 'a.epub')).toBe('none')
  })
})
