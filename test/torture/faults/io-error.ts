import path from 'node:path'
import { nodeDisk, type Disk } from '#node/disk'
import { randomFrom } from '../../../bench/lib/random'
import { pick, type Fault, type Trials } from '../fault'
import { inFolder } from '../support/folder'
import { Ledger } from '../support/ledger'
import { lossOf, makeLibrary, openQuietly, withLibrary } from '../support/library'
import { Work } from '../support/work'

/** How many operations of a sort a trial has, at the least; one of these fails. */
const OPERATIONS = { datasync: 40, write: 40, rename: 2, syncDirectory: 2 }
const SORTS = Object.keys(OPERATIONS) as (keyof typeof OPERATIONS)[]
const STEPS = 60

/** Fails the Nth operation of one sort, once or from then on. A flush that failed is never believed again. */
async function* errors({ trials, random }: Trials): AsyncGenerator<string | null> {
  yield* inFolder(async function* (folder) {
    for (let trial = 0; trial < trials; trial++) {
      const directory = path.join(folder, `library-${trial}`)
      await makeLibrary(directory, 2)
      const sort = SORTS[trial % SORTS.length]!
      const { disk, hasFailed } = failingDisk(sort, 1 + pick(random, OPERATIONS[sort]), random() < 0.5)
      const ledger = new Ledger()
      const deleting = new Set<string>()
      const failure = await work(directory, disk, sort, hasFailed, ledger, deleting, pick(random, 2 ** 31))
      yield failure ?? await withLibrary(directory, async ({ client }) => lossOf(await ledger.missingIn(client, deleting)))
    }
  })
}

async function work(
  directory: string, disk: Disk, sort: string, hasFailed: () => boolean, ledger: Ledger, deleting: Set<string>, seed: number,
): Promise<string | null> {
  const library = await openQuietly(directory, { disk }).catch((cause: { code?: string }) => cause.code ?? String(cause))
  if (typeof library === 'string') return library === 'WRITE_FAILED' ? null : `opening fails with ${library}`
  const steps = new Work(library.client, '案例', randomFrom(seed), {
    acknowledged: (entry) => ledger.note(entry), deleting: (id) => void deleting.add(id),
  })
  let wrong: string | null = null
  for (let step = 0; step < STEPS && wrong === null; step++) {
    const flushFailedBefore = hasFailed() && library.readOnly !== null
    await steps.step().then(
      () => { if (flushFailedBefore) wrong = 'acknowledged after it had become read-only' },
      (cause: { code?: string }) => { if (cause.code !== 'WRITE_FAILED') wrong = `an error of ${sort} is told as ${cause.code ?? String(cause)}` },
    )
  }
  await library.client.backups.create().catch((cause: { code?: string }) => {
    if (cause.code !== 'WRITE_FAILED') wrong ??= `a backup that fails is told as ${cause.code ?? String(cause)}`
  })
  await library.close().catch(() => undefined)
  if (wrong === null && !hasFailed()) return `no ${sort} failed: the trial shows nothing`
  return wrong
}

function failingDisk(sort: keyof typeof OPERATIONS, failing: number, forEver: boolean): { disk: Disk; hasFailed(): boolean } {
  let count = 0
  let failed = false
  const failIfTurn = (operation: string) => {
    if (operation !== sort) return
    count++
    if (count !== failing && !(forEver && count > failing)) return
    failed = true
    throw Object.assign(new Error('EIO'), { code: 'EIO' })
  }
  const disk: Disk = {
    async open(name, flags) {
      const file = await nodeDisk.open(name, flags)
      return {
        write: async (...args) => { failIfTurn('write'); return file.write(...args) },
        datasync: async () => { failIfTurn('datasync'); return file.datasync() },
        truncate: (length) => file.truncate(length), close: () => file.close(),
      }
    },
    rename: async (from, to) => { failIfTurn('rename'); return nodeDisk.rename(from, to) },
    syncDirectory: async (directory) => { failIfTurn('syncDirectory'); return nodeDisk.syncDirectory(directory) },
  }
  return { disk, hasFailed: () => failed }
}

export const ioError: Fault = {
  id: 'io-error', title: 'I/O error at every flush, write, rename', trials: { short: 60, long: 2_000 }, run: errors,
}
