import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import chardet from 'chardet'
import iconv from 'iconv-lite'
import mammoth from 'mammoth'
import type { Client, ImportPreview } from '#api'
import { openLibrary } from '#node/index'
import { PdfReader } from '#node/pdf/reader'
import { leastProcessorTime, milliseconds, percentile, ratio, table, timed } from '../lib/figures'
import { inScratch } from '../lib/scratch'
import { caseText, docxOfPages, pdfOfPages } from './documents'
import { partsOfText } from './text-parts'

const RUNS = 5
const TEXT_CHARACTERS = 3_400_000
const DOCX_PAGES = 30
const PDF_PAGES = 100
const ENCODINGS = [['UTF-8', 'utf8'], ['GB18030', 'gb18030'], ['UTF-16', 'utf16le']] as const
/** What a script of an afternoon does: strip brackets of Latin letters, cut at numbered titles. */
const RESIDUE = /\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+\)/gu
const TITLE = /^(?=\d+\. )/mu

/** From the bytes of a file to repaired drafts, in one thread and with nothing written. */
export function throughputPart(): Promise<string> {
  return inScratch(async (directory) => {
    const library = await openLibrary({ directory: path.join(directory, 'library'), create: 'always', nativeDialogs: false })
    try {
      return [await texts(library.client), await partsOfText(TEXT_CHARACTERS, RUNS), await word(library.client), await pdf(library.client, directory)].join('\n\n')
    } finally {
      await library.close()
    }
  })
}

async function texts(client: Client): Promise<string> {
  const text = caseText(TEXT_CHARACTERS)
  const rows = [['text', 'MB', 'cases', 'repairs', 'ours MB/s of processor time', 'chardet + iconv-lite + two patterns MB/s', 'ours/peer', 'goal MB/s']]
  for (const [name, encoding] of ENCODINGS) {
    const bytes = iconv.encode(text, encoding, { addBOM: encoding === 'utf16le' })
    const megabytes = bytes.length / 1e6
    let preview: ImportPreview | null = null
    const ours = await leastProcessorTime(RUNS, async () => (preview = await prepared(client, bytes, `${encoding}.txt`)))
    const peer = await leastProcessorTime(RUNS, () => {
      const guess = chardet.detect(bytes.subarray(0, 100_000))!
      iconv.decode(bytes, guess).replaceAll(RESIDUE, '').split(TITLE)
    })
    const { drafts } = preview!
    rows.push([
      name, megabytes.toFixed(1), String(drafts.length), String(drafts.reduce((sum, { repairs }) => sum + Object.values(repairs).reduce((all, { total }) => all + total, 0), 0)),
      (megabytes * 1000 / ours).toFixed(1), (megabytes * 1000 / peer).toFixed(1), ratio(peer / ours), '5',
    ])
  }
  return table(rows)
}

async function word(client: Client): Promise<string> {
  const bytes = docxOfPages(DOCX_PAGES)
  let characters = 0
  const ours = await median(async () => void (characters = lengthOf(await prepared(client, bytes, 'book.docx'))))
  const peer = await median(async () => void (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })))
  return table([
    ['Word file', 'characters', 'ours ms', 'mammoth (to HTML) ms', 'ours/peer', 'goal ms'],
    [`${DOCX_PAGES} pages`, String(characters), milliseconds(ours), milliseconds(peer), ratio(ours / peer), '1000'],
  ])
}

async function pdf(client: Client, directory: string): Promise<string> {
  const bytes = pdfOfPages(PDF_PAGES)
  const file = path.join(directory, 'book.pdf')
  writeFileSync(file, bytes)
  let characters = 0
  const reader = new PdfReader()
  const ours = await median(async () => void (characters = lengthOf(await prepared(client, bytes, 'book.pdf'))))
  const bare = await median(async () => void (await reader.pages(bytes, 'book.pdf')))
  const poppler = spawnSync('pdftotext', ['-v']).error === undefined ? await median(() => void spawnSync('pdftotext', [file, '-'])) : Number.NaN
  return table([
    ['PDF file', 'characters', 'ours ms', 'of these in PDF.js', 'pdftotext ms', 'ours/pdftotext', 'goal ms'],
    [`${PDF_PAGES} pages`, String(characters), milliseconds(ours), milliseconds(bare), milliseconds(poppler), ratio(ours / poppler), '5000'],
  ])
}

async function median(work: () => Promise<void> | void): Promise<number> {
  return percentile(await timed(RUNS, work), 0.5)
}

async function prepared(client: Client, bytes: Uint8Array<ArrayBuffer>, name: string): Promise<ImportPreview> {
  const steps = await client.imports.prepare({ files: [new File([bytes], name)] })
  for (;;) {
    const step = await steps.next()
    if (step.done !== true) continue
    await client.imports.discard({ previewId: step.value.previewId })
    if (step.value.drafts.length === 0) throw new Error(`${name}: ${JSON.stringify(step.value.warnings)}`)
    return step.value
  }
}

function lengthOf(preview: ImportPreview): number {
  return preview.drafts.reduce((sum, { characters }) => sum + characters, 0)
}
