import { describe, expect, test } from 'vitest'
import { safeFileName, shownFileName } from '#api/file-name'
import type { Client } from '#api'
import { AppError } from '#api'
import { Contents, removeUnreferenced } from '#core/attachments/index'
import { CaseReader, Library } from '#core/library/index'
import { builtInMigrations } from '#core/library/migrations'
import type { memoryPorts } from '#core/memory'
import { memoryClient } from './support'

async function attach(client: Client, id: string, text: string): Promise<string> {
  const { uploadId } = await client.attachments.begin({ id, name: `${text}.txt`, bytes: new Blob([text]).size })
  await client.attachments.append({ uploadId, offset: 0, piece: new File([text], 'piece') })
  const { attachments } = await client.attachments.finish({ uploadIds: [uploadId] })
  return attachments[0]!.sha256
}

/** What is still kept of the ports' contents after those without a reference were removed. */
async function keptOf(ports: ReturnType<typeof memoryPorts>, hashes: string[]): Promise<boolean[]> {
  const library = await Library.open(ports, builtInMigrations)
  const context = { ports, library, cases: new CaseReader(library), contents: new Contents(ports) }
  await removeUnreferenced(context as unknown as Parameters<typeof removeUnreferenced>[0])
  return Promise.all(hashes.map(async (hash) => (await ports.attachments.size(hash)) !== null))
}

describe('removing what nothing refers to', () => {
  test('keeps what a case has, what undo could bring back, and what a deleted case had', async () => {
    const { client, ports } = await memoryClient()
    const { id } = await client.cases.create({ title: '甲' })
    const kept = await attach(client, id, 'kept')
    const removed = await attach(client, id, 'removed')
    const [, entry] = await client.attachments.list({ id })
    await client.attachments.remove({ id, attachmentId: entry!.id })
    const { id: other } = await client.cases.create({ title: '乙' })
    const deleted = await attach(client, other, 'deleted')
    await client.cases.delete({ ids: [other] })
    const incoming = await ports.attachments.begin()
    await incoming.write(new TextEncoder().encode('stray'))
    const { sha256: stray } = await incoming.finish()
    expect(await keptOf(ports, [kept, removed, deleted, stray])).toEqual([true, true, true, false])
  })

  test('of a purged case stay while a backup cannot be read, and the purge says so', async () => {
    const { client, ports } = await memoryClient()
    const { id } = await client.cases.create({ title: '甲' })
    const hash = await attach(client, id, 'to be purged')
    await client.cases.delete({ ids: [id] })
    ports.backups.list = async () => [{ name: 'b' }] as never
    ports.backups.read = async () => { throw new AppError('BACKUP_DAMAGED', { id: 'b' }) }
    expect(await client.trash.purge({ ids: [id] })).toEqual({ purged: 1, finished: true, attachmentsKept: true })
    expect(await ports.attachments.size(hash)).not.toBeNull()
  })

  test('keeps what a backup has, and removes nothing where a backup cannot be read', async () => {
    const { client } = await memoryClient()
    const { id } = await client.cases.create({ title: '甲' })
    const hash = await attach(client, id, 'in the backup')
    const backup = (await memoryClient()).ports
    const snapshotOf = { records: [] as unknown[] }
    const source = await memoryClient()
    const made = await source.client.cases.create({ title: '乙' })
    await attach(source.client, made.id, 'in the backup')
    const library = await Library.open(source.ports, builtInMigrations)
    snapshotOf.records = library.allRecords()
    const incoming = await backup.attachments.begin()
    await incoming.write(new TextEncoder().encode('in the backup'))
    await incoming.finish()
    backup.backups.list = async () => [{ name: 'b' }] as never
    backup.backups.read = async () => { throw new AppError('BACKUP_DAMAGED', { id: 'b' }) }
    await expect(keptOf(backup, [hash])).rejects.toMatchObject({ code: 'BACKUP_DAMAGED' })
    expect(await backup.attachments.size(hash)).not.toBeNull()
    backup.backups.read = async () => snapshotOf as never
    expect(await keptOf(backup, [hash])).toEqual([true])
    backup.backups.list = async () => []
    expect(await keptOf(backup, [hash])).toEqual([false])
  })
})

describe('two devices', () => {
  test('one renames, the other removes: both are kept by the merge, and the attachment is gone', async () => {
    const mine = await memoryClient({ host: { device: 'mine0000' } })
    const { id } = await mine.client.cases.create({ title: '甲' })
    await attach(mine.client, id, 'text')
    const bundle = async (client: Client) => {
      const stream = await client.exports.create({ format: 'jingjian' })
      for (;;) {
        const step = await stream.next()
        if (step.done === true) return step.value.file
      }
    }
    const theirs = await memoryClient({ host: { device: 'theirs00' } })
    await theirs.client.bundles.merge({ file: await bundle(mine.client) })
    const [entry] = await theirs.client.attachments.list({ id })
    expect(entry).toMatchObject({ name: 'text.txt' })
    await theirs.client.attachments.rename({ id, attachmentId: entry!.id, name: 'renamed.txt' })
    await mine.client.attachments.remove({ id, attachmentId: entry!.id })
    await mine.client.bundles.merge({ file: await bundle(theirs.client) })
    expect(await mine.client.attachments.list({ id })).toEqual([])
    await mine.client.history.undo()
    await mine.client.history.undo()
    expect((await mine.client.attachments.list({ id }))).toHaveLength(1)
  })
})

describe('names', () => {
  test.each([
    ['../../evil.txt', '_.._evil.txt'], ['CON.txt', '_CON.txt'], ['com1', '_com1'], ['C:\\Windows\\system.ini', 'C_Windows_system.ini'],
    ['trailing dot. ', 'trailing dot'], ['...hidden', 'hidden'], ['报告\u0000\u0007.pdf', '报告.pdf'], ['cod\u202efdp.exe', 'codfdp.exe'],
    ['a/b|c?.txt', 'a_b_c_.txt'], ['..', 'attachment'], ['調研 報告 2019.docx', '調研 報告 2019.docx'], ['.gitignore', 'gitignore'],
  ])('%j is %j on the disk', (name, safe) => expect(safeFileName(name)).toBe(safe))

  test('of 300 characters keep their ending and fit every file system', () => {
    const safe = safeFileName(`${'长'.repeat(300)}.docx`)
    expect(safe.endsWith('长.docx')).toBe(true)
    expect(new TextEncoder().encode(safe).length).toBeLessThanOrEqual(200)
    expect([...shownFileName(`${'长'.repeat(300)}.docx`)]).toHaveLength(255)
  })
})
