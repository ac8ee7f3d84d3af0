import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { Snapshot } from '#core/library/model'
import { BackupFolder } from '#node/backups/backups'
import { retained } from '#node/backups/retention'
import { nodeDisk } from '#node/disk'
import { layoutOf } from '#node/layout'
import { emptySnapshot } from '#node/snapshot/store'
import { temporaryFolder } from './support/folders'
import { LIBRARY_ID } from './support/journals'

const HOUR = 60 * 60 * 1000
const NOW = new Date(2026, 10, 12, 18, 0)

function folderAt(time: { now: number }) {
  const layout = layoutOf(temporaryFolder())
  return { layout, backups: new BackupFolder({ disk: nodeDisk, layout, clock: { now: () => time.now }, failIfReadOnly: () => {} }) }
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
  const created = await backups.create(snapshotWith(3))
  expect(created).toMatchObject({ cases: 3, createdAt: NOW.toISOString() })
  expect(await backups.list()).toEqual([created])
  expect(await backups.read(created.name)).toEqual(snapshotWith(3))
})

test('two backups of the same moment do not replace each other', async () => {
  const { backups } = folderAt({ now: NOW.getTime() })
  await backups.create(snapshotWith(1))
  await backups.create(snapshotWith(2))
  expect((await backups.list()).map(({ cases }) => cases).sort()).toEqual([1, 2])
})

test('a damaged backup is said to be damaged, whichever byte it is', async () => {
  const { backups, layout } = folderAt({ now: NOW.getTime() })
  const { name } = await backups.create(snapshotWith(2))
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
  expect((await backups.list()).map((backup) => backup.name)).toEqual([name])
})

test.each(['../library.json', '20260101T000000000Z.json.gz', ''])('%j is no backup', async (name) => {
  const { backups } = folderAt({ now: NOW.getTime() })
  await expect(backups.read(name)).rejects.toMatchObject({ code: 'BACKUP_NOT_FOUND' })
})

test('of many, three of today, one of each of seven days and one of each of four weeks stay', async () => {
  const times = Array.from({ length: 24 * 60 }, (_, hour) => ({ time: new Date(NOW.getTime() - hour * HOUR) }))
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
  const future = await backups.create(snapshotWith(1))
  for (let number = 0; number < 6; number++) {
    time.now = NOW.getTime() + number * 1000
    await backups.create(snapshotWith(2))
  }
  expect(readdirSync(layout.backups)).toHaveLength(4)
  expect((await backups.list()).map(({ name }) => name)).toContain(future.name)
})
