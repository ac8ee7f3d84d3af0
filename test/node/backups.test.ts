import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { BackupReason } from '#api'
import type { Snapshot } from '#core/library/model'
import { BackupFolder } from '#node/backups/backups'
import { retained } from '#node/backups/retention'
import { nodeDisk, type Disk, type WritableFile } from '#node/disk'
import { layoutOf } from '#node/layout'
import { emptySnapshot } from '#node/snapshot/store'
import { temporaryFolder } from './support/folders'
import { LIBRARY_ID } from './support/journals'

const MINUTE = 60 * 1000
const HOUR = 60 * 60 * 1000
const NOW = new Date(2026, 10, 12, 18, 0)

function folderAt(time: { now: number }) {
  const layout = layoutOf(temporaryFolder())
  return { layout, backups: new BackupFolder({ disk: nodeDisk, layout, clock: { now: () => time.now }, failIfReadOnly: () => {} }) }
}

async function wrapped(file: string, flags: string | number): Promise<WritableFile> {
  const handle = await nodeDisk.open(file, flags)
  return {
    write: (...given) => handle.write(...given), datasync: () => handle.datasync(), truncate: (length) => handle.truncate(length), close: () => handle.close(),
  }
}

/** The names' times and reasons after these backups were made one after another, oldest first. */
async function keptOf(made: { at: number; reason: BackupReason; damaged?: boolean }[]) {
  const time = { now: 0 }
  const { backups, layout } = folderAt(time)
  for (const [index, { at, reason, damaged }] of made.entries()) {
    time.now = at
    const { name } = await backups.create(snapshotWith(index), reason)
    if (damaged === true) writeFileSync(path.join(layout.backups, name), 'lost')
  }
  return (await backups.list()).reverse().map(({ createdAt, reason, state }) => ({ at: Date.parse(createdAt), reason, state }))
}

function snapshotWith(cases: number): Snapshot {
  const version = { value: '案例', device: 'device0001', time: '0000000000001' }
  return {
    ...emptySnapshot(LIBRARY_ID), seq: cases,
    records: Array.from({ length: cases }, (_, index) => ({ id: `record-${index}`, kind: 'case', fields: { title: [version] } })),
  }
}

test('a backup is listed with what is in it, and read back as it was', async () => {
  const { backups } = folderAt({ now: NOW.getTime() })
  const created = await backups.create(snapshotWith(3), 'manual')
  expect(created).toMatchObject({ cases: 3, seq: 3, reason: 'manual', state: 'good', createdAt: NOW.toISOString() })
  expect(await backups.list()).toEqual([created])
  expect(await backups.read(created.name)).toEqual(snapshotWith(3))
})

test('two backups of the same moment do not replace each other', async () => {
  const { backups } = folderAt({ now: NOW.getTime() })
  await backups.create(snapshotWith(1), 'manual')
  await backups.create(snapshotWith(2), 'manual')
  expect((await backups.list()).map(({ cases }) => cases).sort()).toEqual([1, 2])
})

test('a damaged backup is said to be damaged, whichever byte it is', async () => {
  const { backups, layout } = folderAt({ now: NOW.getTime() })
  const { name } = await backups.create(snapshotWith(2), 'manual')
  const file = path.join(layout.backups, name)
  const whole = readFileSync(file)
  // Byte 9 of the gzip header names an operating system and nothing else.
  for (const at of [0, 40, whole.length >> 1, whole.length - 1]) {
    const damaged = Buffer.from(whole)
    damaged[at]! ^= 0x10
    writeFileSync(file, damaged)
    await expect(backups.read(name)).rejects.toMatchObject({ code: 'BACKUP_DAMAGED' })
  }
  writeFileSync(file, whole.subarray(0, whole.length >> 1))
  await expect(backups.read(name)).rejects.toMatchObject({ code: 'BACKUP_DAMAGED' })
  expect(await backups.list()).toMatchObject([{ name, state: 'damaged' }])
  expect(await backups.verify()).toEqual([{ code: 'BACKUP_DAMAGED', detail: name }])
})

test('a backup of a program that kept no reasons is one that was asked for', async () => {
  const { backups, layout } = folderAt({ now: NOW.getTime() })
  const { name } = await backups.create(snapshotWith(2), 'timed')
  const older = name.replace('-timed', '')
  renameSync(path.join(layout.backups, name), path.join(layout.backups, older))
  expect(await backups.list()).toMatchObject([{ name: older, reason: 'manual', cases: 2, state: 'good' }])
  expect(await backups.read(older)).toEqual(snapshotWith(2))
})

test('a backup that cannot be written leaves nothing behind, nor does one that comes back otherwise than it was written', async () => {
  const layout = layoutOf(temporaryFolder())
  const options = { layout, clock: { now: () => NOW.getTime() }, failIfReadOnly: () => {} }
  const full: Disk = { ...nodeDisk, open: async (file, flags) => ({ ...await wrapped(file, flags), write: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })) }) }
  await expect(new BackupFolder({ ...options, disk: full }).create(snapshotWith(1), 'manual')).rejects.toMatchObject({ code: 'DISK_FULL' })
  const lying: Disk = { ...nodeDisk, async open(file, flags) {
    const handle = await wrapped(file, flags)
    return { ...handle, write: (bytes, offset, length, position) => handle.write(Uint8Array.from(bytes, (byte, at) => (at === 30 ? byte ^ 1 : byte)), offset, length, position) }
  } }
  await expect(new BackupFolder({ ...options, disk: lying }).create(snapshotWith(1), 'manual')).rejects.toMatchObject({ code: 'WRITE_FAILED' })
  expect(readdirSync(layout.backups)).toEqual([])
})

