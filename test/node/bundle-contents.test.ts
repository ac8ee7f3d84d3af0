import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { LARGEST_BUNDLED, type Client, type ExportResult } from '#api'
import { attachFromDisk, openLibrary, saveAttachment, type OpenLibrary } from '#node/index'
import type { Disk } from '#node/disk'
import { quickFolder, useOwnConfiguration } from './support/folders'
import { diskWith, systemError } from './support/journals'

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')
const memberOf = (content: string | Uint8Array) => `attachments/${sha256(content)}`
const open = (directory: string, disk?: Disk) => openLibrary({ directory, create: 'ifMissing', nativeDialogs: false, ...(disk === undefined ? {} : { disk }) })

beforeAll(() => void useOwnConfiguration())

let folder: string
let theirs: OpenLibrary
let mine: OpenLibrary
let caseId: string
beforeEach(async () => {
  folder = quickFolder()
  theirs = await open(path.join(folder, 'theirs'))
  mine = await open(path.join(folder, 'mine'))
  ;({ id: caseId } = await theirs.client.cases.create({ title: '茶叶协会' }))
})
afterEach(async () => {
  await theirs.close()
  await mine.close()
})

/** Attaches a new file to the colleague's case. */
async function attach(name: string, content: string | Uint8Array, id = caseId): Promise<void> {
  const file = path.join(folder, 'files', name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, content)
  await attachFromDisk(theirs.client, id, [file])
}

async function exported(client: Client, input: Partial<Parameters<Client['exports']['create']>[0]> = {}): Promise<ExportResult & { archive: Uint8Array }> {
  const steps = await client.exports.create({ format: 'jingjian', ...input })
  for (;;) {
    const step = await steps.next()
    if (step.done === true) return { ...step.value, archive: new Uint8Array(await step.value.file.arrayBuffer()) }
  }
}

const fileOf = (archive: Uint8Array) => new File([archive as Uint8Array<ArrayBuffer>], '同事.jingjian')
/** The archive with some members changed, added or, as undefined, taken out. */
function tampered(archive: Uint8Array, changes: Record<string, Zippable[string] | undefined>): Uint8Array {
  const members: Zippable = Object.fromEntries(Object.entries(unzipSync(archive)).map(([name, content]) => [name, [content, { level: 0 }]]))
  for (const [name, content] of Object.entries(changes)) {
    if (content === undefined) delete members[name]
    else members[name] = content
  }
  return zipSync(members)
}
/** Hashes of all contents in my library. */
function stored(): string[] {
  const root = path.join(folder, 'mine', 'attachments')
  return existsSync(root) ? readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name).sort() : []
}

