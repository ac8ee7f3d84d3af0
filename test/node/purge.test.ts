import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '#api'
import { nodeDisk, type Disk } from '#node/disk'
import { openLibrary, type OpenLibrary } from '#node/index'
import { quickFolder, useOwnConfiguration } from './support/folders'

beforeAll(() => void useOwnConfiguration())

const open = (directory: string, disk?: Disk) => openLibrary({
  directory, create: 'ifMissing', nativeDialogs: false, log: { error: () => {} }, ...(disk === undefined ? {} : { disk }),
})

/** Words that stand in the purged case alone: in its title, text, an earlier text, its tag, its passage. */
const SECRETS = ['绝密标题', '绝密正文', '更早的绝密', '绝密标签']

async function libraryToPurge(): Promise<{ library: OpenLibrary; directory: string; id: string; other: string }> {
  const directory = path.join(quickFolder(), 'library')
  const library = await open(directory)
  const { id, other } = await fill(library.client)
  return { library, directory, id, other }
}

async function fill(client: Client): Promise<{ id: string; other: string }> {
  const section = { id: 's1', role: 'highlight' as const, heading: '', text: '更早的绝密：商会设立党支部。' }
  const { id } = await client.cases.create({ title: '绝密标题', sections: [section] })
  await client.cases.edit({ id, set: { sections: [{ ...section, text: '绝密正文：商会设立党支部。' }] } })
  await client.cases.tag({ ids: [id], add: ['绝密标签'] })
  await client.coding.code({ id, theme: '组织', quote: '绝密正文' })
  const { id: other } = await client.cases.create({ title: '别的案例' })
  return { id, other }
}

/** The secrets that any file of the library holds, backups aside. */
function secretsIn(directory: string): string[] {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && path.basename(entry.parentPath) !== 'backups')
  const bytes = files.map((entry) => readFileSync(path.join(entry.parentPath, entry.name)))
  return SECRETS.filter((secret) => bytes.some((content) => content.includes(secret) || content.includes(Buffer.from(JSON.stringify(secret)))))
}

async function purge(client: Client, id: string): Promise<void> {
  await client.cases.delete({ ids: [id] })
  await client.trash.purge({ ids: [id] })
}

test('a purged case is in no file any more, and stays gone', async () => {
  const { library, directory, id, other } = await libraryToPurge()
  expect(secretsIn(directory)).toEqual(SECRETS)
  await purge(library.client, id)
  expect(secretsIn(directory)).toEqual([])
  await library.client.cases.edit({ id: other, set: { title: '改过的案例' } })
  expect(await library.client.library.check()).toEqual({ ok: true, problems: [] })
  await library.close()

  const again = await open(directory)
  expect(await again.client.library.status()).toMatchObject({ cases: 1, trashed: 0, recovery: [] })
  expect(await again.client.trash.list()).toEqual([])
  expect(await again.client.library.check()).toEqual({ ok: true, problems: [] })
  expect(JSON.stringify(await again.client.history.list({}))).not.toContain('绝密')
  await again.close()
  expect(secretsIn(directory)).toEqual([])
})

test('what undo offers after a purge is the last thing that can be taken back, also after a restart', async () => {
  const { library, directory, id, other } = await libraryToPurge()
  await library.client.cases.edit({ id: other, set: { title: '改过的案例' } })
  await purge(library.client, id)
  expect((await library.client.library.status()).undo).toEqual({ name: 'case.edit' })
  await library.close()
  const again = await open(directory)
  const { name } = await again.client.history.undo()
  expect(name).toBe('case.edit')
  expect((await again.client.cases.get({ id: other })).case.title).toBe('别的案例')
  expect((await again.client.library.status()).undo).toEqual({ name: 'case.create' })
  await again.close()
})

test('undoing everything that was done before revives no empty shell', async () => {
  const { library, id } = await libraryToPurge()
  const { client } = library
  await purge(client, id)
  while ((await client.library.status()).undo !== null) await client.history.undo()
  expect((await client.cases.list({})).total).toBe(0)
  while ((await client.library.status()).redo !== null) await client.history.redo()
  expect((await client.cases.list({})).cases.map(({ title }) => title)).toEqual(['别的案例'])
  await library.close()
})

test('an old bundle brings neither the case nor its passage back, and a new one takes it from nobody', async () => {
  const { library, directory, id } = await libraryToPurge()
  const bundleOf = async ({ client }: OpenLibrary, input: object = {}): Promise<File> => {
    const stream = await client.exports.create({ format: 'jingjian', ...input })
    for (;;) {
      const step = await stream.next()
      if (step.done === true) return new File([await step.value.file.arrayBuffer()], '包.jingjian')
    }
  }
  const old = await bundleOf(library)
  const colleague = await open(path.join(quickFolder(), 'colleague'))
  await colleague.client.bundles.merge({ file: old })
  await colleague.client.cases.edit({ id, set: { notes: '同事的话' } })
  await colleague.client.coding.code({ id, theme: '组织', quote: '党支部' })

  await purge(library.client, id)
  expect(await library.client.bundles.merge({ file: old })).toMatchObject({ added: 0, updated: 0, conflicts: [], change: null })
  const edited = await library.client.bundles.merge({ file: await bundleOf(colleague) })
  expect(edited.conflicts).toMatchObject([{ id, field: 'deleted', title: '绝密标题', mine: true, theirs: false, kept: 'mine' }])
  expect((await library.client.cases.list({})).total).toBe(1)
  await library.close()
  expect(secretsIn(directory)).toEqual([])

  const reopened = await open(directory)
  await colleague.client.bundles.merge({ file: await bundleOf(reopened) })
  expect((await colleague.client.cases.get({ id })).case).toMatchObject({ title: '绝密标题', notes: '同事的话' })
  await reopened.close()
  await colleague.close()
})

