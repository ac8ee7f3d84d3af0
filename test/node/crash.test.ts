import { rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openLibrary } from '#node/index'
import { bundleChild, startChild } from './support/children'
import { temporaryFolder, useOwnConfiguration } from './support/folders'

let writer: string

beforeAll(async () => {
  useOwnConfiguration()
  writer = await bundleChild('test/node/support/writer.ts')
})
afterAll(() => rmSync(path.dirname(writer), { recursive: true, force: true }))

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
