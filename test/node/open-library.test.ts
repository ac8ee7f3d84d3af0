import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { defaultLibraryDirectory, openLibrary, type OpenLibrary } from '#node/index'
import { contentOf, mountTmpfs, quickFolder, useOwnConfiguration } from './support/folders'

beforeAll(() => void useOwnConfiguration())

const open = (directory: string, create: 'never' | 'ifMissing' | 'always' = 'never') => openLibrary({ directory, create, nativeDialogs: false })

/** A closed library with these cases. */
async function libraryWith(titles: string[], directory = path.join(quickFolder(), 'library')): Promise<string> {
  const library = await open(directory, 'ifMissing')
  for (const title of titles) await library.client.cases.create({ title })
  await library.close()
  return directory
}

async function titlesIn(library: OpenLibrary): Promise<string[]> {
  return (await library.client.cases.list({})).cases.map(({ title }) => title).sort()
}

const problemsOf = async (library: OpenLibrary) => (await library.client.library.status()).recovery.map(({ code }) => code)

describe('a folder that holds', () => {
  test('nothing becomes a library only when asked', async () => {
    const folder = quickFolder()
    await expect(open(folder)).rejects.toMatchObject({ code: 'LIBRARY_NOT_FOUND' })
    await expect(open(path.join(folder, 'missing'))).rejects.toMatchObject({ code: 'LIBRARY_NOT_FOUND' })
    expect(readdirSync(folder)).toEqual([])
    const library = await open(path.join(folder, 'a', 'b'), 'ifMissing')
    expect(await titlesIn(library)).toEqual([])
    await library.close()
  })

  test('a library keeps its identity and its cases, and is not made again', async () => {
    const directory = await libraryWith(['甲', '乙'])
    await expect(open(directory, 'always')).rejects.toMatchObject({ code: 'LIBRARY_EXISTS' })
    const first = await open(directory)
    const { libraryId } = await first.client.library.status()
    expect(await titlesIn(first)).toEqual(['乙', '甲'])
    await first.close()
    const second = await open(directory, 'ifMissing')
    expect((await second.client.library.status()).libraryId).toBe(libraryId)
    expect(await problemsOf(second)).toEqual([])
    await second.close()
    expect(readdirSync(directory)).not.toContain('library.lock')
  })

  test.each([
    ['papers', (folder: string) => writeFileSync(path.join(folder, '论文.docx'), 'something')],
    ['another program\'s library.json', (folder: string) => writeFileSync(path.join(folder, 'library.json'), '{"name":"Servo","version":"1.2"}')],
    ['a journal of another kind', (folder: string) => {
      mkdirSync(path.join(folder, 'journal'))
      writeFileSync(path.join(folder, 'journal', 'today.log'), 'dear diary')
    }],
  ])('%s is refused and not one byte is changed', async (_, fill) => {
    const folder = quickFolder()
    fill(folder)
    const before = contentOf(folder)
    for (const create of ['never', 'ifMissing', 'always'] as const) {
      await expect(open(folder, create)).rejects.toMatchObject({ code: 'NOT_A_LIBRARY' })
    }
    expect(contentOf(folder)).toEqual(before)
  })

  test('the library of a later program is refused and not one byte is changed', async () => {
    const directory = await libraryWith(['甲'])
    const file = path.join(directory, 'library.json')
    const document = JSON.parse(readFileSync(file, 'utf8')) as { schema: number }
    writeFileSync(file, JSON.stringify({ ...document, schema: document.schema + 1 }))
    const before = contentOf(directory)
    await expect(open(directory)).rejects.toMatchObject({ code: 'LIBRARY_NEWER' })
    expect(contentOf(directory)).toEqual(before)
  })

  test('a file where a folder should be is refused', async () => {
    const file = path.join(quickFolder(), 'library')
    writeFileSync(file, 'text')
    await expect(open(file)).rejects.toMatchObject({ code: 'NOT_A_LIBRARY' })
    expect(readFileSync(file, 'utf8')).toBe('text')
  })
})

