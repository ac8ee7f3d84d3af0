import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { openLibrary, type OpenLibrary } from '#node/index'
import type { Wait } from '#node/backups/timer'
import { mountTmpfs, quickFolder, useOwnConfiguration } from './support/folders'

beforeAll(() => void useOwnConfiguration())

/** A timer that rings when the test says so. */
function handTimer() {
  let waiting: { milliseconds: number; callback: () => void } | null = null
  const wait: Wait = (milliseconds, callback) => {
    const entry = { milliseconds, callback }
    waiting = entry
    return () => void (waiting = waiting === entry ? null : waiting)
  }
  return {
    wait,
    get minutes() {
      return waiting === null ? null : waiting.milliseconds / 60_000
    },
    ring() {
      const due = waiting
      waiting = null
      due!.callback()
    },
  }
}

const open = (directory: string, timedBackups?: Wait) =>
  openLibrary({ directory, create: 'ifMissing', nativeDialogs: false, log: { error: () => {} }, ...(timedBackups === undefined ? {} : { timedBackups }) })

const reasons = async ({ client }: OpenLibrary) => (await client.backups.list()).map(({ reason }) => reason)

async function addCases({ client }: OpenLibrary, count: number): Promise<string[]> {
  const ids: string[] = []
  for (let number = 0; number < count; number++) ids.push((await client.cases.create({ title: `案例${number}` })).id)
  return ids
}

const bundleOf = async ({ client }: OpenLibrary): Promise<File> => {
  const stream = await client.exports.create({ format: 'jingjian', language: 'zh-Hans' })
  for (;;) {
    const step = await stream.next()
    if (step.done === true) return step.value.file
  }
}

async function importText({ client }: OpenLibrary, text: string, dryRun = false): Promise<void> {
  const stream = await client.imports.prepare({ files: [new File([text], '来稿.txt')] })
  for (;;) {
    const step = await stream.next()
    if (step.done !== true) continue
    await client.imports.commit({ previewId: step.value.previewId, dryRun })
    return
  }
}

test('the timer makes a backup a minute after the start and then every 15 minutes, if something changed', async () => {
  const timer = handTimer()
  const library = await open(path.join(quickFolder(), 'library'), timer.wait)
  const ring = async () => {
    timer.ring()
    await expect.poll(() => timer.minutes).toBe(15)
  }
  expect(timer.minutes).toBe(1)
  await ring()
  expect(await reasons(library)).toEqual([])
  await addCases(library, 1)
  await ring()
  await ring()
  expect(await reasons(library)).toEqual(['timed'])
  await addCases(library, 1)
  await ring()
  expect(await reasons(library)).toEqual(['timed', 'timed'])
  await library.close()
  expect(timer.minutes).toBeNull()
})

test('a program that starts again finds that a backup holds everything, unless that one is damaged', async () => {
  const directory = path.join(quickFolder(), 'library')
  const first = await open(directory)
  await addCases(first, 2)
  await first.client.backups.create()
  await first.close()
  const ringOnce = async () => {
    const timer = handTimer()
    const library = await open(directory, timer.wait)
    timer.ring()
    await expect.poll(() => timer.minutes).toBe(15)
    const found = (await library.client.backups.list()).map(({ reason, state }) => `${reason} ${state}`)
    await library.close()
    return found
  }
  expect(await ringOnce()).toEqual(['manual good'])
  const [name] = readdirSync(path.join(directory, 'backups'))
  writeFileSync(path.join(directory, 'backups', name!), 'lost')
  expect(await ringOnce()).toEqual(['timed good', 'manual damaged'])
})

test('a library that is only read has no timer', async () => {
  const directory = path.join(quickFolder(), 'library')
  const writer = await open(directory)
  const timer = handTimer()
  const reader = await open(directory, timer.wait)
  expect(reader.readOnly?.code).toBe('LIBRARY_IN_USE')
  expect(timer.minutes).toBeNull()
  await reader.close()
  await writer.close()
})

