import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { SCHEMA, type Snapshot } from '#core/library/model'
import type { Migrations } from '#core/library/migrations'
import { nodeDisk, type Disk } from '#node/disk'
import { openLibrary, type OpenLibrary } from '#node/index'
import { decodeDocument, encodeDocument } from '#node/snapshot/document'
import { contentOf, quickFolder, useOwnConfiguration } from './support/folders'
import { systemError } from './support/journals'
import { FIXTURE } from './support/library-fixture'

beforeAll(() => void useOwnConfiguration())

const fixtures = path.resolve(import.meta.dirname, '../fixtures/library')
const versions = readdirSync(fixtures).map((name) => Number(name.slice(1)))

/** A copy of the library that the program of a schema wrote. */
function libraryOf(version: number): string {
  const directory = path.join(quickFolder(), 'library')
  cpSync(path.join(fixtures, `v${version}`), directory, { recursive: true })
  return directory
}

const open = (directory: string, options: { migrations?: Migrations; disk?: Disk } = {}) =>
  openLibrary({ directory, create: 'never', nativeDialogs: false, log: { error: () => {} }, ...options })

async function expectEverything({ client }: OpenLibrary): Promise<void> {
  const { cases } = await client.cases.list({})
  expect(cases.map(({ title }) => title).sort()).toEqual(FIXTURE.titles.toSorted())
  for (const [title, tags] of Object.entries(FIXTURE.tags)) expect(cases.find((item) => item.title === title)!.tags).toEqual(tags)
  const yunnan = await client.cases.get({ id: cases.find(({ title }) => title === '云南模式')!.id })
  expect(yunnan.case.notes).toBe(FIXTURE.notes)
  expect(yunnan.case.sections[0]).toMatchObject({ role: 'features', text: expect.stringContaining(FIXTURE.quote) })
  expect(yunnan.passages.map(({ anchor, lost }) => (lost ? null : anchor.exact))).toEqual([FIXTURE.quote])
  expect((await client.coding.themes()).map(({ name, count }) => `${name} ${count}`)).toContain(`${FIXTURE.theme} 1`)
  expect((await client.collections.list()).map(({ name, count }) => `${name} ${count}`).sort()).toEqual(['云南的案例 1', '样本 2'].sort())
  const history = (await client.history.list({})).map(({ name }) => name).reverse()
  expect(history.slice(0, 4)).toEqual(['case.create', 'case.create', 'case.create', 'case.edit'])
  expect(history.slice(9, 12)).toEqual(['case.edit', 'case.delete', 'undo'])
}

test('there is a library as the present program writes it', () => expect(versions).toContain(SCHEMA))

describe.each(versions)('the library of a program with schema %i', (version) => {
  test('opens with everything in it, the journal behind its snapshot too', async () => {
    const library = await open(libraryOf(version))
    expect((await library.client.library.status()).recovery).toEqual([])
    await expectEverything(library)
    expect(await library.client.library.check()).toEqual({ ok: true, problems: [] })
    await library.close()
  })

  test('can be undone down to its first command, and done again', async () => {
    const library = await open(libraryOf(version))
    let undone = 0
    while ((await library.client.library.status()).undo !== null) {
      await library.client.history.undo()
      undone++
    }
    expect((await library.client.library.status()).cases).toBe(0)
    for (; undone > 0; undone--) await library.client.history.redo()
    expect((await library.client.cases.list({})).cases.map(({ title }) => title).sort()).toEqual(FIXTURE.titles.toSorted())
    await library.close()
  })

  test('restores the backup that its program made', async () => {
    const library = await open(libraryOf(version))
    const [backup] = await library.client.backups.list()
    expect(backup).toMatchObject({ state: 'good', cases: 3 })
    expect(await library.client.backups.preview({ name: backup!.name })).toMatchObject({ changing: { total: 1, cases: [{ title: '云南模式' }] } })
    await library.client.backups.restore({ name: backup!.name })
    await library.client.history.undo()
    await expectEverything(library)
    await library.close()
  })
})

