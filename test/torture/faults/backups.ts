import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pick, type Fault, type Trials } from '../fault'
import { inFolder } from '../support/folder'
import { makeLibrary, titlesIn, withLibrary } from '../support/library'

/** Restores a backup, undoes that, restores a damaged one, and loses all but the backups. */
async function* drills({ trials, random }: Trials): AsyncGenerator<string | null> {
  yield* inFolder(async function* (folder) {
    for (let trial = 0; trial < trials; trial++) {
      const directory = path.join(folder, `library-${trial}`)
      await makeLibrary(directory, 5 + pick(random, 10))
      yield await drill(directory, pick(random, 1_000))
      rmSync(directory, { recursive: true })
    }
  })
}

async function drill(directory: string, at: number): Promise<string | null> {
  const outcome = await withLibrary(directory, async (library) => {
    const { client } = library
    const before = (await titlesIn(library)).sort().join()
    const { name } = await client.backups.create()
    const [first] = (await client.cases.list({})).cases
    await client.cases.delete({ ids: [first!.id] })
    await client.cases.create({ title: '后来的' })
    const later = (await titlesIn(library)).sort().join()
    await client.backups.restore({ name })
    if ((await titlesIn(library)).sort().join() !== before) return 'a restored library differs from its backup'
    await client.history.undo()
    if ((await titlesIn(library)).sort().join() !== later) return 'undoing a restoration does not bring back what was'
    await client.history.redo()

    const file = path.join(directory, 'backups', name)
    const whole = readFileSync(file)
    const damaged = Buffer.from(whole)
    damaged[at % damaged.length]! ^= 0xff
    writeFileSync(file, damaged)
    const answer = await client.backups.restore({ name }).then(() => 'restored', (cause: { code?: string }) => cause.code)
    const isHarmless = answer === 'restored' && (await titlesIn(library)).sort().join() === before
    if (answer !== 'BACKUP_DAMAGED' && !isHarmless) return `a damaged backup is answered with ${answer}`
    writeFileSync(file, whole)
    await client.backups.create()
    return before
  })
  if (!outcome.startsWith('案例')) return outcome
  for (const entry of readdirSync(directory)) if (entry !== 'backups') rmSync(path.join(directory, entry), { recursive: true })
  writeFileSync(path.join(directory, 'library.json'), '{"format":"jingjian-library"')
  return withLibrary(directory, async (library) => {
    const found = (await titlesIn(library)).sort().join()
    return found === outcome ? null : 'backups alone do not bring the library back'
  })
}

export const backups: Fault = {
  id: 'backups', title: 'backups: restored, undone, damaged, all that is left', trials: { short: 10, long: 300 }, run: drills,
}
