import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { LARGEST_ATTACHMENT, type Client } from '#api'
import { attachFromDisk, openLibrary, saveAttachment, type OpenLibrary } from '#node/index'
import type { Disk } from '#node/disk'
import { contentOf, quickFolder, temporaryFolder, useOwnConfiguration } from './support/folders'
import { diskWith, systemError } from './support/journals'

beforeAll(() => void useOwnConfiguration())

const open = (directory: string, disk?: Disk) => openLibrary({ directory, create: 'ifMissing', nativeDialogs: false, ...(disk === undefined ? {} : { disk }) })

interface Opened {
  library: OpenLibrary
  client: Client
  folder: string
  directory: string
  caseId: string
}

async function opened(disk?: Disk, folder = quickFolder()): Promise<Opened> {
  const directory = path.join(folder, 'library')
  const library = await open(directory, disk)
  const { id } = await library.client.cases.create({ title: '茶叶协会' })
  return { library, client: library.client, folder, directory, caseId: id }
}

function fileIn(folder: string, name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, content)
  return file
}

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')
const placeOf = (directory: string, hash: string) => path.join(directory, 'attachments', hash.slice(0, 2), hash)
/** Every file below the folder of attachments. */
const stored = (directory: string) => Object.keys(existsSync(path.join(directory, 'attachments')) ? contentOf(path.join(directory, 'attachments')) : {})
const problemsOf = async (client: Client) => (await client.library.check()).problems.map(({ code }) => code)

describe('an attachment', () => {
  test('is kept byte for byte under its hash, once however often it is attached, and never under its name', async () => {
    const { client, folder, directory, caseId, library } = await opened()
    const content = randomBytes(3_000_001)
    const [one, two] = [fileIn(folder, '甲/调研.pdf', content), fileIn(folder, '乙/副本.pdf', content)]
    const { attachments } = await attachFromDisk(client, caseId, [one, two])
    expect(attachments.map(({ name, sha256: hash, bytes }) => [name, hash, bytes])).toEqual([['调研.pdf', sha256(content), 3_000_001], ['副本.pdf', sha256(content), 3_000_001]])
    expect(stored(directory)).toEqual([path.join(sha256(content).slice(0, 2), sha256(content))])
    expect(readFileSync(placeOf(directory, sha256(content))).equals(content)).toBe(true)

    const out = path.join(folder, 'out.pdf')
    await saveAttachment(client, caseId, attachments[1]!, out)
    expect(readFileSync(out).equals(content)).toBe(true)
    expect(await client.library.check()).toEqual({ ok: true, problems: [] })
    await library.close()
  })

  test('outlives closing and opening the library', async () => {
    const { client, folder, directory, caseId, library } = await opened()
    await attachFromDisk(client, caseId, [fileIn(folder, 'a.txt', 'hello')])
    await library.close()
    const again = await open(directory)
    const [found] = await again.client.attachments.list({ id: caseId })
    expect(found).toMatchObject({ name: 'a.txt', here: true })
    expect(await (await again.client.attachments.read({ id: caseId, attachmentId: found!.id })).piece.text()).toBe('hello')
    await again.close()
  })

  test('of 64 MB passes through the memory of a few pieces', async () => {
    const { client, folder, caseId, library } = await opened(undefined, temporaryFolder())
    const file = fileIn(folder, 'large.bin', '')
    truncateSync(file, 64 * 1024 * 1024)
    const before = process.memoryUsage.rss()
    let highest = before
    await attachFromDisk(client, caseId, [file], { progress: () => { highest = Math.max(highest, process.memoryUsage.rss()) } })
    expect(highest - before).toBeLessThan(60 * 1024 * 1024)
    await library.close()
  })

  test('beyond 2 GB, a folder and a missing file are refused before a byte is written', async () => {
    const { client, folder, directory, caseId, library } = await opened()
    const good = fileIn(folder, 'good.txt', 'good')
    const large = fileIn(folder, 'large.iso', '')
    truncateSync(large, LARGEST_ATTACHMENT + 1)
    await expect(attachFromDisk(client, caseId, [good, large])).rejects.toMatchObject({ code: 'ATTACHMENT_TOO_LARGE' })
    await expect(attachFromDisk(client, caseId, [good, folder])).rejects.toMatchObject({ code: 'NOT_A_FILE' })
    await expect(attachFromDisk(client, caseId, [good, path.join(folder, 'none')])).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' })
    expect(stored(directory)).toEqual([])
    expect(await client.attachments.list({ id: caseId })).toEqual([])
    await library.close()
  })
})

