import { strToU8, zipSync } from 'fflate'
import { pdfByHand } from '../../test/import/pdf-by-hand'
import { words } from '../lib/generate'
import { randomFrom, type Random } from '../lib/random'

type Bytes = Uint8Array<ArrayBuffer>

const SEED = 20_261_124
const JOINS = ['，', '，', '、', '；', '。', '，推动', '，组织', '，开展', '，建立', '，在']
/** Characters a page of A4 holds at 12 points. */
const PAGE = 600
const LINE = 36
const LINE_HEIGHT = 18
const TOP = 780
const LEFT = 70

function stretch(random: Random, length: number): string {
  let text = ''
  while (text.length < length) text += words[Math.floor(words.length * random() ** 2.2)]! + JOINS[Math.floor(JOINS.length * random())]!
  return text
}

/** Damage as converters leave it, some in every paragraph. */
function spoilt(text: string): string {
  return text.replace('商会', '商會(huì)').replace('工作', '⼯作').replace('支部', '支​部')
}

/**
 * Cases with numbered titles and the markers 看点 and 特色, a pinyin residue, a radical or an invisible character in each;
 * at least `characters` long. Each variant is another text.
 */
export function caseText(characters: number, variant = 0): string {
  const random = randomFrom(SEED + variant)
  const parts: string[] = []
  let length = 0
  for (let number = 1; length < characters; number++) {
    const one = `${number}. ${words[number % words.length]!}第${number}商会\n看点：${spoilt(stretch(random, 80))}\n特色：${spoilt(stretch(random, 400))}\n${spoilt(stretch(random, 350))}\n\n`
    parts.push(one)
    length += one.length
  }
  return parts.join('')
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** A Word file of so many pages: headings, paragraphs in several runs, a table on every fifth page, and so many bytes of pictures. */
export function docxOfPages(pages: number, variant = 0, pictures = 0): Bytes {
  const random = randomFrom(SEED + variant)
  const run = (text: string) => `<w:r><w:rPr><w:rFonts w:eastAsia="SimSun"/><w:sz w:val="24"/></w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
  const paragraph = (...texts: string[]) => `<w:p>${texts.map(run).join('')}</w:p>`
  const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`
  const page = (index: number): string => {
    const heading = `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>${run(`案例${index + 1} ${words[index % words.length]!}`)}</w:p>`
    const body = Array.from({ length: 4 }, () => paragraph(...Array.from({ length: 6 }, () => spoilt(stretch(random, PAGE / 24)))))
    const table = index % 5 > 0 ? '' : `<w:tbl>${Array.from({ length: 8 }, () => `<w:tr>${[1, 2, 3, 4].map(() => cell(stretch(random, 12))).join('')}</w:tr>`).join('')}</w:tbl>`
    return heading + body.join('') + table
  }
  const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
  return Uint8Array.from(zipSync({
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'),
    '_rels/.rels': strToU8(`<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${relation}/officeDocument" Target="word/document.xml"/></Relationships>`),
    'word/_rels/document.xml.rels': strToU8(`<Relationships xmlns="${relations}"><Relationship Id="styles" Type="${relation}/styles" Target="styles.xml"/></Relationships>`),
    'word/styles.xml': strToU8(`<w:styles xmlns:w="${W}"><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>`),
    'word/document.xml': strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${W}"><w:body>${Array.from({ length: pages }, (_, index) => page(index)).join('')}</w:body></w:document>`),
    ...pictures === 0 ? {} : { 'word/media/image1.jpeg': [new Uint8Array(pictures), { level: 0 as const }] },
  }))
}

/** A PDF of so many pages whose Chinese font is not in it: lines of one width, a running head and page numbers. */
export function pdfOfPages(pages: number): Bytes {
  const random = randomFrom(SEED)
  return pdfByHand(Array.from({ length: pages }, (_, index) => {
    const text = stretch(random, PAGE)
    const lines = Array.from({ length: Math.ceil(text.length / LINE) }, (_, line) => text.slice(line * LINE, (line + 1) * LINE))
    return [
      { x: LEFT, y: TOP + 30, text: '商会党建案例汇编' },
      ...lines.map((line, at) => ({ x: LEFT, y: TOP - at * LINE_HEIGHT, text: line })),
      { x: 290, y: 40, text: String(index + 1) },
    ]
  }))
}
