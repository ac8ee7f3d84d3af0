import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { Snapshot } from '#core/library/model'
import type { Problem } from '#api'
import { nodeDisk, type Disk } from '#node/disk'
import { layoutOf } from '#node/layout'
import { decodeDocument, encodeDocument } from '#node/snapshot/document'
import { emptySnapshot, SnapshotStore } from '#node/snapshot/store'
import { quickFolder } from './support/folders'
import { LIBRARY_ID, systemError, writeJournal } from './support/journals'

function snapshotOf(seq: number): Snapshot {
  const version = { value: `第 ${seq} 版`, device: 'device0001', time: String(seq).padStart(13, '0') }
  return { ...emptySnapshot(LIBRARY_ID), seq, records: [{ id: 'record', kind: 'case', fields: { title: [version] } }] }
}

function openStore(folder: string, options: { disk?: Disk; backups?: Snapshot[] } = {}) {
  const problems: Problem[] = []
  const store = new SnapshotStore({
    disk: options.disk ?? nodeDisk, layout: layoutOf(folder), libraryId: LIBRARY_ID, host: { readOnly: null },
    async* fromBackups() { yield* options.backups ?? [] },
    lockTakenBy: () => null, written: () => undefined, report: (problem) => void problems.push(problem),
  })
  return { store, problems }
}

test('what was written is read again, and the one before stays beside', async () => {
  const folder = quickFolder()
  const { store, problems } = openStore(folder)
  await store.write(snapshotOf(1))
  await store.write(snapshotOf(2))
  expect(await store.read()).toEqual(snapshotOf(2))
  expect(decodeDocument(readFileSync(path.join(folder, 'library.json.previous'), 'utf8'))).toEqual({ state: 'whole', snapshot: snapshotOf(1) })
  expect(readdirSync(folder).sort()).toEqual(['library.json', 'library.json.previous'])
  expect(problems).toEqual([])
})

test('a write that fails leaves the old snapshot and no rubbish', async () => {
  const folder = quickFolder()
  await openStore(folder).store.write(snapshotOf(1))
  const disk = { ...nodeDisk, rename: () => Promise.reject(systemError('EIO')) }
  const { store } = openStore(folder, { disk })
  await expect(store.write(snapshotOf(2))).rejects.toThrow('EIO')
  expect(await store.read()).toEqual(snapshotOf(1))
  expect(readdirSync(folder).sort()).toEqual(['library.json', 'library.json.previous'])
})

test('a damaged snapshot gives way to the one before, and is kept', async () => {
  const folder = quickFolder()
  const { store, problems } = openStore(folder)
  await store.write(snapshotOf(1))
  await store.write(snapshotOf(2))
  const file = path.join(folder, 'library.json')
  const damaged = readFileSync(file, 'utf8').replace('第 2 版', '第 9 版')
  writeFileSync(file, damaged)
  expect(await store.read()).toEqual(snapshotOf(1))
  expect(problems.map(({ code }) => code)).toEqual(['SNAPSHOT_DAMAGED'])
  const [kept] = readdirSync(path.join(folder, 'damaged'))
  expect(readFileSync(path.join(folder, 'damaged', kept!), 'utf8')).toBe(damaged)
  expect(await openStore(folder).store.read()).toEqual(snapshotOf(1))
})

test('a backup that is later than the snapshot before is the better start', async () => {
  const folder = quickFolder()
  const { store } = openStore(folder, { backups: [snapshotOf(3)] })
  await store.write(snapshotOf(1))
  await store.write(snapshotOf(5))
  writeFileSync(path.join(folder, 'library.json'), 'nothing of it left')
  expect(await store.read()).toEqual(snapshotOf(3))
})

test('without any snapshot the journal is read from its first command', async () => {
  const folder = quickFolder()
  await writeJournal(folder, 2)
  const { store, problems } = openStore(folder)
  expect(await store.read()).toEqual(emptySnapshot(LIBRARY_ID))
  expect(problems).toEqual([{ code: 'SNAPSHOT_MISSING', detail: 'journal' }])
})

test('with nothing left to rebuild from it fails instead of showing an empty library', async () => {
  const folder = quickFolder()
  writeFileSync(path.join(folder, 'library.json'), '{"format":"jingjian-library", broken')
  await expect(openStore(folder).store.read()).rejects.toMatchObject({ code: 'LIBRARY_DAMAGED' })
})

test('random damage, 1000 times: found every time, and never read as something else', () => {
  const text = encodeDocument(snapshotOf(7))
  const bytes = Buffer.from(text)
  let random = 20261105
  const next = (limit: number) => {
    random = (random * 1103515245 + 12345) % 2147483648
    return random % limit
  }
  for (let trial = 0; trial < 1000; trial++) {
    const damaged = Buffer.from(bytes)
    const from = next(bytes.length)
    const length = 1 + next(40)
    for (let at = from; at < Math.min(bytes.length, from + length); at++) damaged[at]! ^= 1 + next(255)
    const decoded = decodeDocument((trial % 3 === 0 ? damaged.subarray(0, from) : damaged).toString('utf8'))
    if (decoded.state === 'whole') expect(decoded.snapshot).toEqual(snapshotOf(7))
    else expect(['damaged', 'foreign']).toContain(decoded.state)
  }
})

test('every single flipped bit is damage, never a later version', () => {
  const bytes = Buffer.from(encodeDocument(snapshotOf(7)))
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const flipped = Buffer.from(bytes)
    flipped[bit >> 3]! ^= 1 << (bit & 7)
    const decoded = decodeDocument(flipped.toString('utf8'))
    if (decoded.state === 'whole') expect(decoded.snapshot).toEqual(snapshotOf(7))
    else expect(['damaged', 'foreign']).toContain(decoded.state)
  }
})

test('a file laid out anew by another program is still read, and a later version told', () => {
  const document = JSON.parse(encodeDocument(snapshotOf(3))) as { version: number; schema: number }
  expect(decodeDocument(JSON.stringify(document, null, 2))).toEqual({ state: 'whole', snapshot: snapshotOf(3) })
  expect(decodeDocument(JSON.stringify({ ...document, schema: document.schema + 1 })).state).toBe('newer')
  expect(decodeDocument(JSON.stringify({ ...document, version: document.version + 1 })).state).toBe('newer')
  expect(decodeDocument(encodeDocument(snapshotOf(3)).replaceAll('"schema":1', '"schema":2')).state).toBe('newer')
  expect(decodeDocument('{"name":"some other library"}').state).toBe('foreign')
})

test('keys that reach for a prototype do not survive reading', () => {
  const text = JSON.stringify(JSON.parse(encodeDocument(snapshotOf(1))))
  const decoded = decodeDocument(text.replace('"heads":[]', '"heads":[{"__proto__":{"polluted":true}}]'))
  expect(decoded.state).toBe('damaged')
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
})

test('damage to the very first snapshot leaves its twin whole', async () => {
  const folder = quickFolder()
  await openStore(folder).store.write(snapshotOf(1))
  writeFileSync(path.join(folder, 'library.json'), 'x', { flag: 'r+' })
  expect(await openStore(folder).store.read()).toEqual(snapshotOf(1))
})
