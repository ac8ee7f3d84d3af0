import { rmSync } from 'node:fs'
import path from 'node:path'
import { holdsLibrary } from '#node/index'
import { type Random, randomFrom } from '../../../bench/lib/random'
import { pick, type Fault, type Trials } from '../fault'
import { inFolder } from '../support/folder'
import { Ledger } from '../support/ledger'
import { lossOf, openQuietly, withLibrary } from '../support/library'
import { layImage, PowerCutDisk } from '../support/power-cut-disk'
import { Work } from '../support/work'

const CUTS_PER_LIBRARY = 20
const OPERATIONS_BETWEEN_CUTS = 30

interface Cut {
  directory: string
  ledger: Ledger
  deleting: Set<string>
}

/** Cuts the power at a random operation of the disk and looks at what is found then; the writer itself goes on. */
async function* cuts({ trials, random }: Trials): AsyncGenerator<string | null> {
  for (let done = 0; done < trials; done += CUTS_PER_LIBRARY) {
    yield* inFolder(async function* (folder) {
      for (const cut of await workUntilCut(folder, Math.min(CUTS_PER_LIBRARY, trials - done), random)) {
        // Before the library's first file is flushed there is none, and nothing has been acknowledged.
        if (cut.ledger.size === 0 && !(await holdsLibrary(cut.directory))) yield null
        else yield await withLibrary(cut.directory, async ({ client, readOnly }) => readOnly !== null ? `opens read-only: ${readOnly.code}`
          : lossOf(await cut.ledger.missingIn(client, cut.deleting)))
        rmSync(cut.directory, { recursive: true })
      }
    })
  }
}

async function workUntilCut(folder: string, wanted: number, random: Random): Promise<Cut[]> {
  const directory = path.join(folder, 'library')
  const found: Cut[] = []
  const ledger = new Ledger()
  const deleting = new Set<string>()
  let next = 5 + pick(random, OPERATIONS_BETWEEN_CUTS)
  const disk = new PowerCutDisk(() => {
    if (--next > 0 || found.length === wanted) return
    next = 1 + pick(random, OPERATIONS_BETWEEN_CUTS)
    const target = path.join(folder, `cut-${found.length}`)
    layImage(directory, target, disk.image(directory, random))
    // The machine was off: whoever held the lock is gone.
    rmSync(path.join(target, 'library.lock'), { force: true })
    found.push({ directory: target, ledger: ledger.copy(), deleting: new Set(deleting) })
  })
  // A second session, so that the cuts also meet what the first one's end and the second one's start write.
  for (let session = 0; found.length < wanted; session++) {
    const library = await openQuietly(directory, { disk })
    const work = new Work(library.client, `电${session}`, randomFrom(pick(random, 2 ** 31)), {
      acknowledged: (entry) => ledger.note(entry), deleting: (id) => void deleting.add(id),
    })
    const end = ledger.size + 20
    while (found.length < wanted && ledger.size < end) await work.step()
    await library.close()
  }
  return found
}

export const powerCut: Fault = {
  id: 'power-cut', title: 'power loss (disk that drops unflushed sectors and names)', trials: { short: 60, long: 3_000 }, run: cuts,
}
