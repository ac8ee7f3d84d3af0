import path from 'node:path'
import { pick, type Fault, type Trials } from '../fault'
import { inFolder } from '../support/folder'
import { Ledger } from '../support/ledger'
import { lossOf, makeLibrary, openQuietly, withLibrary } from '../support/library'
import { startWriter, withWriterProgram } from '../support/process'

const LONGEST_TAKEOVER_MS = 12_000

/** Some processes want the same library at once: one writes, the others are told, and when it is killed the next may. */
async function* races({ trials, random }: Trials): AsyncGenerator<string | null> {
  yield* withWriterProgram(async function* (program) {
    for (let trial = 0; trial < trials; trial++) {
      yield* inFolder(async function* (folder) {
        const directory = path.join(folder, 'library')
        await makeLibrary(directory, 2)
        const writers = Array.from({ length: 2 + pick(random, 3) }, (_, index) => startWriter(program, directory, `争${index}`, random))
        await Promise.all(writers.map(({ child }) => child.printed(1)))
        const winners = writers.filter((writer) => writer.state() === 'writing')
        const told = writers.filter((writer) => writer.state() === 'LIBRARY_IN_USE')
        const reader = await openQuietly(directory, { create: 'never' })
        const holder = reader.readOnly?.holder ?? ''
        await reader.close()
        const ledger = new Ledger()
        const deleting = new Set<string>()
        for (const { child } of writers) child.process.kill('SIGKILL')
        await Promise.all(writers.map(({ child }) => child.ended))
        for (const writer of winners) writer.collect(ledger, deleting)
        if (winners.length !== 1 || told.length !== writers.length - 1) {
          yield `${winners.length} of ${writers.length} write: ${writers.map((writer) => writer.state()).join(', ')}`
        } else if (!holder.includes(String(winners[0]!.child.process.pid))) yield `a reader is told of '${holder}'`
        else {
          const start = Date.now()
          const lost = await withLibrary(directory, async ({ client, readOnly }) => readOnly !== null ? `not taken over: ${readOnly.code}`
            : lossOf(await ledger.missingIn(client, deleting)))
          yield lost ?? (Date.now() - start > LONGEST_TAKEOVER_MS ? 'taken over too late' : null)
        }
      })
    }
  })
}

export const twoProcesses: Fault = {
  id: 'two-processes', title: 'processes that want one library; the holder killed', trials: { short: 3, long: 200 }, run: races,
}
