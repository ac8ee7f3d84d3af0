import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { type Fault, type Trials } from '../fault'
import { inFolder } from '../support/folder'
import { Ledger } from '../support/ledger'
import { lossOf, openQuietly, withLibrary } from '../support/library'
import { startWriter, withWriterProgram } from '../support/process'

const UNTIL_STALE_MS = 11_000

/** A holder sleeps until another has taken over, and wakes in the middle of its work. */
async function* sleeps({ trials, random }: Trials): AsyncGenerator<string | null> {
  yield* withWriterProgram(async function* (program) {
    for (let trial = 0; trial < trials; trial++) {
      yield* inFolder(async function* (folder) {
        const directory = path.join(folder, 'library')
        const sleeper = startWriter(program, directory, '睡着的', random)
        await sleeper.child.printed(5)
        sleeper.child.process.kill('SIGSTOP')
        await delay(UNTIL_STALE_MS)
        const successor = await openQuietly(directory, { create: 'never' })
        if (successor.readOnly !== null) yield `not taken over: ${successor.readOnly.code}`
        const before = successor.readOnly === null ? (await successor.client.cases.create({ title: '接手的' })).id : ''
        sleeper.child.process.kill('SIGCONT')
        await sleeper.child.ended
        await successor.close()
        const ledger = new Ledger()
        const deleting = new Set<string>()
        sleeper.collect(ledger, deleting)
        if (before !== '') ledger.note({ did: 'create', id: before, title: '接手的' })
        yield sleeper.child.lines.at(-1) !== 'refused: LIBRARY_IN_USE' ? `the sleeper ended with ${sleeper.child.lines.at(-1)}`
          : await withLibrary(directory, async ({ client }) => lossOf(await ledger.missingIn(client, deleting)))
      })
    }
  })
}

export const suspended: Fault = {
  id: 'suspended', title: 'holder suspended, succeeded and resumed', trials: { short: 1, long: 20 },
  obstacle: () => (process.platform === 'win32' ? 'needs SIGSTOP' : null), run: sleeps,
}