describe('damage', () => {
  test.each([
    ['random bytes', (file: string) => writeFileSync(file, Buffer.from(Array.from({ length: 999 }, (_, index) => (index * 97) % 256)))],
    ['half of it', (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 300))],
    ['nothing', (file: string) => writeFileSync(file, '')],
    ['no file', (file: string) => rmSync(file)],
  ])('to the snapshot (%s) is repaired from the journal, reported once, and the damaged file kept', async (_, damage) => {
    const directory = await libraryWith(['甲', '乙', '丙'])
    const { client, close } = await open(directory)
    const { libraryId } = await client.library.status()
    await close()
    damage(path.join(directory, 'library.json'))

    const library = await open(directory)
    expect(await titlesIn(library)).toEqual(['丙', '乙', '甲'])
    expect((await library.client.library.status()).libraryId).toBe(libraryId)
    expect(await problemsOf(library)).toEqual([expect.stringMatching(/^SNAPSHOT_/u)])
    await library.client.cases.create({ title: '丁' })
    await library.close()
    const again = await open(directory)
    expect(await titlesIn(again)).toEqual(['丁', '丙', '乙', '甲'])
    expect(await problemsOf(again)).toEqual([])
    await again.close()
  })

  test('to both snapshots still leaves the journal', async () => {
    const directory = await libraryWith(['甲', '乙'])
    for (const name of ['library.json', 'library.json.previous']) writeFileSync(path.join(directory, name), 'lost')
    const library = await open(directory)
    expect(await titlesIn(library)).toEqual(['乙', '甲'])
    await library.close()
  })

  test('to everything is an error, never an empty library', async () => {
    const directory = await libraryWith([])
    writeFileSync(path.join(directory, 'library.json'), readFileSync(path.join(directory, 'library.json')).subarray(0, 100))
    writeFileSync(path.join(directory, 'library.json.previous'), '')
    const before = contentOf(directory)
    await expect(open(directory)).rejects.toMatchObject({ code: 'LIBRARY_DAMAGED' })
    expect(contentOf(directory)).toEqual(before)
  })

  test('to a record that the snapshot holds costs nothing, and check names it', async () => {
    const directory = await libraryWith(['甲', '乙', '丙'])
    const [segment] = readdirSync(path.join(directory, 'journal'))
    const file = path.join(directory, 'journal', segment!)
    const bytes = readFileSync(file)
    bytes[bytes.length >> 1]! ^= 1
    writeFileSync(file, bytes)
    const library = await open(directory)
    expect(await titlesIn(library)).toEqual(['丙', '乙', '甲'])
    const { ok, problems } = await library.client.library.check()
    expect(ok).toBe(false)
    expect(problems.map(({ code }) => code)).toContain('JOURNAL_DAMAGED')
    await library.close()
  })
})

test('undo reaches across a restart into the journal', async () => {
  const directory = await libraryWith(['甲', '乙'])
  const library = await open(directory)
  await library.client.history.undo()
  expect(await titlesIn(library)).toEqual(['甲'])
  await library.close()
})

test('a folder on a read-only disk opens read-only and is not changed', async (context) => {
  const mounted = mountTmpfs('4m')
  if (mounted === null) return context.skip('needs the right to mount a tmpfs')
  const directory = await libraryWith(['甲'], path.join(mounted.folder, 'library'))
  mounted.remount('ro')
  const library = await open(directory)
  expect(library.readOnly).toEqual({ code: 'READ_ONLY', holder: '' })
  expect(await titlesIn(library)).toEqual(['甲'])
  const status = await library.client.library.status()
  expect(status.readOnly?.code).toBe('READ_ONLY')
  expect(status.capabilities.write).toBe(false)
  await expect(library.client.cases.create({ title: '乙' })).rejects.toMatchObject({ code: 'READ_ONLY' })
  await library.close()
})

test('a full disk: the change is refused, memory equals the disk, and after making room it works', async (context) => {
  const mounted = mountTmpfs('1m')
  if (mounted === null) return context.skip('needs the right to mount a tmpfs')
  const directory = path.join(mounted.folder, 'library')
  const library = await open(directory, 'ifMissing')
  await library.client.cases.create({ title: '甲' })
  const ballast = path.join(mounted.folder, 'ballast')
  writeFileSync(ballast, Buffer.alloc(850_000))
  await expect(library.client.cases.create({ title: '乙', notes: '满'.repeat(100_000) })).rejects.toMatchObject({ code: 'DISK_FULL' })
  expect(await titlesIn(library)).toEqual(['甲'])
  rmSync(ballast)
  await library.client.cases.create({ title: '丙' })
  await library.close()
  const reopened = await open(directory)
  expect(await titlesIn(reopened)).toEqual(['丙', '甲'])
  expect(await problemsOf(reopened)).toEqual([])
  await reopened.close()
})

