import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Command } from '#core/library/model'
import { mountTmpfs, quickFolder, temporaryFolder } from './support/folders'
import { commandOf, diskWith, openJournal, readAll, systemError, writeJournal } from './support/journals'

const segments = (folder: string) => readdirSync(path.join(folder, 'journal')).sort()
const onlySegment = (folder: string) => path.join(folder, 'journal', segments(folder)[0]!)
/** A folder whose journal is one segment of these bytes. */
function folderWith(bytes: Uint8Array): string {
  const folder = quickFolder()
  mkdirSync(path.join(folder, 'journal'))
  writeFileSync(path.join(folder, 'journal', '0000000000000001.log'), bytes)
  return folder
}
const numbers = (commands: { seq: number }[]) => commands.map(({ seq }) => seq)

describe('commands in the journal', () => {
  test('come back after it is opened again, from any number on', async () => {
    const folder = temporaryFolder()
    await writeJournal(folder, 5)
    const { journal, problems } = await openJournal(folder)
    expect(await readAll(journal)).toEqual([1, 2, 3, 4, 5].map((seq) => commandOf(seq)))
    expect(numbers(await readAll(journal, 4))).toEqual([4, 5])
    await journal.append(commandOf(6))
    expect(numbers(await readAll(journal, 5))).toEqual([5, 6])
    expect(problems).toEqual([])
    expect(await journal.verify()).toEqual([])
  })

  test('that wait together share a flush', async () => {
    let flushes = 0
    const disk = diskWith((file) => ({ datasync: () => { flushes++; return file.datasync() } }))
    const { journal } = await openJournal(temporaryFolder(), { disk })
    await Promise.all(Array.from({ length: 100 }, (_, index) => journal.append(commandOf(index + 1))))
    expect(flushes).toBeLessThan(10)
    expect(await readAll(journal)).toHaveLength(100)
  })

  test('go on in a new segment once a long one is covered by a snapshot, and the old one stays', async () => {
    const folder = temporaryFolder()
    const { journal } = await openJournal(folder)
    await journal.append(commandOf(1, '商会'.repeat(60_000)))
    journal.snapshotWritten()
    await journal.append(commandOf(2))
    expect(segments(folder)).toEqual(['0000000000000001.log', '0000000000000002.log'])
    expect(numbers(await readAll(journal))).toEqual([1, 2])
  })

  test('about one record are found without reading what is about others, in every segment', async () => {
    const folder = temporaryFolder()
    const { journal } = await openJournal(folder)
    const about = (seq: number, record: string): Command => {
      const command = commandOf(seq, '商会'.repeat(20_000))
      return { ...command, operations: command.operations.map((operation) => ({ ...operation, record })) }
    }
    for (let seq = 1; seq <= 24; seq++) {
      await journal.append(about(seq, `记录"${seq % 4}`))
      journal.snapshotWritten()
    }
    expect(segments(folder).length).toBeGreaterThan(3)
    const found: Command[] = []
    for await (const command of journal.read(1, new Set(['记录"1']))) found.push(command)
    expect(numbers(found)).toEqual([1, 5, 9, 13, 17, 21])
    expect(found[0]).toEqual(about(1, '记录"1'))
  })

  test('of another library are not taken for its own', async () => {
    const folder = temporaryFolder()
    await writeJournal(folder, 2)
    const { journal, problems } = await openJournal(folder, { libraryId: 'another', startsNewSegment: true })
    expect(await readAll(journal)).toEqual([])
    expect(problems.map(({ code }) => code)).toContain('JOURNAL_FOREIGN')
  })
})

