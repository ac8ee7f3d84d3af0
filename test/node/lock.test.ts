import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { LibraryLock } from '#node/lock'
import { temporaryFolder } from './support/folders'

const lockFile = () => path.join(temporaryFolder(), 'library.lock')

async function acquire(file: string, minimumEpoch = 0) {
  const result = await LibraryLock.acquire(file, minimumEpoch)
  if ('lock' in result) onTestFinished(() => result.lock.release())
  return result
}

function leaveLock(file: string, holder: { pid: number; host: string; epoch: number }, ageSeconds: number): void {
  writeFileSync(file, JSON.stringify({ ...holder, token: 'left-behind' }))
  const time = new Date(Date.now() - ageSeconds * 1000)
  utimesSync(file, time, time)
}

test('only one gets it, the other learns who has it, and after release it is free', async () => {
  const file = lockFile()
  const first = await acquire(file)
  if (!('lock' in first)) throw new Error('the first one must get it')
  expect(await acquire(file)).toEqual({ heldBy: `${os.hostname()} #${process.pid}` })
  await first.lock.release()
  expect(existsSync(file)).toBe(false)
  expect('lock' in await acquire(file)).toBe(true)
})

test('of many that ask at once one gets it', async () => {
  const file = lockFile()
  const results = await Promise.all(Array.from({ length: 20 }, () => acquire(file)))
  expect(results.filter((result) => 'lock' in result)).toHaveLength(1)
})

test('that of a dead process is taken over at once, with a higher epoch, by one of many', async () => {
  const file = lockFile()
  const { pid } = spawnSync(process.execPath, ['-e', ''])
  leaveLock(file, { pid, host: os.hostname(), epoch: 7 }, 0)
  const results = await Promise.all(Array.from({ length: 10 }, () => acquire(file, 3)))
  const taken = results.filter((result) => 'lock' in result)
  expect(taken).toHaveLength(1)
  expect(taken[0]).toMatchObject({ tookOver: true, lock: { holder: { epoch: 8 } } })
})

test('that of another computer is respected while its heartbeat is fresh', async () => {
  const file = lockFile()
  leaveLock(file, { pid: 1, host: 'another-computer', epoch: 1 }, 3)
  expect(await acquire(file)).toEqual({ heldBy: 'another-computer #1' })
})

test('that of another computer without a heartbeat is taken over', async () => {
  const file = lockFile()
  leaveLock(file, { pid: 1, host: 'another-computer', epoch: 1 }, 60)
  expect(await acquire(file)).toMatchObject({ tookOver: true })
})

test.each([-86_400, 86_400 * 365])('a computer whose clock is %i seconds off is not locked out, nor taken over while it lives', async (skew) => {
  const file = lockFile()
  leaveLock(file, { pid: 1, host: 'another-computer', epoch: 1 }, skew)
  const beating = setInterval(() => {
    const time = new Date(Date.now() - skew * 1000)
    utimesSync(file, time, time)
  }, 500)
  onTestFinished(() => clearInterval(beating))
  expect(await acquire(file)).toEqual({ heldBy: 'another-computer #1' })
  clearInterval(beating)
  expect(await acquire(file)).toMatchObject({ tookOver: true })
})

test('its holder notices when another has it, and does not remove the other one', async () => {
  const file = lockFile()
  const mine = await acquire(file)
  if (!('lock' in mine)) throw new Error('must get it')
  expect(mine.lock.takenBy()).toBeNull()
  leaveLock(file, { pid: 42, host: 'another-computer', epoch: 2 }, 0)
  expect(mine.lock.takenBy()).toBe('another-computer #42')
  await mine.lock.release()
  expect(readFileSync(file, 'utf8')).toContain('another-computer')
})