test('a copied library and another installation write under a device of their own, a reopened one under the same', async () => {
  const deviceIn = (directory: string) => (JSON.parse(readFileSync(path.join(directory, 'device.json'), 'utf8')) as { device: string }).device
  const reopen = async (directory: string) => (await open(directory)).close()
  const directory = await libraryWith(['甲'])
  const device = deviceIn(directory)
  expect(device).toMatch(/^[0-9a-z]{8,16}$/u)
  await reopen(directory)
  expect(deviceIn(directory)).toBe(device)

  const copy = path.join(path.dirname(directory), 'copy')
  cpSync(directory, copy, { recursive: true })
  await reopen(copy)
  expect(deviceIn(copy)).not.toBe(device)
  expect(deviceIn(directory)).toBe(device)

  // Put back in the very same place.
  const aside = path.join(path.dirname(directory), 'aside')
  renameSync(directory, aside)
  cpSync(aside, directory, { recursive: true })
  await reopen(directory)
  expect(deviceIn(directory)).not.toBe(device)

  const before = deviceIn(copy)
  useOwnConfiguration()
  await reopen(copy)
  expect(deviceIn(copy)).not.toBe(before)
})

test('preferences are kept beside the library, and a damaged file of them costs only them', async () => {
  const directory = await libraryWith([])
  const library = await open(directory)
  await library.client.library.setPreferences({ appearance: 'dark' })
  await library.close()
  const second = await open(directory)
  expect(await second.client.library.preferences()).toMatchObject({ appearance: 'dark' })
  await second.close()
  writeFileSync(path.join(directory, 'preferences.json'), '{"appearance":"dark","language":"klingon"')
  const third = await open(directory)
  expect(await third.client.library.preferences()).toMatchObject({ appearance: 'system' })
  await third.close()
})

test('the usual place follows the platform, and JINGJIAN_LIBRARY overrides it', () => {
  expect(defaultLibraryDirectory({ XDG_DATA_HOME: '/data' }, 'linux')).toBe('/data/jingjian/library')
  expect(defaultLibraryDirectory({}, 'darwin')).toMatch(/Library\/Application Support\/Jingjian\/library$/u)
  expect(defaultLibraryDirectory({ APPDATA: '/roaming' }, 'win32')).toBe('/roaming/Jingjian/library')
  expect(defaultLibraryDirectory({ JINGJIAN_LIBRARY: '/elsewhere' }, 'linux')).toBe('/elsewhere')
})

test('on a disk too full to tidy up after a crash it opens read-only, with everything that was acknowledged', async (context) => {
  const mounted = mountTmpfs('2m')
  if (mounted === null) return context.skip('needs the right to mount')
  const directory = await libraryWith(['甲', '乙'], path.join(mounted.folder, 'library'))
  const [segment] = readdirSync(path.join(directory, 'journal'))
  const file = path.join(directory, 'journal', segment!)
  writeFileSync(file, Buffer.concat([readFileSync(file), Buffer.from('unfinished')]))
  const room = statfsSync(mounted.folder)
  // Room for the lock, and for no more than that.
  writeFileSync(path.join(mounted.folder, 'ballast'), Buffer.alloc((room.bavail - 1) * room.bsize))
  const library = await open(directory)
  expect(library.readOnly).toEqual({ code: 'DISK_FULL', holder: '' })
  expect(await titlesIn(library)).toEqual(['乙', '甲'])
  await library.close()
  rmSync(path.join(mounted.folder, 'ballast'))
  const again = await open(directory)
  expect(again.readOnly).toBeNull()
  expect(await problemsOf(again)).toEqual(['JOURNAL_TAIL_CUT'])
  await again.close()
})

test('whoever has patience gets the library once the process that has it is done', async () => {
  const directory = path.join(quickFolder(), 'library')
  const first = await openLibrary({ directory, create: 'ifMissing', nativeDialogs: false })
  const holders: string[] = []
  let tell: () => void = () => undefined
  const waits = new Promise<void>((resolve) => { tell = resolve })
  const second = openLibrary({
    directory, create: 'never', nativeDialogs: false, patience: 20_000, waiting: (holder) => { holders.push(holder); tell() },
  })
  await waits
  await first.client.cases.create({ title: '先写的' })
  await first.close()
  const library = await second
  expect(library.readOnly).toBeNull()
  expect(holders).toEqual([expect.stringContaining(String(process.pid))])
  expect((await library.client.cases.list({})).cases.map(({ title }) => title)).toEqual(['先写的'])
  await library.close()
})