describe('a bundle with attachments', () => {
  test('brings every content byte for byte into another library, each once', async () => {
    const content = randomBytes(2_000_003)
    await attach('调研.pdf', content)
    await attach('副本.pdf', content)
    await attach('空.txt', '')
    expect(await theirs.client.exports.attachments({})).toEqual({ files: 2, bytes: content.length, remarks: [] })
    const { archive, remarks } = await exported(theirs.client)
    expect(remarks).toEqual([])
    expect(Object.keys(unzipSync(archive)).sort()).toEqual([memberOf(content), memberOf(''), 'manifest.json', 'records.json'].sort())

    const planned = await mine.client.bundles.merge({ file: fileOf(archive), dryRun: true })
    expect(planned).toMatchObject({ contents: { files: 2, bytes: content.length }, remarks: [], change: null })
    expect(stored()).toEqual([])
    const merged = await mine.client.bundles.merge({ file: fileOf(archive) })
    expect({ ...merged, change: null }).toEqual(planned)
    expect(stored()).toEqual([sha256(content), sha256('')].sort())
    const listed = await mine.client.attachments.list({ id: caseId })
    expect(listed.map(({ name, here }) => [name, here])).toEqual([['调研.pdf', true], ['副本.pdf', true], ['空.txt', true]])
    await saveAttachment(mine.client, caseId, listed[1]!, path.join(folder, 'out.pdf'))
    expect(await mine.client.library.check()).toEqual({ ok: true, problems: [] })
    expect(await mine.client.bundles.merge({ file: fileOf(archive) })).toMatchObject({ contents: { files: 0, bytes: 0 }, change: null })
  })

  test('is the same bytes for the same content, and without attachments the bytes it always had', async () => {
    await attach('a.txt', 'hello')
    const first = await exported(theirs.client)
    expect(Buffer.compare(first.archive, (await exported(theirs.client)).archive)).toBe(0)
    const plain = await exported(theirs.client, { attachments: false })
    expect(plain.remarks).toEqual([])
    const members = unzipSync(plain.archive)
    expect(Object.keys(members)).toEqual(['manifest.json', 'records.json'])
    expect(strFromU8(members['manifest.json']!)).toBe(strFromU8(unzipSync(first.archive)['manifest.json']!))
  })

  test('of a selection carries the contents of that selection alone', async () => {
    const { id: other } = await theirs.client.cases.create({ title: '石雕商会' })
    await attach('a.txt', 'hello')
    await attach('b.txt', 'other', other)
    expect(await theirs.client.exports.attachments({ cases: [other] })).toMatchObject({ files: 1, bytes: 5 })
    expect(Object.keys(unzipSync((await exported(theirs.client, { cases: [other] })).archive))).toContain(memberOf('other'))
    expect(Object.keys(unzipSync((await exported(theirs.client, { cases: [other] })).archive))).not.toContain(memberOf('hello'))
  })

  test('leaves the largest behind where they would be too much, and says so', async () => {
    await attach('小.txt', 'small')
    const large = path.join(folder, 'files', '大.iso')
    writeFileSync(large, '')
    truncateSync(large, LARGEST_BUNDLED)
    await attachFromDisk(theirs.client, caseId, [large])
    const leftOut = [{ code: 'LEFT_OUT', title: '茶叶协会', name: '大.iso', bytes: LARGEST_BUNDLED }]
    expect(await theirs.client.exports.attachments({})).toEqual({ files: 1, bytes: 5, remarks: leftOut })
    const { archive, remarks } = await exported(theirs.client)
    expect(remarks).toEqual(leftOut)
    expect(await mine.client.bundles.merge({ file: fileOf(archive) })).toMatchObject({ contents: { files: 1, bytes: 5 }, remarks: [{ ...leftOut[0], code: 'NOT_HERE' }] })
  })

  test('never carries content that is damaged or gone, and says so', async () => {
    await attach('坏.txt', 'damaged')
    await attach('没.txt', 'gone')
    const place = (content: string) => path.join(folder, 'theirs', 'attachments', sha256(content).slice(0, 2), sha256(content))
    writeFileSync(place('damaged'), 'damagEd')
    rmSync(place('gone'))
    const { archive, remarks } = await exported(theirs.client)
    expect(remarks.map(({ code, name }) => [code, name])).toEqual([['NOT_HERE', '没.txt'], ['DAMAGED', '坏.txt']])
    expect(Object.keys(unzipSync(archive))).toEqual(['manifest.json', 'records.json'])
  })

  test('can bring contents later than the records', async () => {
    await attach('a.txt', 'hello')
    const without = await exported(theirs.client, { attachments: false })
    expect(await mine.client.bundles.merge({ file: fileOf(without.archive) })).toMatchObject({ added: 1, remarks: [{ code: 'NOT_HERE', name: 'a.txt' }] })
    expect(await mine.client.library.check()).toEqual({ ok: true, problems: [{ code: 'ATTACHMENT_NOT_HERE', detail: '茶叶协会: a.txt' }] })
    const { archive } = await exported(theirs.client)
    expect(await mine.client.bundles.merge({ file: fileOf(archive) })).toMatchObject({ added: 0, updated: 0, contents: { files: 1, bytes: 5 }, remarks: [], change: null })
    expect(await mine.client.library.check()).toEqual({ ok: true, problems: [] })
  })

  test('keeps its contents through undo and redo', async () => {
    await attach('a.txt', 'hello')
    await mine.client.bundles.merge({ file: fileOf((await exported(theirs.client)).archive) })
    await mine.client.history.undo()
    expect(stored()).toEqual([sha256('hello')])
    expect(await mine.client.library.check()).toEqual({ ok: true, problems: [] })
    await mine.client.history.redo()
    expect((await mine.client.attachments.list({ id: caseId }))[0]).toMatchObject({ here: true })
  })
})

describe('content that a bundle brought and that is gone', () => {
  test.each(['the file', 'the whole folder'])('is damage: %s', async (what) => {
    await attach('a.txt', 'hello')
    await mine.client.bundles.merge({ file: fileOf((await exported(theirs.client)).archive) })
    const root = path.join(folder, 'mine', 'attachments')
    rmSync(what === 'the file' ? path.join(root, sha256('hello').slice(0, 2), sha256('hello')) : root, { recursive: true })
    expect(await mine.client.library.check()).toEqual({ ok: false, problems: [{ code: 'ATTACHMENT_MISSING', detail: '茶叶协会: a.txt' }] })
  })
})

