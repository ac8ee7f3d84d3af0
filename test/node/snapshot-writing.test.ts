import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { Snapshot } from '#core/library/model'
import { nodeDisk } from '#node/disk'
import { layoutOf } from '#node/layout'
import { DurableAdapter } from '#node/snapshot/adapter'
import { decodeDocument, encodeDocument } from '#node/snapshot/document'
import { emptySnapshot } from '#node/snapshot/store'
import { quickFolder } from './support/folders'
import { LIBRARY_ID } from './support/journals'

function snapshotOf(records: number): Snapshot {
  return {
    ...emptySnapshot(LIBRARY_ID), seq: 7, time: '0000000000007',
    heads: Array.from({ length: 20 }, (_, index) => ({ commandId: `c${index}`, name: 'case.edit', seq: index + 1 })),
    records: Array.from({ length: records }, (_, index) => ({
      id: `record-${index}`, kind: 'case',
      fields: {
        deleted: [{ value: index % 10 === 0 ? { seen: {} } : false, device: 'device0001', time: '0000000000001' }],
        title: [{ value: `第${index}个案例，𠮷与“引号”\u2028\u0000`, device: 'device0001', time: '0000000000001' }],
        text: [{ value: '商会党建'.repeat(200), device: 'device0001', time: '0000000000001' }],
      },
    })),
  }
}

test('a snapshot written piece by piece is, byte for byte, the document made at once', async () => {
  for (const records of [0, 1, 3_000]) {
    const folder = quickFolder()
    const snapshot = snapshotOf(records)
    await new DurableAdapter(nodeDisk, layoutOf(folder)).write(snapshot)
    const written = readFileSync(path.join(folder, 'library.json'), 'utf8')
    expect(written === encodeDocument(snapshot)).toBe(true)
    expect(decodeDocument(written)).toEqual({ state: 'whole', snapshot })
  }
})

test('a process that loses the lock while it writes leaves its successor\'s snapshot alone', async () => {
  const folder = quickFolder()
  await new DurableAdapter(nodeDisk, layoutOf(folder)).write(snapshotOf(1))
  const before = readFileSync(path.join(folder, 'library.json'), 'utf8')
  const late = new DurableAdapter(nodeDisk, layoutOf(folder), () => { throw new Error('lost') })
  await expect(late.write(snapshotOf(2))).rejects.toThrow('lost')
  expect(readFileSync(path.join(folder, 'library.json'), 'utf8')).toBe(before)
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
})