describe('a torn end', () => {
  test('at every byte of the last two records costs only what was not whole', async () => {
    const source = temporaryFolder()
    await writeJournal(source, 2)
    const keptBytes = statSync(onlySegment(source)).size
    const { journal } = await openJournal(source)
    await journal.append(commandOf(3))
    await journal.append(commandOf(4))
    await journal.close()
    const bytes = readFileSync(onlySegment(source))

    for (let length = keptBytes; length < bytes.length; length++) {
      const reopened = await openJournal(folderWith(bytes.subarray(0, length)))
      const found = numbers(await readAll(reopened.journal))
      expect(found.slice(0, 2)).toEqual([1, 2])
      expect(found).not.toContain(4)
      await reopened.journal.append(commandOf(found.length + 1))
      expect(numbers(await readAll(reopened.journal))).toEqual([...found, found.length + 1])
      await reopened.journal.close()
    }
  })

  test('of zeros is cut off, reported, and kept beside', async () => {
    const folder = temporaryFolder()
    await writeJournal(folder, 3)
    const whole = readFileSync(onlySegment(folder))
    writeFileSync(onlySegment(folder), Buffer.concat([whole, Buffer.alloc(500)]))
    const { journal, problems } = await openJournal(folder)
    expect(numbers(await readAll(journal))).toEqual([1, 2, 3])
    expect(problems).toEqual([{ code: 'JOURNAL_TAIL_CUT', detail: '0000000000000001.log: 500 B' }])
    expect(readFileSync(onlySegment(folder))).toEqual(whole)
    const [kept] = readdirSync(path.join(folder, 'damaged'))
    expect(readFileSync(path.join(folder, 'damaged', kept!))).toEqual(Buffer.alloc(500))
  })

  test('is left alone by a reader that may not write', async () => {
    const folder = temporaryFolder()
    await writeJournal(folder, 3)
    const torn = readFileSync(onlySegment(folder)).subarray(0, -5)
    writeFileSync(onlySegment(folder), torn)
    const { journal } = await openJournal(folder, { host: { readOnly: { code: 'LIBRARY_IN_USE', holder: 'elsewhere' } } })
    expect(numbers(await readAll(journal))).toEqual([1, 2])
    expect(readFileSync(onlySegment(folder))).toEqual(torn)
    await expect(journal.append(commandOf(3))).rejects.toMatchObject({ code: 'LIBRARY_IN_USE', data: { holder: 'elsewhere' } })
  })
})

test('one flipped bit anywhere costs at most the record it hits, and is reported', async () => {
  const source = temporaryFolder()
  await writeJournal(source, 4)
  const bytes = readFileSync(onlySegment(source))
  for (let at = 0; at < bytes.length; at += 7) {
    const flipped = Buffer.from(bytes)
    flipped[at]! ^= 1 << (at % 8)
    const { journal, problems } = await openJournal(folderWith(flipped))
    const found = await readAll(journal)
    expect(found.length).toBeGreaterThanOrEqual(3)
    for (const command of found) expect(command).toEqual(commandOf(command.seq))
    expect(problems.length).toBeGreaterThan(0)
    const next = found.at(-1)!.seq + 1
    await journal.append(commandOf(next))
    expect(numbers(await readAll(journal))).toEqual([...numbers(found), next])
    await journal.close()
  }
})

