import { readFileSync, statSync } from 'node:fs'
import { SCHEMA, type Snapshot } from '#core/library/index'
import { nodeDisk } from '#node/disk'
import { openLibrary } from '#node/index'
import { segmentFile } from '#node/journal/segments'
import { layoutOf } from '#node/layout'
import { DurableAdapter } from '#node/snapshot/adapter'
import { longestStall, timed } from '../lib/figures'
import { makeRecords } from '../lib/generate'
import { inScratch } from '../lib/scratch'

export interface StoreFigures {
  edits: number[]
  bytesPerEdit: number
  open: number
  /** JSON.parse of the same file's text, after reading it: what any JSON store pays at least. */
  parse: number
  megabytesAlive: number
  fileMegabytes: number
  editStall: number
  /** Milliseconds for each of BURST edits that are asked for at once, as when many come from a script. */
  burst: number
  snapshot: number
  snapshotStall: number
}

/** What is alive, in bytes: the resident size would count the garbage of whatever was measured before, too. */
function memoryInUse(): number {
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

const BURST = 500
const WARM_UP = 100

/** The whole product's path: contract, command, journal, fdatasync, memory, search kept current. */
export function measureOurs(size: number, count: number): Promise<StoreFigures> {
  return inScratch(async (directory) => {
    const layout = layoutOf(directory)
    const ids = await makeStored(directory, size)

    const [parse] = await timed(1, () => void JSON.parse(readFileSync(layout.snapshot, 'utf8')))
    globalThis.gc?.()
    const before = memoryInUse()
    const start = performance.now()
    const library = await openLibrary({ directory, create: 'never', nativeDialogs: false })
    const open = performance.now() - start
    globalThis.gc?.()
    const megabytesAlive = (memoryInUse() - before) / 1e6

    const journalBytes = () => statSync(segmentFile(layout.journal, 1)).size
    for (let count = 0; count < WARM_UP; count++) await library.client.cases.edit({ id: ids[0]!, set: { title: `热身${count}` } })
    const bytesBefore = journalBytes()
    let edits: number[] = []
    const editStall = await longestStall(async () => {
      edits = await timed(count, async (index) => {
        await library.client.cases.edit({ id: ids[index % size]!, set: { title: `改过的标题${index}` } })
      })
    })
    const bytesPerEdit = Math.max(200, Math.round((journalBytes() - bytesBefore) / count))
    const [burst] = await timed(1, async () => {
      await Promise.all(Array.from({ length: BURST }, (_, index) => library.client.cases.edit({ id: ids[index % size]!, set: { title: `一起改${index}` } })))
    })
    let snapshotTime = 0
    const snapshotStall = await longestStall(async () => {
      [snapshotTime] = await timed(1, () => library.close()) as [number]
    })
    return {
      edits, bytesPerEdit, open, parse: parse!, megabytesAlive, fileMegabytes: statSync(layout.snapshot).size / 1e6,
      editStall, burst: burst! / BURST, snapshot: snapshotTime, snapshotStall,
    }
  })
}

/** Puts a library of generated cases on the disk; gives their ids, and leaves nothing of it in memory. */
async function makeStored(directory: string, size: number): Promise<string[]> {
  const made = await openLibrary({ directory, create: 'always', nativeDialogs: false })
  const { libraryId } = await made.client.library.status()
  await made.close()
  const records = makeRecords(size)
  const snapshot: Snapshot = { schema: SCHEMA, libraryId, seq: 0, time: '', heads: [], records }
  await new DurableAdapter(nodeDisk, layoutOf(directory)).write(snapshot)
  return records.map(({ id }) => id)
}