test('a backup from before gives the case back under a new id, with what belongs to it', async () => {
  const { library, id } = await libraryToPurge()
  const { client } = library
  await client.collections.create({ name: '合集', caseIds: [id] })
  const { name } = await client.backups.create()
  await purge(client, id)
  await client.backups.restore({ name })
  const found = (await client.cases.list({})).cases.find(({ title }) => title === '绝密标题')!
  expect(found.id).not.toBe(id)
  expect(await client.cases.get({ id: found.id })).toMatchObject({ passages: [{ lost: false }], collections: [{ name: '合集' }] })
  await client.history.undo()
  expect((await client.cases.list({})).total).toBe(1)
  await library.close()
})

test('sample cases that were purged can be had again, once', async () => {
  const library = await open(path.join(quickFolder(), 'library'))
  const { client } = library
  const { added } = await client.library.addSample()
  const ids = (await client.cases.list({})).cases.map(({ id }) => id)
  await client.cases.delete({ ids })
  await client.trash.purge({ ids })
  expect((await client.library.addSample()).added).toBe(added)
  expect((await client.library.addSample()).added).toBe(0)
  await library.close()
})

describe('cut short', () => {
  /** The disk until `operation` has happened `count` times, and then none: what a killed process leaves behind. */
  function diskUntil(count: number, stop: { at: number; ended: boolean }): Disk {
    const step = <Result>(act: () => Promise<Result>): Promise<Result> => {
      if (stop.ended || ++stop.at > count) {
        stop.ended = true
        return Promise.reject(Object.assign(new Error('killed'), { code: 'EIO' }))
      }
      return act()
    }
    return {
      async open(name, flags) {
        const file = await step(() => nodeDisk.open(name, flags))
        return {
          write: (bytes, offset, length, position) => step(() => file.write(bytes, offset, length, position)),
          datasync: () => step(() => file.datasync()), truncate: (length) => step(() => file.truncate(length)), close: () => file.close(),
        }
      },
      rename: (from, to) => step(() => nodeDisk.rename(from, to)),
      syncDirectory: (directory) => step(() => nodeDisk.syncDirectory(directory)),
    }
  }

  test('by a disk that fails after the command, it says so, and the next start finishes it', async () => {
    const directory = path.join(quickFolder(), 'library')
    const stop = { at: Number.NEGATIVE_INFINITY, ended: false }
    // The first two operations are the command's write and flush.
    const library = await open(directory, diskUntil(2, stop))
    const { id } = await fill(library.client)
    await library.client.cases.delete({ ids: [id] })
    stop.at = 0
    expect(await library.client.trash.purge({ ids: [id] })).toMatchObject({ purged: 1, finished: false })
    expect(await library.client.trash.list()).toEqual([])
    await library.close().catch(() => undefined)
    const again = await open(directory)
    expect(secretsIn(directory)).toEqual([])
    await again.close()
  })

  test('at any step the library opens, and the purge is then finished or was never said', async () => {
    let finished = 0
    let neverSaid = 0
    for (let count = 0; ; count++) {
      const directory = path.join(quickFolder(), 'library')
      const stop = { at: Number.NEGATIVE_INFINITY, ended: false }
      const library = await open(directory, diskUntil(count, stop))
      const { id } = await fill(library.client)
      await library.client.cases.delete({ ids: [id] })
      stop.at = 0
      const outcome = await library.client.trash.purge({ ids: [id] }).then(() => 'purged', () => 'failed')
      const wasCutShort = stop.ended
      stop.ended = true
      await library.close().catch(() => undefined)
      // What a kill in the middle of a snapshot leaves, since nothing cleans up behind it.
      writeFileSync(path.join(directory, 'library.json.00000000-0000-4000-8000-000000000000.tmp'), SECRETS.join(''))

      const again = await open(directory)
      const [trashed] = await again.client.trash.list()
      expect((await again.client.cases.list({})).cases.map(({ title }) => title)).toEqual(['别的案例'])
      expect(await again.client.library.check()).toEqual({ ok: true, problems: [] })
      if (trashed === undefined) {
        finished++
        expect(secretsIn(directory)).toEqual([])
      } else {
        neverSaid++
        expect([outcome, trashed.title]).toEqual(['failed', '绝密标题'])
        await again.client.trash.restore({ ids: [id] })
        expect((await again.client.cases.get({ id })).case).toMatchObject({ title: '绝密标题', tags: ['绝密标签'] })
      }
      await again.close()
      if (!wasCutShort) {
        expect(outcome).toBe('purged')
        break
      }
    }
    expect(finished).toBeGreaterThan(8)
    expect(neverSaid).toBeGreaterThan(0)
  })
})