describe('a migration', () => {
  /** In the made-up schema 0 titles were called names. */
  const migrations: Migrations = {
    0: (snapshot) => ({ ...snapshot, records: snapshot.records.map((record) => {
      const { name, ...fields } = record.fields
      return record.kind === 'case' && name !== undefined ? { ...record, fields: { ...fields, title: name } } : record
    }) }),
  }

  function libraryOfSchema0(): { directory: string; bytes: string } {
    const directory = libraryOf(SCHEMA)
    const file = path.join(directory, 'library.json')
    const decoded = decodeDocument(readFileSync(file, 'utf8'))
    const { snapshot } = decoded as { snapshot: Snapshot }
    const records = snapshot.records.map((record) => {
      const { title, ...fields } = record.fields
      return record.kind === 'case' && title !== undefined ? { ...record, fields: { ...fields, name: title } } : record
    })
    const bytes = encodeDocument({ ...snapshot, schema: 0, records })
    writeFileSync(file, bytes)
    return { directory, bytes }
  }

  const schemaOf = (directory: string) => (JSON.parse(readFileSync(path.join(directory, 'library.json'), 'utf8').split('\n')[0]!.replace(/,"snapshot":$/u, '}')) as { schema: number }).schema

  test('keeps the library as it was, byte for byte, and then brings it to the present', async () => {
    const { directory, bytes } = libraryOfSchema0()
    const library = await open(directory, { migrations })
    await expectEverything(library)
    const backups = await library.client.backups.list()
    const kept = backups.find(({ reason }) => reason === 'migration')!
    expect(kept).toMatchObject({ state: 'good', cases: 3 })
    expect(gunzipSync(readFileSync(path.join(directory, 'backups', kept.name))).toString('utf8')).toBe(bytes)
    expect(schemaOf(directory)).toBe(SCHEMA)
    await library.client.cases.create({ title: '之后' })
    await library.client.backups.restore({ name: kept.name })
    expect((await library.client.cases.list({})).cases.map(({ title }) => title).sort()).toEqual(FIXTURE.titles.toSorted())
    await library.close()

    const again = await open(directory, { migrations })
    expect((await again.client.backups.list()).filter(({ reason }) => reason === 'migration')).toHaveLength(1)
    await again.close()
  })

  test('that is interrupted at any step leaves the old library or the new one, and ends at the next start', async () => {
    let steps = 0
    for (let failing = 1; ; failing++) {
      const { directory, bytes } = libraryOfSchema0()
      steps = 0
      const fail = <Arguments extends unknown[], Result>(operation: (...given: Arguments) => Promise<Result>) => (...given: Arguments): Promise<Result> =>
        (++steps >= failing ? Promise.reject(systemError('ENOSPC')) : operation(...given))
      const disk: Disk = {
        rename: fail(nodeDisk.rename), syncDirectory: fail(nodeDisk.syncDirectory),
        open: fail(async (file, flags) => {
          const handle = await nodeDisk.open(file, flags)
          return { write: fail(handle.write.bind(handle)), datasync: fail(handle.datasync.bind(handle)), truncate: handle.truncate.bind(handle), close: handle.close.bind(handle) }
        }),
      }
      const library = await open(directory, { migrations, disk }).catch((cause: unknown) => {
        expect(cause).toMatchObject({ code: 'DISK_FULL' })
        return null
      })
      const isNew = schemaOf(directory) === SCHEMA
      if (!isNew) expect(readFileSync(path.join(directory, 'library.json'), 'utf8')).toBe(bytes)
      await library?.close().catch(() => undefined)
      const next = await open(directory, { migrations })
      await expectEverything(next)
      expect((await next.client.backups.list()).some(({ reason, state }) => reason === 'migration' && state === 'good')).toBe(true)
      await next.close()
      if (library !== null && failing > steps) break
    }
    expect(steps).toBeGreaterThan(10)
  })

  test('without its step is refused, and not one byte is changed', async () => {
    const { directory } = libraryOfSchema0()
    const before = contentOf(directory)
    await expect(open(directory)).rejects.toMatchObject({ code: 'LIBRARY_DAMAGED' })
    const { 'device.json': _, ...after } = contentOf(directory)
    expect(after).toEqual(before)
  })
})
