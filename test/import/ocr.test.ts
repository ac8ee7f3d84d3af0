import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { OcrChoice } from '#api'
import { documentOfPages } from '#core/import/formats/pdf/index'
import { readPicture } from '#core/import/formats/picture/index'
import type { PdfPage, RecognisedPage } from '#core/ports'
import { recogniser } from '#node/ocr/index'
import { PdfReader } from '#node/pdf/reader'
import { errorRate } from '../../bench/import/error-rate'

const folder = resolve(import.meta.dirname, '../fixtures/import/ocr')
const fixture = (name: string) => new Uint8Array(readFileSync(resolve(folder, name)))
const truth = { chi_sim: readFileSync(resolve(folder, 'simplified.txt'), 'utf8'), chi_tra: readFileSync(resolve(folder, 'traditional.txt'), 'utf8') }

/** The share of wrong characters that still is a good reading of a clear page. */
const GOOD = { chi_sim: 0.04, chi_tra: 0.12 }

const job = recogniser.start()
afterAll(() => job.end())

async function recognised(name: string, page = 1, script: OcrChoice = 'auto'): Promise<RecognisedPage> {
  return job.recognise({ bytes: fixture(name), file: name, kind: name.endsWith('.pdf') ? 'pdf' : 'picture', page, script }, () => undefined)
}

const textOf = (...pages: PdfPage[]) => documentOfPages(pages, true).text

describe('pages in simplified characters', () => {
  test.each(['simplified.jpg', 'simplified.bmp', 'simplified.webp'])('%s is read, and known as such', async (name) => {
    const { script, page, confidence } = await recognised(name)
    expect(script).toBe('chi_sim')
    expect(confidence).toBeGreaterThan(0.8)
    expect(errorRate(truth.chi_sim, textOf(page))).toBeLessThan(GOOD.chi_sim)
  })

  test('lines are paragraphs again', async () => {
    const { page } = await recognised('simplified.jpg')
    expect(textOf(page).split('\n').map((line) => line.slice(0, 2))).toEqual(['柳塘', '看点', '特色', '二是', '启示'])
  })
})

describe('pages in traditional characters', () => {
  test('are known as such, and read', async () => {
    const { script, page } = await recognised('traditional.png')
    expect(script).toBe('chi_tra')
    expect(errorRate(truth.chi_tra, textOf(page))).toBeLessThan(GOOD.chi_tra)
  })

  test('are read as simplified ones where the user says so', async () => {
    expect((await recognised('traditional.png', 1, 'chi_sim')).script).toBe('chi_sim')
  })
})

describe('files of several pages', () => {
  test('a TIFF file is read page by page, each in its script', async () => {
    const { pictures } = await readPicture(fixture('two-pages.tiff'), 'two-pages.tiff', { pdf: new PdfReader() })
    expect(pictures).toEqual([1, 2])
    const pages = [await recognised('two-pages.tiff', 1), await recognised('two-pages.tiff', 2)]
    expect(pages.map(({ script }) => script)).toEqual(['chi_sim', 'chi_tra'])
    expect(textOf(pages[1]!.page)).toContain('青崎')
  })

  test('so is a scanned PDF file', async () => {
    const pages = [await recognised('scan.pdf', 1), await recognised('scan.pdf', 2)]
    expect(pages.map(({ script }) => script)).toEqual(['chi_sim', 'chi_tra'])
    expect(errorRate(truth.chi_sim, textOf(pages[0]!.page))).toBeLessThan(GOOD.chi_sim)
  })

  test('a page without a picture has no text', async () => {
    expect((await recognised('mixed.pdf', 1)).page.runs).toEqual([])
    expect(textOf((await recognised('mixed.pdf', 2)).page)).toContain('柳塘')
  })
})

describe('what fails', () => {
  test('a picture that is none', async () => {
    const bytes = new TextEncoder().encode('\u0089PNG no picture at all, and nothing of one')
    await expect(job.recognise({ bytes, file: 'a.png', kind: 'picture', page: 1, script: 'chi_sim' }, () => undefined)).rejects.toMatchObject({ code: 'FILE_DAMAGED' })
  })

  test('one that is cut short gives what is there, or says so', async () => {
    const bytes = fixture('traditional.png')
    const outcome = await job.recognise({ bytes: bytes.slice(0, 2_000), file: 'a.png', kind: 'picture', page: 1, script: 'chi_tra' }, () => undefined)
      .then(({ script }) => script, ({ code }: { code: string }) => code)
    expect(['chi_tra', 'FILE_DAMAGED']).toContain(outcome)
    // The engine goes on with the next.
    expect((await recognised('traditional.png', 1, 'chi_tra')).page.runs.length).toBeGreaterThan(3)
  })

  test('ended in the middle of a page, it stops at once', async () => {
    const ending = recogniser.start()
    const outcome = ending.recognise({ bytes: fixture('simplified.jpg'), file: 'a.jpg', kind: 'picture', page: 1, script: 'chi_sim' }, () => void ending.end())
      .then(() => 'finished', ({ code }: { code: string }) => code)
    expect(await outcome).toBe('CANCELLED')
  })
})