describe('a bundle whose contents are', () => {
  beforeEach(async () => {
    await attach('好.txt', 'good content')
    await attach('坏.txt', 'other content')
  })

  const attempt = async (changes: Record<string, Zippable[string] | undefined>) => {
    const { archive } = await exported(theirs.client)
    const merged = await mine.client.bundles.merge({ file: fileOf(tampered(archive, changes)) })
    expect(merged).toMatchObject({ added: 1, contents: { files: 1, bytes: 12 } })
    expect(stored()).toEqual([sha256('good content')])
    expect((await mine.client.attachments.list({ id: caseId })).map(({ here }) => here)).toEqual([true, false])
    return merged.remarks.map(({ code, name }) => [code, name])
  }

  test.each<[string, Record<string, Zippable[string] | undefined>, string]>([
    ['changed by a byte', { [memberOf('other content')]: [strToU8('other c0ntent'), { level: 0 }] }, 'DAMAGED'],
    ['missing', { [memberOf('other content')]: undefined }, 'NOT_HERE'],
    ['of another size than the record says', { [memberOf('other content')]: [strToU8('other'), { level: 0 }] }, 'NOT_HERE'],
    ['compressed to grow beyond the size in the record', { [memberOf('other content')]: [strToU8('other content '.repeat(100)), { level: 9 }] }, 'NOT_HERE'],
    ['under names nobody asked for', {
      [memberOf('other content')]: undefined, [`attachments/${'0'.repeat(64)}`]: [strToU8('other content'), { level: 0 }],
      [`attachments/${sha256('other content').toUpperCase()}`]: [strToU8('other content'), { level: 0 }], 'attachments/evil.sh': strToU8('x'),
    }, 'NOT_HERE'],
  ])('%s come in without them, and say so', async (_, changes, code) => {
    expect(await attempt(changes)).toEqual([[code, '坏.txt']])
    expect(readdirSync(folder).sort()).toEqual(['files', 'mine', 'theirs'])
  })

  test('a bomb are refused, and nothing comes in', async () => {
    const { archive } = await exported(theirs.client)
    const file = fileOf(tampered(archive, { [memberOf('other content')]: [new Uint8Array(20_000_000), { level: 9 }] }))
    await expect(mine.client.bundles.merge({ file })).rejects.toMatchObject({ code: 'BUNDLE_DAMAGED' })
    expect(stored()).toEqual([])
  })

  test('named to lie elsewhere is refused, and nothing comes in', async () => {
    const { archive } = await exported(theirs.client)
    for (const name of ['attachments/../../evil', `/attachments/${sha256('x')}`, `attachments\\${sha256('x')}`]) {
      const file = fileOf(tampered(archive, { [name]: strToU8('x') }))
      await expect(mine.client.bundles.merge({ file })).rejects.toMatchObject({ code: 'BUNDLE_DAMAGED' })
    }
    expect(stored()).toEqual([])
    expect((await mine.client.cases.list({})).total).toBe(0)
  })
})

describe('a disk that fills up', () => {
  test('fails the merge before a record is written, and what came is no damage', async () => {
    await attach('一.txt', 'first')
    await attach('二.txt', 'the second')
    const { archive } = await exported(theirs.client)
    await mine.close()
    let left = 1
    const disk = diskWith((file) => ({ write: (...given) => (left < 0 ? Promise.reject(systemError('ENOSPC')) : file.write(...given)) }))
    const failing: Disk = { ...disk, rename: async (from, to) => {
      await disk.rename(from, to)
      if (/[0-9a-f]{64}$/u.test(to)) left -= 2
    } }
    mine = await open(path.join(folder, 'mine'), failing)
    await expect(mine.client.bundles.merge({ file: fileOf(archive) })).rejects.toMatchObject({ code: 'DISK_FULL' })
    expect((await mine.client.cases.list({})).total).toBe(0)
    await mine.close().catch(() => undefined)
    mine = await open(path.join(folder, 'mine'))
    expect(stored()).toHaveLength(1)
    expect(await mine.client.library.check()).toEqual({ ok: true, problems: [{ code: 'ATTACHMENT_UNUSED', detail: stored()[0] }] })
    expect(await mine.client.bundles.merge({ file: fileOf(archive) })).toMatchObject({ added: 1, contents: { files: 1 }, remarks: [] })
  })
})