test('an import, a merge, a restore and a deletion of many come after a backup of what was there', async () => {
  const library = await open(path.join(quickFolder(), 'library'))
  const { client } = library
  const ids = await addCases(library, 10)
  await importText(library, '看点：北岸木工坊的夜校。', true)
  expect(await reasons(library)).toEqual([])
  await importText(library, '看点：北岸木工坊的夜校。')
  expect((await client.backups.list()).map(({ reason, cases }) => ({ reason, cases }))).toEqual([{ reason: 'import', cases: 10 }])

  const bundle = await bundleOf(library)
  await client.cases.edit({ id: ids[0]!, set: { notes: '改' } })
  await client.bundles.merge({ file: bundle, dryRun: true })
  await client.bundles.merge({ file: bundle, dryRun: false })
  expect(await reasons(library)).toEqual(['merge', 'import'])

  await client.cases.delete({ ids: ids.slice(0, 1) })
  expect(await reasons(library)).toEqual(['merge', 'import'])
  await client.history.undo()
  await client.cases.delete({ ids })
  const deletion = (await client.backups.list())[0]!
  expect(deletion).toMatchObject({ reason: 'delete', cases: 11 })
  await client.backups.restore({ name: deletion.name })
  expect((await client.backups.list())[0]).toMatchObject({ reason: 'restore', cases: 1 })
  expect((await client.library.status()).cases).toBe(11)
  await client.history.undo()
  expect((await client.library.status()).cases).toBe(1)
  await library.close()
})

test('nothing is backed up twice: where a backup holds everything, none is made before something large', async () => {
  const library = await open(path.join(quickFolder(), 'library'))
  const ids = await addCases(library, 10)
  await library.client.backups.create()
  await library.client.cases.delete({ ids })
  expect(await reasons(library)).toEqual(['manual'])
  await library.close()
})

test('a backup that cannot be made holds up nothing, and the status says so until one can', async () => {
  const directory = path.join(quickFolder(), 'library')
  const library = await open(directory)
  const ids = await addCases(library, 10)
  const folder = path.join(directory, 'backups')
  writeFileSync(folder, 'a file where the folder should be')
  await library.client.cases.delete({ ids })
  const status = await library.client.library.status()
  expect(status.cases).toBe(0)
  expect(status.backupFailure).toEqual({ code: 'WRITE_FAILED' })
  await expect(library.client.backups.create()).rejects.toMatchObject({ code: 'WRITE_FAILED' })
  rmSync(folder)
  await library.client.backups.create()
  expect((await library.client.library.status()).backupFailure).toBeNull()
  await library.close()
})

test('on a full disk the edit is made, the backup is not, and no part of it stays', async (context) => {
  const mounted = mountTmpfs('1m')
  if (mounted === null) return context.skip('needs the right to mount a tmpfs')
  const directory = path.join(mounted.folder, 'library')
  const timer = handTimer()
  const library = await open(directory, timer.wait)
  // Noise, which does not compress; the journal has it once and the backup would need as much again.
  const noise = Array.from({ length: 100_000 }, (_, index) => String.fromCodePoint(0x4e00 + ((index * 7919 + index * index) % 20_000))).join('')
  await library.client.cases.create({ title: '甲', notes: noise })
  const ballast = path.join(mounted.folder, 'ballast')
  let size = 1_000_000
  for (;;) {
    try {
      writeFileSync(ballast, Buffer.alloc(size))
      break
    } catch {
      rmSync(ballast, { force: true })
      size -= 20_000
    }
  }
  timer.ring()
  await expect.poll(() => timer.minutes).toBe(15)
  expect((await library.client.library.status()).backupFailure).toEqual({ code: 'DISK_FULL' })
  expect(readdirSync(path.join(directory, 'backups'))).toEqual([])
  rmSync(ballast)
  await library.client.cases.create({ title: '乙' })
  timer.ring()
  await expect.poll(() => timer.minutes).toBe(15)
  expect((await library.client.library.status()).backupFailure).toBeNull()
  expect(await reasons(library)).toEqual(['timed'])
  await library.close()
})

test('check names a backup that was damaged after it was made', async () => {
  const directory = path.join(quickFolder(), 'library')
  const library = await open(directory)
  await addCases(library, 1)
  const { name } = await library.client.backups.create()
  expect(await library.client.library.check()).toEqual({ ok: true, problems: [] })
  writeFileSync(path.join(directory, 'backups', name), 'lost')
  expect(await library.client.library.check()).toEqual({ ok: false, problems: [{ code: 'BACKUP_DAMAGED', detail: name }] })
  await library.close()
})
