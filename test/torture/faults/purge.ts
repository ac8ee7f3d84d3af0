import { readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Random } from '../../../bench/lib/random'
import { pick, type Fault, type Trials } from '../fault'
import { inFolder } from '../support/folder'
import { lossOf, missingTitles, openQuietly, withLibrary } from '../support/library'
import { layImage, PowerCutDisk } from '../support/power-cut-disk'

const KEPT = 5
const SECRET = '须销毁的内容'
const LATEST_OPERATION = 40

/**
 * The power fails while a case is purged: the others stay, and the purged one is either still in the trash or gone from
 * every file once the library has been opened again.
 */
async function* cuts({ trials, random }: Trials): AsyncGenerator<string | null> {
  for (let trial = 0; trial < trials; trial++) {
    yield* inFolder(async function* (folder) {
      const directory = path.join(folder, 'library')
      const target = path.join(folder, 'cut')
      const kept = await purgeAndCut(directory, target, random)
      const state = await withLibrary(target, async (library) => {
        const lost = lossOf(await missingTitles(library, kept))
        const trashed = await library.client.trash.list()
        const { problems } = await library.client.library.check()
        return { wrong: lost ?? (problems.length > 0 ? `check finds ${JSON.stringify(problems[0])}` : null), inTrash: trashed.length > 0 }
      })
      const holders = filesHolding(target, SECRET)
      yield state.wrong ?? (!state.inTrash && holders.length > 0 ? `purged, and still in ${holders.join(', ')}`
        : state.inTrash && holders.length === 0 ? 'in the trash without its content' : null)
    })
  }
}

async function purgeAndCut(directory: string, target: string, random: Random): Promise<string[]> {
  let left = Number.POSITIVE_INFINITY
  const cutNow = () => {
    layImage(directory, target, disk.image(directory, random))
    rmSync(path.join(target, 'library.lock'), { force: true })
  }
  const disk = new PowerCutDisk(() => {
    if (--left === 0) cutNow()
  })
  const library = await openQuietly(directory, { disk })
  const { client } = library
  const kept = Array.from({ length: KEPT }, (_, index) => `留下的${index}`)
  const { id } = await client.cases.create({ title: '要销毁的', notes: SECRET })
  for (const title of kept) await client.cases.create({ title })
  await client.cases.edit({ id, set: { notes: `${SECRET}，改过` } })
  await client.cases.delete({ ids: [id] })
  left = 1 + pick(random, LATEST_OPERATION)
  await client.trash.purge({ ids: [id] })
  await library.close()
  if (left > 0) cutNow()
  return kept
}

function filesHolding(directory: string, text: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.endsWith('backups'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file, 'utf8').includes(text))
    .map((file) => path.relative(directory, file))
}

export const purge: Fault = {
  id: 'purge', title: 'power loss while a case is purged', trials: { short: 40, long: 2_000 }, run: cuts,
}
