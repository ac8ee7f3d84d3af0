import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Random } from '../../../bench/lib/random'
import { pick, type Fault, type Trials } from '../fault'
import { inFolder } from '../support/folder'
import { makeLibrary, missingTitles, withLibrary } from '../support/library'

const CASES = 6
/** Commands whose bytes are torn. */
const AT_THE_END = 3

/** The journal's end cut, filled with NULs, or with one bit turned, at every byte of its last commands. */
async function* tears({ trials, random }: Trials): AsyncGenerator<string | null> {
  yield* inFolder(async function* (folder) {
    const source = path.join(folder, 'source')
    const titles = await makeLibrary(source, CASES)
    // With the snapshot gone the journal is all there is.
    for (const name of ['library.json', 'library.json.previous']) rmSync(path.join(source, name))
    const [segment] = readdirSync(path.join(source, 'journal'))
    const bytes = readFileSync(path.join(source, 'journal', segment!))
    const start = startOfCase(bytes, CASES - AT_THE_END)
    for (let trial = 0; trial < trials; trial++) {
      const position = start + (trial < bytes.length - start ? trial : pick(random, bytes.length - start))
      const directory = path.join(folder, `torn-${trial}`)
      cpSync(source, directory, { recursive: true })
      writeFileSync(path.join(directory, 'journal', segment!), tear(bytes, position, random))
      yield await withLibrary(directory, async (library) => {
        const missing = await missingTitles(library, titles)
        const { recovery } = await library.client.library.status()
        const isBefore = missing.some((title) => titles.indexOf(title) < CASES - AT_THE_END)
        if (isBefore) return `${position}: lost ${missing.join(', ')}, which lies before the damage`
        if (missing.length > 0 && !recovery.some(({ code }) => code.startsWith('JOURNAL_')) && !atBoundary(bytes, position)) {
          return `${position}: lost ${missing.join(', ')} and said nothing`
        }
        await library.client.cases.create({ title: '之后' })
        return null
      })
      rmSync(directory, { recursive: true })
    }
  })
}

function tear(bytes: Buffer, position: number, random: Random): Buffer {
  const kind = pick(random, 3)
  if (kind === 0) return bytes.subarray(0, position)
  const torn = Buffer.from(bytes)
  if (kind === 1) torn.fill(0, position)
  else torn[position]! ^= 1 << pick(random, 8)
  return torn
}

/** Where the command that made the case of this number starts. */
function startOfCase(bytes: Buffer, number: number): number {
  return bytes.lastIndexOf(MAGIC, bytes.indexOf(`案例${number}`))
}

/** A journal cut between two commands is whole: nobody can tell that there was more. */
function atBoundary(bytes: Buffer, position: number): boolean {
  return bytes.subarray(position, position + MAGIC.length).equals(MAGIC)
}

const MAGIC = Buffer.from([0xf7, 0x4a, 0x52, 0x31])

export const tornTail: Fault = {
  id: 'torn-tail', title: 'torn tail: cut, NULs, bit flips', trials: { short: 150, long: 5_000 }, run: tears,
}
