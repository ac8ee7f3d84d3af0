import { rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openLibrary } from '#node/index'
import { bundleChild, startChild } from './support/children'
import { temporaryFolder, useOwnConfiguration } from './support/folders'

const KILLS = 15
let writer: string

beforeAll(async () => {
  useOwnConfiguration()
  writer = await bundleChild('test/node/support/writer.ts')
})
afterAll(() => rmSync(path.dirname(writer), { recursive: true, force: true }))

test(`${KILLS} times kill -9 while writing: no acknowledged case is lost, and the library opens by itself`, async () => {
  const directory = path.join(temporaryFolder(), 'library')
  const acknowledged: string[] = []
  for (let trial = 0; trial < KILLS; trial++) {
    const child = startChild(writer, directory, `试-${trial}`)
    await child.printed(2)
    await delay(trial % 13)
    child.process.kill('SIGKILL')
    await child.ended
    expect(child.lines[0]).toBe('writing')
    acknowledged.push(...child.lines.slice(1))
  }
  const library = await openLibrary({ directory, create: 'never', nativeDialogs: false })
  const { cases } = await library.client.cases.list({})
  const titles = new Set(cases.map(({ title }) => title))
  expect(acknowledged.length).toBeGreaterThan(KILLS)
  expect(acknowledged.filter((title) => !titles.has(title))).toEqual([])
  expect((await library.client.library.check()).problems).toEqual([])
  await library.close()
}, 120_000)

test('a second process is told who has the library, reads it, and cannot write', async () => {
  const directory = path.join(temporaryFolder(), 'library')
  const first = await openLibrary({ directory, create: 'ifMissing', nativeDialogs: false })
  await first.client.cases.create({ title: '先来的' })
  const second = startChild(writer, directory, '后来的')
  await second.ended
  expect(second.lines).toEqual(['LIBRARY_IN_USE'])
  await first.close()

  const later = startChild(writer, directory, '再来的')
  await later.printed(2)
  const reader = await openLibrary({ directory, create: 'never', nativeDialogs: false })
  expect(reader.readOnly).toMatchObject({ code: 'LIBRARY_IN_USE', holder: expect.stringContaining(String(later.process.pid)) })
  const { cases } = await reader.client.cases.list({})
  expect(cases.map(({ title }) => title)).toContain('先来的')
  await expect(reader.client.cases.create({ title: '不成' })).rejects.toMatchObject({ code: 'LIBRARY_IN_USE' })
  await reader.close()
  later.process.kill('SIGKILL')
  await later.ended
}, 60_000)

test('a process that was suspended until another took over writes nothing when it wakes', async (context) => {
  if (process.platform === 'win32') return context.skip('needs SIGSTOP')
  const directory = path.join(temporaryFolder(), 'library')
  const sleeper = startChild(writer, directory, '睡着的')
  await sleeper.printed(3)
  sleeper.process.kill('SIGSTOP')
  // The lock's heartbeat is older than ten seconds, and no new one comes.
  await delay(11_000)
  const successor = await openLibrary({ directory, create: 'never', nativeDialogs: false })
  expect(successor.readOnly).toBeNull()
  await successor.client.cases.create({ title: '接手的' })
  const before = (await successor.client.cases.list({})).total
  sleeper.process.kill('SIGCONT')
  await sleeper.ended
  expect(sleeper.lines.at(-1)).toBe('refused: LIBRARY_IN_USE')
  await successor.close()

  const library = await openLibrary({ directory, create: 'never', nativeDialogs: false })
  const { cases, total } = await library.client.cases.list({})
  const titles = new Set(cases.map(({ title }) => title))
  expect(sleeper.lines.slice(1, -1).filter((title) => !titles.has(title))).toEqual([])
  expect(titles).toContain('接手的')
  expect(total).toBe(before)
  await library.close()
}, 60_000)