describe('a disk that fails', () => {
  test('by writing less than asked gets the rest written', async () => {
    const disk = diskWith((file) => ({ write: (bytes, offset, length, position) => file.write(bytes, offset, Math.min(length, 10), position) }))
    const { journal } = await openJournal(temporaryFolder(), { disk })
    await journal.append(commandOf(1))
    expect(await readAll(journal)).toEqual([commandOf(1)])
  })

  test.each([1, 2, 3, 5])('at flush number %i acknowledges nothing more and says why', async (failing) => {
    const folder = temporaryFolder()
    let flushes = 0
    const disk = diskWith((file) => ({ datasync: () => (++flushes === failing ? Promise.reject(systemError('EIO')) : file.datasync()) }))
    const { journal, host } = await openJournal(folder, { disk })
    for (let seq = 1; seq < failing; seq++) await journal.append(commandOf(seq))
    await expect(journal.append(commandOf(failing))).rejects.toMatchObject({ code: 'WRITE_FAILED' })
    expect(host.readOnly?.code).toBe('WRITE_FAILED')
    await expect(journal.append(commandOf(failing))).rejects.toMatchObject({ code: 'WRITE_FAILED' })
    await journal.close()
    const reopened = await openJournal(folder)
    expect(await readAll(reopened.journal)).toHaveLength(failing - 1)
  })

  test('and cannot even take the broken record back is not written again', async () => {
    let isFull = false
    const disk = diskWith((file) => ({
      write: (bytes, offset, length, position) => (isFull ? Promise.reject(systemError('ENOSPC')) : file.write(bytes, offset, length, position)),
      truncate: () => Promise.reject(systemError('EIO')),
    }))
    const { journal, host } = await openJournal(temporaryFolder(), { disk })
    await journal.append(commandOf(1))
    isFull = true
    await expect(journal.append(commandOf(2))).rejects.toMatchObject({ code: 'DISK_FULL' })
    expect(host.readOnly?.code).toBe('DISK_FULL')
  })

  test('because it is full refuses with DISK_FULL and works again once there is room', async (context) => {
    const mounted = mountTmpfs('200k')
    if (mounted === null) return context.skip('needs the right to mount a tmpfs')
    const { journal, host } = await openJournal(mounted.folder)
    await journal.append(commandOf(1))
    const ballast = path.join(mounted.folder, 'ballast')
    writeFileSync(ballast, Buffer.alloc(100_000))
    await expect(journal.append(commandOf(2, '满'.repeat(60_000)))).rejects.toMatchObject({ code: 'DISK_FULL' })
    expect(host.readOnly).toBeNull()
    expect(await readAll(journal)).toEqual([commandOf(1)])
    writeFileSync(ballast, '')
    await journal.append(commandOf(2))
    await journal.close()
    const reopened = await openJournal(mounted.folder)
    expect(await readAll(reopened.journal)).toEqual([commandOf(1), commandOf(2)])
    expect(reopened.problems).toEqual([])
  })

  test('at the very first record leaves no half segment behind', async () => {
    const folder = temporaryFolder()
    let isFull = true
    const disk = diskWith((file) => ({
      async write(bytes, offset, length, position) {
        if (!isFull) return file.write(bytes, offset, length, position)
        await file.write(bytes, offset, 10, position)
        throw systemError('ENOSPC')
      },
    }))
    const { journal } = await openJournal(folder, { disk })
    await expect(journal.append(commandOf(1))).rejects.toMatchObject({ code: 'DISK_FULL' })
    expect(segments(folder)).toEqual([])
    isFull = false
    await journal.append(commandOf(1))
    expect(await readAll(journal)).toEqual([commandOf(1)])
  })
})

describe('a writer that lost the lock', () => {
  test('writes nothing and becomes read-only', async () => {
    const folder = temporaryFolder()
    let taker: string | null = null
    const { journal, host } = await openJournal(folder, { lockTakenBy: () => taker })
    await journal.append(commandOf(1))
    taker = 'other-computer, 42'
    const before = readFileSync(onlySegment(folder))
    await expect(journal.append(commandOf(2))).rejects.toMatchObject({ code: 'LIBRARY_IN_USE', data: { holder: taker } })
    expect(host.readOnly).toEqual({ code: 'LIBRARY_IN_USE', holder: taker })
    expect(readFileSync(onlySegment(folder))).toEqual(before)
  })

  test('but was in the middle of a write cannot change what its successor wrote', async () => {
    const folder = temporaryFolder()
    const late = await openJournal(folder)
    await late.journal.append(commandOf(1))
    const successor = await openJournal(folder, { epoch: 2, startsNewSegment: true })
    await successor.journal.append(commandOf(2, '后来者'))
    await late.journal.append(commandOf(2, '迟到者'))
    await late.journal.append(commandOf(3, '迟到者'))
    await successor.journal.append(commandOf(3, '后来者'))
    const { journal } = await openJournal(folder)
    expect(await readAll(journal)).toEqual([commandOf(1), commandOf(2, '后来者'), commandOf(3, '后来者')])
  })
})
