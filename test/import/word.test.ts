import { expect, it } from 'vitest'
import { cell, docx, paragraph, read, row, run, textOf, type WordParts } from './read'

const lines = async (body: string, parts?: WordParts) => (await textOf(docx(body, parts), 'a.docx')).trimEnd().split('\n\n')

it('ruby keeps its base and loses its reading', async () => {
  const ruby = `<w:r><w:ruby><w:rubyPr><w:hps w:val="12"/></w:rubyPr><w:rt>${run('xiāng')}</w:rt><w:rubyBase>${run('鄉')}</w:rubyBase></w:ruby></w:r>`
  expect(await lines(paragraph(`${run('茶')}${ruby}${run('鎮')}`))).toEqual(['茶鄉鎮'])
})

it('of tracked changes what was put in stays, what was taken out goes, and what was moved is there once', async () => {
  expect(await lines([
    paragraph(`${run('每月')}<w:ins w:id="1">${run('两')}</w:ins><w:del w:id="2"><w:r><w:delText>三</w:delText></w:r></w:del>${run('次')}`),
    paragraph(`<w:moveFrom w:id="3">${run('迁走')}</w:moveFrom>${run('留下')}`),
    paragraph(`<w:moveTo w:id="4">${run('迁来')}</w:moveTo>`),
    // The end of this paragraph was deleted.
    paragraph(run('前半，'), '<w:rPr><w:del w:id="5"/></w:rPr>'),
    paragraph(run('后半。')),
  ].join(''))).toEqual(['每月两次', '留下', '迁来', '前半，后半。'])
})

it('a text box is read once, though it is in the file twice', async () => {
  const content = `<w:txbxContent>${paragraph(run('框中的话'))}</w:txbxContent>`
  const box = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${content}</wps:txbx></w:drawing></mc:Choice>`
    + `<mc:Fallback><w:pict><v:textbox>${content}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
  expect(await lines(paragraph(`${run('框外的话')}${box}`) + paragraph(run('后文')))).toEqual(['框外的话', '框中的话', '后文'])
})

