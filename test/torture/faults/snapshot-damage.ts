import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Random } from '../../../bench/lib/random'
import { pick, type Fault, type Trials } from '../fault'
import { inFolder } from '../support/folder'
import { makeLibrary, missingTitles, withLibrary } from '../support/library'

/** The snapshot damaged at random, its predecessor too in every third trial: rebuilt from what there is, and kept. */
async function* damages({ trials, random }: Trials): AsyncGenerator<string | null> {
  yield* inFolder(async function* (folder) {
    const source = path.join(folder, 'source')
    const titles = await makeLibrary(source, 30)
    await withLibrary(source, ({ client }) => client.backups.create())
    for (let trial = 0; trial < trials; trial++) {
      const directory = path.join(folder, `damaged-${trial}`)
      cpSync(source, directory, { recursive: true })
      const file = path.join(directory, 'library.json')
      const damaged = damage(readFileSync(file), random)
      writeFileSync(file, damaged)
      if (trial % 3 === 0) writeFileSync(path.join(directory, 'library.json.previous'), damage(readFileSync(file), random))
      yield await withLibrary(directory, async (library) => {
        const missing = await missingTitles(library, titles)
        if (missing.length > 0) return `${missing.length} of ${titles.length} lost`
        const { recovery } = await library.client.library.status()
        if (!recovery.some(({ code }) => code.startsWith('SNAPSHOT_'))) return 'nothing is said of the damage'
        const kept = path.join(directory, 'damaged')
        const isKept = existsSync(kept) && readdirSync(kept).some((name) => readFileSync(path.join(kept, name)).equals(damaged))
        return isKept ? null : 'the damaged file is not kept'
      })
      rmSync(directory, { recursive: true })
    }
  })
}

function damage(bytes: Buffer, random: Random): Buffer {
  const at = pick(random, bytes.length)
  const length = 1 + pick(random, Math.min(4_096, bytes.length - at))
  const damaged = Buffer.from(bytes)
  switch (pick(random, 5)) {
    case 0: return bytes.subarray(0, at)
    case 1: damaged[at]! ^= 1 << pick(random, 8); break
    case 2: damaged.fill(0, at, at + length); break
    case 3: for (let index = at; index < at + length; index++) damaged[index] = pick(random, 256); break
    default: return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)])
  }
  if (damaged.equals(bytes)) damaged[at]! ^= 1
  return damaged
}

export const snapshotDamage: Fault = {
  id: 'snapshot', title: 'corrupt snapshot', trials: { short: 60, long: 3_000 }, run: damages,
}
