import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { commandLine } from './support'

let line: ReturnType<typeof commandLine>
beforeEach(() => { line = commandLine() })
afterEach(() => line.remove())

/** Two libraries with the sample; title and notes of a case were changed in both. Gives the case and the colleague's bundle. */
async function disputed(): Promise<{ id: string; bundle: string }> {
  const other = path.join(line.folder, 'other')
  const bundle = path.join(line.folder, '同事.jingjian')
  await line.command(['init', '--sample'])
  await line.command(['init', '--sample', '--library', other])
  const { id } = (await line.command(['list', '--json'])).json.cases[0]
  await line.command(['edit', id, '--set', 'title=那边改名', '--set', 'notes=那边的备注', '--library', other])
  await line.command(['export', '--to', bundle, '--library', other])
  await line.command(['edit', id, '--set', 'title=本地改名', '--set', 'notes=本地的备注'])
  return { id, bundle }
}

test('conflicts lists both versions in words, settle takes one or keeps the other, and undo takes that back', async () => {
  const { id, bundle } = await disputed()
  await line.command(['merge', bundle])
  const listed = await line.command(['conflicts', id])
  expect(listed.out).toContain('标题')
  expect(listed.out).toMatch(/\* {2}本机 .*本地改名/u)
  expect(listed.out).toMatch(/1 .*那边改名/u)
  expect((await line.command(['conflicts', '--json'])).json.conflicts.map(({ field }: { field: string }) => field)).toEqual(['notes', 'title'])

  expect((await line.command(['settle', id, 'title', '--take', '1', '--json'])).json).toMatchObject({ field: 'title', value: '那边改名', change: { caseIds: [id] } })
  expect((await line.command(['settle', id, 'notes', '--keep'])).status).toBe(0)
  expect((await line.command(['show', id, '--json'])).json.case).toMatchObject({ title: '那边改名', notes: '本地的备注', conflicts: [] })
  await line.command(['undo'])
  await line.command(['undo'])
  expect((await line.command(['show', id, '--json'])).json.case.title).toBe('本地改名')
})

test('settle --all takes one side, and says how it is used', async () => {
  const { id, bundle } = await disputed()
  await line.command(['merge', bundle])
  for (const wrong of [['settle', id], ['settle', id, 'title'], ['settle', id, '--all', 'yours'], ['settle', id, 'title', '--take', '1', '--keep']]) {
    expect((await line.command(wrong)).status).toBe(2)
  }
  expect((await line.command(['settle', id, 'title', '--take', '7', '--json'])).json.error.code).toBe('CONFLICT_NOT_FOUND')
  expect((await line.command(['settle', id, '--all', 'theirs', '--json'])).json.settled).toBe(2)
  expect((await line.command(['show', id, '--json'])).json.case).toMatchObject({ title: '那边改名', notes: '那边的备注' })
  expect((await line.command(['conflicts'])).out).toContain('没有')
})

test('a merge that was undone says so when it comes again, and --again merges it', async () => {
  const { id, bundle } = await disputed()
  await line.command(['merge', bundle])
  await line.command(['settle', id, '--all', 'theirs'])
  await line.command(['undo'])
  await line.command(['undo'])
  const again = await line.command(['merge', bundle])
  expect(again.out).toContain('--again')
  expect((await line.command(['merge', bundle, '--dry-run', '--json'])).json).toMatchObject({ updated: 0, takenBack: 2 })
  expect((await line.command(['merge', bundle, '--again', '--json'])).json).toMatchObject({ updated: 1, takenBack: 2 })
  expect((await line.command(['show', id, '--json'])).json.case).toMatchObject({ title: '那边改名', notes: '那边的备注' })
})