test('what a crash left of a backup goes with the next one', async () => {
  const { backups, layout } = folderAt({ now: NOW.getTime() })
  const { name } = await backups.create(snapshotWith(1), 'manual')
  writeFileSync(path.join(layout.backups, `${name}.0a-1b.tmp`), 'half')
  await backups.create(snapshotWith(2), 'manual')
  expect(readdirSync(layout.backups).filter((entry) => entry.endsWith('.tmp'))).toEqual([])
})

test.each(['../library.json', '20260101T000000000Z.json.gz', ''])('%j is no backup', async (name) => {
  const { backups } = folderAt({ now: NOW.getTime() })
  await expect(backups.read(name)).rejects.toMatchObject({ code: 'BACKUP_NOT_FOUND' })
})

test('of many, three of today, one of each of seven days and one of each of four weeks stay', async () => {
  const times = Array.from({ length: 24 * 60 }, (_, hour) => ({ time: new Date(NOW.getTime() - hour * HOUR), reason: 'timed' as const }))
  const kept = retained(times, NOW).map(({ time }) => time)
  const ageInDays = (time: Date) => Math.round((new Date(2026, 10, 12).getTime() - new Date(time.getFullYear(), time.getMonth(), time.getDate()).getTime()) / (24 * HOUR))
  expect(kept.filter((time) => ageInDays(time) === 0)).toHaveLength(3)
  for (let day = 1; day <= 7; day++) expect(kept.filter((time) => ageInDays(time) === day)).toHaveLength(1)
  // 12 November 2026 is a Thursday; the four weeks before its own end on the Sundays 4, 11, 18 and 25 days ago.
  for (const sunday of [4, 11, 18, 25]) expect(kept.filter((time) => ageInDays(time) === sunday)).toHaveLength(1)
  expect(kept).toHaveLength(3 + 7 + 3)
})

test('old backups are removed as new ones come, and one from the future stays', async () => {
  const time = { now: NOW.getTime() + 400 * 24 * HOUR }
  const { backups, layout } = folderAt(time)
  const future = await backups.create(snapshotWith(1), 'manual')
  for (let number = 0; number < 6; number++) {
    time.now = NOW.getTime() + number * 15 * MINUTE
    await backups.create(snapshotWith(2), 'manual')
  }
  expect(readdirSync(layout.backups)).toHaveLength(4)
  expect((await backups.list()).map(({ name }) => name)).toContain(future.name)
})

test('the timer does not push out what was asked for or came before something large', async () => {
  const start = NOW.getTime() - 6 * HOUR
  const timed = Array.from({ length: 12 }, (_, index) => ({ at: start + (index + 1) * 15 * MINUTE, reason: 'timed' as const }))
  const kept = await keptOf([{ at: start, reason: 'manual' }, { at: start + MINUTE, reason: 'import' }, ...timed])
  expect(kept.map(({ reason }) => reason)).toEqual(['manual', 'import', 'timed', 'timed', 'timed'])
})

test('of a quick succession the first stays, which has what was there before all of it, and the last two', async () => {
  const start = NOW.getTime()
  const kept = await keptOf([0, 1, 2, 3, 4, 5, 6].map((minute) => ({ at: start + minute * MINUTE, reason: 'import' })))
  expect(kept.map(({ at }) => (at - start) / MINUTE)).toEqual([0, 5, 6])
})

test.each([['a year ahead', 365 * 24 * HOUR], ['in 1970', -NOW.getTime()], ['a day behind', -24 * HOUR]])('a clock that is %s for a while costs none of the backups from before', async (_, skew) => {
  const before = [9, 8, 7, 6, 5, 4, 3, 2, 1].map((days) => ({ at: NOW.getTime() - days * 24 * HOUR, reason: 'timed' as const }))
  const skewed = [0, 1, 2, 3].map((hours) => ({ at: NOW.getTime() + skew + hours * HOUR, reason: 'timed' as const }))
  // The two oldest are beyond seven days; with the clock a day behind, the newest is one of more than three of its day.
  const lasting = before.slice(2, -1)
  const during = (await keptOf([...before, ...skewed])).map(({ at }) => at)
  for (const { at } of lasting) expect(during).toContain(at)
  const after = (await keptOf([...before, ...skewed, { at: NOW.getTime() + 4 * HOUR, reason: 'timed' }])).map(({ at }) => at)
  expect(after).toContain(NOW.getTime() + 4 * HOUR)
  for (const { at } of lasting) expect(after).toContain(at)
})

test('a sound backup never makes room for a damaged one', async () => {
  const kept = await keptOf([
    { at: NOW.getTime() - 50 * HOUR, reason: 'timed' },
    { at: NOW.getTime() - 49 * HOUR, reason: 'timed', damaged: true },
    { at: NOW.getTime(), reason: 'timed' },
  ])
  expect(kept.map(({ state }) => state)).toEqual(['good', 'damaged', 'good'])
})

test('what was kept before a migration stays for good', async () => {
  const kept = await keptOf([{ at: NOW.getTime() - 900 * 24 * HOUR, reason: 'migration' }, ...[0, 1, 2, 3, 4].map((hours) => ({ at: NOW.getTime() + hours * HOUR, reason: 'manual' as const }))])
  expect(kept[0]).toMatchObject({ reason: 'migration' })
})