it('footnotes and endnotes stand behind their paragraph, numbered through the document', async () => {
  const note = (kind: string, id: number) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`
  expect(await lines(
    paragraph(`${run('甲')}${note('footnote', 2)}${run('乙')}`) + paragraph(`${run('丙')}${note('endnote', 2)}`),
    {
      footnotes: `<w:footnote w:id="0" w:type="separator">${paragraph('')}</w:footnote><w:footnote w:id="2">${paragraph(run('脚注'))}</w:footnote>`,
      endnotes: `<w:endnote w:id="2">${paragraph(run('尾注'))}</w:endnote>`,
    },
  )).toEqual(['甲〔1〕乙', '〔1〕 脚注', '丙〔2〕', '〔2〕 尾注'])
})

it('tables are Markdown tables: merged cells, bars and line breaks in them, rows that were deleted', async () => {
  const text = await textOf(docx(`<w:tbl>${[
    row(cell(paragraph(run('年|份'))), cell(paragraph(run('甲')) + paragraph(run('乙')), '<w:gridSpan w:val="2"/>')),
    row(cell(paragraph(run('2019'))), cell(paragraph(run('820'))), cell(paragraph(''))),
    `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${cell(paragraph(run('删')))}</w:tr>`,
  ].join('')}</w:tbl>`), 'a.docx')
  expect(text).toBe('| 年\\|份 | 甲 乙 |  |\n| --- | --- | --- |\n| 2019 | 820 |  |\n')
})

it('a table within a cell becomes the words of the cell, and a table of one cell is a frame around text', async () => {
  const inner = `<w:tbl>${row(cell(paragraph(run('一'))), cell(paragraph(run('二'))))}${row(cell(paragraph(run('三'))), cell(paragraph(run('四'))))}</w:tbl>`
  const outer = `<w:tbl>${row(cell(paragraph(run('外'))), cell(inner + paragraph('')))}</w:tbl>`
  expect(await lines(outer)).toEqual(['| 外 | 一 二；三 四 |\n| --- | --- |'])
  expect(await lines(`<w:tbl>${row(cell(paragraph(run('框')) + outer))}</w:tbl>`)).toEqual(['框', '| 外 | 一 二；三 四 |\n| --- | --- |'])
})

it('headings by style, by what a style is based on, by outline; below a title they go down by one', async () => {
  const styles = [
    '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 1"/></w:style>',
    '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="章"/><w:basedOn w:val="a"/></w:style>',
    '<w:style w:type="paragraph" w:styleId="c"><w:name w:val="节"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>',
    '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>',
    '<w:style w:type="paragraph" w:styleId="toc"><w:name w:val="toc 1"/></w:style>',
  ].join('')
  const styled = (text: string, style: string) => paragraph(run(text), `<w:pStyle w:val="${style}"/>`)
  const body = styled('目录行', 'toc') + styled('甲', 'a') + styled('乙', 'b') + styled('丙', 'c') + paragraph(run('丁'), '<w:outlineLvl w:val="2"/>')
  expect(await lines(body, { styles })).toEqual(['# 甲', '# 乙', '## 丙', '### 丁'])
  expect(await lines(styled('题', 't') + body, { styles })).toEqual(['# 题', '## 甲', '## 乙', '### 丙', '#### 丁'])
})

it('lists are numbered as Word numbers them, in Chinese too', async () => {
  const level = (depth: number, format: string, text: string) => `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
  const numbering = [
    `<w:abstractNum w:abstractNumId="1">${level(0, 'chineseCounting', '%1、')}${level(1, 'decimal', '（%2）')}</w:abstractNum>`,
    `<w:abstractNum w:abstractNumId="2">${level(0, 'decimal', '%1.')}${level(1, 'bullet', '•')}</w:abstractNum>`,
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>',
    '<w:num w:numId="3"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>',
  ].join('')
  const item = (text: string, list: number, depth = 0) => paragraph(run(text), `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`)
  const body = item('甲', 1) + item('乙', 1, 1) + item('丙', 1, 1) + item('丁', 1) + item('戊', 1, 1) + item('己', 2) + item('庚', 2, 1) + item('辛', 2) + item('壬', 3)
  expect(await lines(body, { numbering })).toEqual(['一、甲', '（1）乙', '（2）丙', '二、丁', '（1）戊', '1. 己\n   - 庚\n2. 辛\n5. 壬'])
})

it('links of the web and of mail stay links, any other only its words', async () => {
  const link = (id: string) => `<w:hyperlink r:id="${id}">${run('字')}</w:hyperlink>`
  const links = { a: 'https://example.org/a(b)', b: 'mailto:a@example.org', c: 'javascript:alert(1)', d: 'file:///etc/passwd', e: ' JaVaScRiPt:alert(1)', f: 'data:text/html,x' }
  const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "javascript:alert(1)" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('域')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
  expect(await lines(paragraph(Object.keys(links).map(link).join('')) + paragraph(field), { links }))
    .toEqual(['[字](https://example.org/a%28b%29)[字](mailto:a@example.org)字字字字', '域'])
})

it('marks of Markdown in the text stay what they are', async () => {
  expect(await lines(['# 号', '2*3*4', '`码`', '[注](文)', '> 引', '---', '&amp;amp;'].map((text) => paragraph(run(text))).join('')))
    .toEqual(['\\# 号', '2\\*3\\*4', '\\`码\\`', '\\[注](文)', '\\> 引', '\\---', '\\&amp;'])
})

it('hidden text is left out, pictures are counted', async () => {
  const { document } = await read(docx(paragraph(`${run('见')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:drawing><a:blip r:embed="x"/></w:drawing></w:r>`)), 'a.docx')
  expect(document.text).toBe('见\n')
  expect(document.warnings).toEqual([{ code: 'PICTURES_LEFT_OUT', message: '1' }])
})
