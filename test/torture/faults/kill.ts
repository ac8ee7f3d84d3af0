import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { pick, type Fault, type Trials } from '../fault'
import { inFolder } from '../support/folder'
import { Ledger } from '../support/ledger'
import { lossOf, withLibrary } from '../support/library'
import { startWriter, withWriterProgram } from '../support/process'

/** One library takes so many kills, then a new one starts: growing libraries would make the trials slow. */
const KILLS_PER_LIBRARY = 50
const LONGEST_LIFE_MS = 60

/** Kills a writer at a random moment, over and over on the same library; the next start has to clean up by itself. */
async function* kills({ trials, random }: Trials): AsyncGenerator<string | null> {
  yield* withWriterProgram(async function* (program) {
    for (let done = 0; done < trials; done += KILLS_PER_LIBRARY) {
      yield* inFolder(async function* (folder) {
        const directory = path.join(folder, 'library')
        const ledger = new Ledger()
        const deleting = new Set<string>()
        for (let trial = 0; trial < Math.min(KILLS_PER_LIBRARY, trials - done); trial++) {
          const writer = startWriter(program, directory, `试${done + trial}`, random)
          await writer.child.printed(2)
          await delay(pick(random, LONGEST_LIFE_MS))
          writer.child.process.kill('SIGKILL')
          await writer.child.ended
          writer.collect(ledger, deleting)
          yield writer.state() !== 'writing' ? `the next start found ${writer.state()}`
            : await withLibrary(directory, async ({ client }) => lossOf(await ledger.missingIn(client, deleting)))
        }
        const problems = await withLibrary(directory, async ({ client }) => (await client.library.check()).problems)
        if (problems.length > 0) yield `check finds ${JSON.stringify(problems[0])}`
      }, false)
    }
  })
}

export const kill: Fault = {
  id: 'kill', title: 'kill -9 while writing', trials: { short: 15, long: 2_000 }, run: kills,
}
