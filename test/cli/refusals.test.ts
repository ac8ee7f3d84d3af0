import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CLIPPINGS, commandLine } from './support'

let line: ReturnType<typeof commandLine>
beforeEach(() => { line = commandLine() })
afterEach(() => line.remove())

const file = (name: string, content: string | Uint8Array) => {
  const name_ = path.join(line.folder, name)
  writeFileSync(name_, content)
  return name_
}

async function filled(): Promise<string> {
  await line.command(['init'])
  return (await line.command(['import', file('clippings.txt', CLIPPINGS), '--json'])).json.imported[0].id
}

describe('import', () => {
  test('names the kind of a file it does not take, and how large a file may be', async () => {
    await line.command(['init'])
    const kind = await line.command(['import', file('年报.xyz', '内容'), '--json'])
    expect(kind.status).toBe(1)
    expect(kind.json.error.message).toContain('“xyz”')
    const large = await line.command(['import', file('大.txt', new Uint8Array(51 * 1024 * 1024).fill(0x41)), '--json'])
    expect(large.json.error).toMatchObject({ code: 'FILE_TOO_LARGE', hint: expect.stringContaining('50 MB') })
  })

  test('sends a bundle to merge', async () => {
    await filled()
    const bundle = path.join(line.folder, 'all.jingjian')
    expect((await line.command(['export', '--to', bundle])).status).toBe(0)
    const { status, json } = await line.command(['import', bundle, '--json'])
    expect(status).toBe(1)
    expect(json.warnings[0].message).toContain('merge')
    expect(json.error.message).toContain('jingjian')
  })

  test('says how a text without markers could be split', async () => {
    await line.command(['init'])
    const plain = file('plain.txt', '茶叶协会办起了田间课堂，会员都来听课。\n\n石雕商会请老师傅带徒弟，一对一地教。')
    const { json } = await line.command(['import', plain, '--dry-run', '--json'])
    expect(json.imported).toHaveLength(1)
    expect(json.splits).toContainEqual({ file: 'plain.txt', template: 'paragraphs', cases: 2 })
    expect((await line.command(['import', plain, '--dry-run'])).err).toContain('--template paragraphs')
    expect((await line.command(['import', plain, '--template', 'paragraphs', '--json'])).json.imported).toHaveLength(2)
  })
})

test.each(['toString', '__proto__', 'constructor'])('edit knows no field %s', async (field) => {
  const id = await filled()
  const { status, json } = await line.command(['edit', id, '--set', `${field}=x`, '--json'])
  expect(status).toBe(1)
  expect(json.error.code).toBe('UNKNOWN_FIELD')
})

test('a value that is too long is refused in words of the interface language alone', async () => {
  const id = await filled()
  const { json } = await line.command(['tag', id, `+${'长'.repeat(81)}`, '--json'])
  expect(json.error).toMatchObject({ code: 'INVALID_INPUT', message: '填写的内容有误：add.0 ≤ 80' })
})

test('tags have no blank levels or line breaks', async () => {
  const id = await filled()
  const { json } = await line.command(['tag', id, '+荣誉//国家级/', '+党\n建', '+/', '--json'])
  expect(json.tags).toEqual(['荣誉/国家级', '党 建'])
})

test('two libraries that opened the sample differ only in what was edited', async () => {
  const other = path.join(line.folder, 'other')
  const bundle = path.join(line.folder, 'other.jingjian')
  await line.command(['init', '--sample'])
  await line.command(['init', '--sample', '--library', other])
  const [first] = (await line.command(['list', '--json'])).json.cases
  await line.command(['edit', first.id, '--set', 'title=本地改名'])
  await line.command(['edit', first.id, '--set', 'title=那边改名', '--set', 'notes=那边的备注', '--library', other])
  await line.command(['export', '--to', bundle, '--library', other])
  const merged = (await line.command(['merge', bundle, '--json'])).json
  expect(merged).toMatchObject({ added: 0, updated: 1, conflicts: [{ id: first.id, field: 'title', mine: '本地改名', theirs: '那边改名' }] })
  expect(merged.conflicts).toHaveLength(1)
  expect((await line.command(['show', first.id, '--json'])).json.case).toMatchObject({ notes: '那边的备注', conflicts: [{ field: 'title' }] })
})

test('a case without a title is no damage', async () => {
  const id = await filled()
  await line.command(['edit', id, '--set', 'title='])
  expect(await line.command(['check'])).toMatchObject({ status: 0 })
})

describe('history', () => {
  test('of a case names what was coded in it, of no case nothing', async () => {
    const id = await filled()
    await line.command(['code', id, '--theme', '教育', '--quote', '田间党校'])
    const { json } = await line.command(['history', id, '--json'])
    expect(json.history[0]).toMatchObject({ name: 'coding.code', caseIds: [id] })
    expect((await line.command(['undo', '--json'])).json.change.caseIds).toEqual([id])
    expect((await line.command(['history', 'nothing', '--json'])).json.error.code).toBe('CASE_NOT_FOUND')
  })
})

test('an export to where nothing can be written says where', async () => {
  await filled()
  mkdirSync(path.join(line.folder, 'taken.md'))
  const { status, json } = await line.command(['export', '--to', path.join(line.folder, 'taken.md'), '--json'])
  expect(status).toBe(1)
  expect(json.error).toMatchObject({ code: 'EXPORT_FAILED', message: expect.stringContaining('taken.md') })
})
