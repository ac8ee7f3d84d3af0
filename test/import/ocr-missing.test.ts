import { promises as disk, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { errorText, languages } from '#api/i18n'
import { recogniser } from '#node/ocr/index'
import { modelFolder } from '#node/ocr/parts'
import { commandLine } from '../cli/support'

const SCAN = path.resolve(import.meta.dirname, '../fixtures/import/ocr/scan.pdf')
const program = process as { resourcesPath?: string }

let line: ReturnType<typeof commandLine>
beforeEach(async () => {
  line = commandLine()
  await line.command(['init'])
})
afterEach(() => {
  vi.restoreAllMocks()
  delete program.resourcesPath
  line.remove()
})

/** The disk without the models of these scripts. */
function withoutModels(...scripts: string[]): void {
  const access = disk.access
  vi.spyOn(disk, 'access').mockImplementation((file, mode) => {
    const name = path.basename(String(file))
    const isMissing = scripts.some((script) => name === `${script}.traineddata.gz`)
    return isMissing ? Promise.reject(Object.assign(new Error(`no ${name}`), { code: 'ENOENT' })) : access(file, mode)
  })
}

test('without any model nothing can be recognised, and what is missing is told with what to do, in each language', async () => {
  withoutModels('chi_sim', 'chi_tra', 'eng')
  expect(await recogniser.scripts()).toEqual([])
  for (const language of languages) {
    const { status, json, err } = await line.command(['import', SCAN, '--ocr', 'auto', '--json', '--lang', language])
    expect(status).toBe(1)
    const expected = errorText({ code: 'OCR_UNAVAILABLE', data: { detail: 'chi_sim.traineddata.gz' } }, language)
    expect(json.error).toEqual(expected)
    expect(err).toContain(expected.hint)
  }
  expect((await line.command(['list', '--json'])).json.total).toBe(0)
})

test('files of text are read as ever, and a scan says that its text is to be recognised', async () => {
  withoutModels('chi_sim', 'chi_tra', 'eng')
  const notes = path.join(line.folder, 'notes.txt')
  writeFileSync(notes, '看点：茶园里的课堂。\n特色：协会把课堂搬进茶园，会员都来听课。\n')
  const { status, json } = await line.command(['import', notes, SCAN, '--json'])
  expect(status).toBe(0)
  expect(json.imported).toHaveLength(1)
  expect(json.warnings).toContainEqual(expect.objectContaining({ code: 'NEEDS_OCR', file: 'scan.pdf' }))
})

test('a script whose model is there is still recognised', async () => {
  withoutModels('chi_tra', 'eng')
  expect(await recogniser.scripts()).toEqual(['chi_sim'])
  const { status, json } = await line.command(['import', SCAN, '--ocr', 'chi_sim', '--json'])
  expect(status).toBe(0)
  expect(json.imported.length).toBeGreaterThan(0)
  expect((await line.command(['import', SCAN, '--ocr', 'chi_tra', '--json'])).json.error.message).toContain('chi_tra.traineddata.gz')
})

test.each<[string, (model: Buffer) => Buffer]>([
  ['cut short', (model) => model.subarray(0, model.length / 2)],
  ['changed in one byte', (model) => Buffer.from(model.map((byte, at) => (at === 100_000 ? byte ^ 1 : byte)))],
  ['something else', () => Buffer.from('no model at all')],
  ['something else that is packed', () => gzipSync('no model at all')],
])('a model that is %s is told of as one that is missing', async (_, change) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'jingjian-ocr-'))
  mkdirSync(path.join(folder, 'ocr'))
  const model = readFileSync(path.join((await modelFolder('chi_sim'))!, 'chi_sim.traineddata.gz'))
  writeFileSync(path.join(folder, 'ocr', 'chi_sim.traineddata.gz'), change(model))
  program.resourcesPath = folder
  try {
    const { status, json } = await line.command(['import', SCAN, '--ocr', 'chi_sim', '--json'])
    expect([status, json.error.code]).toEqual([1, 'OCR_UNAVAILABLE'])
    expect(json.error.message).toContain('chi_sim.traineddata.gz')
  } finally {
    rmSync(folder, { recursive: true })
  }
})
