import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { commandLine } from './support'

let line: ReturnType<typeof commandLine>
beforeEach(async () => {
  line = commandLine()
  await line.command(['init', '--sample'])
})
afterEach(() => line.remove())

const CASE = '云南模式'

function file(name: string, content: string): string {
  const place = path.join(line.folder, name)
  writeFileSync(place, content)
  return place
}

test('files are attached as one step, listed, saved and taken off again', async () => {
  const attached = await line.command(['attach', CASE, file('报告.pdf', 'report'), file('名册.xlsx', 'members'), '--json'])
  expect(attached.status).toBe(0)
  expect(attached.json).toMatchObject({ title: CASE, attachments: [{ name: '报告.pdf', bytes: 6 }, { name: '名册.xlsx', bytes: 7 }] })
  expect((await line.command(['attachments', CASE])).out).toMatch(/报告\.pdf\s+6 B[^]*名册\.xlsx\s+7 B/u)

  const out = path.join(line.folder, 'out')
  mkdirSync(out)
  const saved = await line.command(['attachments', CASE, '--save', '报告.pdf', '--to', out, '--json'])
  expect(saved.json).toMatchObject({ file: path.join(out, '报告.pdf'), bytes: 6 })
  expect(readFileSync(path.join(out, '报告.pdf'), 'utf8')).toBe('report')
  expect((await line.command(['attachments', CASE, '--save', '报告.pdf'])).status).toBe(2)

  const { id } = attached.json.attachments[1]
  expect((await line.command(['detach', CASE, id.slice(-8), '--json'])).json).toMatchObject({ removed: { id, name: '名册.xlsx' } })
  expect((await line.command(['attachments', CASE, '--json'])).json.attachments).toHaveLength(1)
  expect((await line.command(['undo', '--json'])).json.undone).toBe('case.detach')
  expect((await line.command(['undo', '--json'])).json.undone).toBe('case.attach')
  expect((await line.command(['attachments', CASE])).out).toContain('没有附件')
  expect((await line.command(['check', '--json'])).json.ok).toBe(true)
})

test('what cannot be attached is said, and nothing is attached', async () => {
  const good = file('good.txt', 'x')
  expect((await line.command(['attach', CASE, good, line.folder, '--json'])).json.error.code).toBe('NOT_A_FILE')
  expect((await line.command(['attach', CASE, good, path.join(line.folder, 'none.txt'), '--json'])).json.error.code).toBe('FILE_NOT_FOUND')
  expect((await line.command(['attachments', CASE, '--json'])).json.attachments).toEqual([])
  expect((await line.command(['detach', CASE, 'none', '--json'])).json.error.code).toBe('ATTACHMENT_NOT_FOUND')
})

test('a bundle takes attachments to another library, or leaves them behind when told to', async () => {
  const other = path.join(line.folder, 'other')
  const [bundle, plain] = [path.join(line.folder, 'a.jingjian'), path.join(line.folder, 'b.jingjian')]
  await line.command(['attach', CASE, file('报告.pdf', 'report')])
  expect((await line.command(['export', '--query', `title:${CASE}`, '--to', bundle, '--json'])).json.remarks).toEqual([])
  await line.command(['export', '--query', `title:${CASE}`, '--to', plain, '--no-attachments'])
  await line.command(['init', '--library', other])
  const elsewhere = (...args: string[]) => line.command([...args, '--library', other])

  expect((await elsewhere('merge', plain)).out).toContain('“报告.pdf”（6 B），内容不在这里')
  const checked = await elsewhere('check')
  expect(checked.status).toBe(0)
  expect(checked.out).toContain('附件的内容从未到过这里')
  expect((await elsewhere('merge', bundle, '--dry-run')).out).toContain('将带来附件内容 1 份（6 B）')
  expect((await elsewhere('attachments', CASE)).out).toContain('内容不在这里')
  expect((await elsewhere('merge', bundle)).out).toContain('带来附件内容 1 份（6 B）')
  const saved = path.join(line.folder, 'saved.pdf')
  await elsewhere('attachments', CASE, '--save', '报告.pdf', '--to', saved)
  expect(readFileSync(saved, 'utf8')).toBe('report')
  expect((await elsewhere('check', '--json')).json).toMatchObject({ ok: true, problems: [] })
})