describe('damage', () => {
  test('of one bit is found by check, is not given out, and goes when the same file is attached again', async () => {
    const { client, folder, directory, caseId, library } = await opened()
    const content = randomBytes(100_000)
    const file = fileIn(folder, 'a.bin', content)
    const { attachments: [attachment] } = await attachFromDisk(client, caseId, [file])
    const rotten = Buffer.from(content)
    rotten[50_000]! ^= 1
    writeFileSync(placeOf(directory, sha256(content)), rotten)
    expect(await client.library.check()).toEqual({ ok: false, problems: [{ code: 'ATTACHMENT_DAMAGED', detail: '茶叶协会: a.bin' }] })
    const out = path.join(folder, 'out.bin')
    await expect(saveAttachment(client, caseId, attachment!, out)).rejects.toMatchObject({ code: 'ATTACHMENT_DAMAGED' })
    expect(readdirSync(folder).filter((name) => name.startsWith('out'))).toEqual([])

    await attachFromDisk(client, caseId, [file])
    expect(await client.library.check()).toEqual({ ok: true, problems: [] })
    await saveAttachment(client, caseId, attachment!, out)
    expect(readFileSync(out).equals(content)).toBe(true)
    await library.close()
  })

  test('content that is gone is missed by check and told in the list; content that nobody asks for is no damage', async () => {
    const { client, folder, directory, caseId, library } = await opened()
    const { attachments: [attachment] } = await attachFromDisk(client, caseId, [fileIn(folder, 'a.txt', 'hello')])
    const place = placeOf(directory, sha256('hello'))
    const { rmSync } = await import('node:fs')
    rmSync(place)
    expect(await problemsOf(client)).toEqual(['ATTACHMENT_MISSING'])
    expect((await client.attachments.list({ id: caseId }))[0]).toMatchObject({ here: false })
    await expect(client.attachments.read({ id: caseId, attachmentId: attachment!.id })).rejects.toMatchObject({ code: 'ATTACHMENT_MISSING' })
    await attachFromDisk(client, caseId, [path.join(folder, 'a.txt')])
    fileIn(directory, path.join('attachments', sha256('stray').slice(0, 2), sha256('stray')), 'stray')
    expect(await client.library.check()).toEqual({ ok: true, problems: [{ code: 'ATTACHMENT_UNUSED', detail: sha256('stray') }] })
    await library.close()
  })
})

describe('an interrupted upload', () => {
  test('leaves nothing that can be seen, and what it left on the disk goes with the next start', async () => {
    const { client, directory, caseId, library } = await opened()
    const { uploadId } = await client.attachments.begin({ id: caseId, name: 'half.bin', bytes: 10 })
    await client.attachments.append({ uploadId, offset: 0, piece: new File(['half'], 'piece') })
    const crashed = path.join(quickFolder(), 'crashed')
    const { cpSync } = await import('node:fs')
    cpSync(directory, crashed, { recursive: true, filter: (name) => !name.endsWith('library.lock') })
    expect(stored(crashed)).toHaveLength(1)
    const again = await open(crashed)
    expect(stored(crashed)).toEqual([])
    expect(await again.client.attachments.list({ id: caseId })).toEqual([])
    expect(await again.client.library.check()).toEqual({ ok: true, problems: [] })
    await again.close()
    await library.close()
    expect(stored(directory)).toEqual([])
  })

  test('of another process that holds the library is left alone by a reader', async () => {
    const { client, directory, caseId, library } = await opened()
    const { uploadId } = await client.attachments.begin({ id: caseId, name: 'a.txt', bytes: 5 })
    const reader = await open(directory)
    expect(reader.readOnly?.code).toBe('LIBRARY_IN_USE')
    await expect(reader.client.attachments.begin({ id: caseId, name: 'b.txt', bytes: 1 })).rejects.toMatchObject({ code: 'LIBRARY_IN_USE' })
    await reader.close()
    await client.attachments.append({ uploadId, offset: 0, piece: new File(['hello'], 'piece') })
    expect((await client.attachments.finish({ uploadIds: [uploadId] })).attachments).toHaveLength(1)
    await library.close()
  })
})

describe('a disk that fails', () => {
  test.each([['is full', 'ENOSPC', 'DISK_FULL'], ['reports an error', 'EIO', 'WRITE_FAILED']])('%s: a typed error, nothing is left, and the next file goes in', async (_, fault, code) => {
    let failing = false
    const disk = diskWith((file) => ({ write: (...given) => (failing ? Promise.reject(systemError(fault)) : file.write(...given)) }))
    const { client, folder, directory, caseId, library } = await opened(disk)
    const file = fileIn(folder, 'a.bin', randomBytes(700_000))
    failing = true
    await expect(attachFromDisk(client, caseId, [file])).rejects.toMatchObject({ code })
    failing = false
    expect(stored(directory)).toEqual([])
    expect(await client.attachments.list({ id: caseId })).toEqual([])
    expect((await attachFromDisk(client, caseId, [file])).attachments).toHaveLength(1)
    await library.close()
  })

  test('where a flush fails, the file was never attached', async () => {
    let failing = false
    const disk = diskWith((file) => ({ datasync: () => (failing ? Promise.reject(systemError('EIO')) : file.datasync()) }))
    const { client, folder, directory, caseId, library } = await opened(disk)
    const { uploadId } = await client.attachments.begin({ id: caseId, name: 'a.txt', bytes: 5 })
    await client.attachments.append({ uploadId, offset: 0, piece: new File(['hello'], 'piece') })
    failing = true
    await expect(client.attachments.finish({ uploadIds: [uploadId] })).rejects.toMatchObject({ code: 'WRITE_FAILED' })
    failing = false
    expect(stored(directory)).toEqual([])
    expect((await attachFromDisk(client, caseId, [fileIn(folder, 'a.txt', 'hello')])).attachments).toHaveLength(1)
    await library.close()
  })
})
