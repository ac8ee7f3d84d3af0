import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { contentOf } from '../../node/support/folders'
import { pick, type Fault, type Trials } from '../fault'
import { inFolder } from '../support/folder'
import { makeLibrary, openQuietly } from '../support/library'
import { newerDocument } from '../support/newer'

/** A file of a later program is refused, and not one byte of the library changes. */
async function* files({ trials, random }: Trials): AsyncGenerator<string | null> {
  yield* inFolder(async function* (folder) {
    for (let trial = 0; trial < trials; trial++) {
      const directory = path.join(folder, `library-${trial}`)
      await makeLibrary(directory, 1 + pick(random, 4))
      const file = path.join(directory, 'library.json')
      writeFileSync(file, newerDocument(readFileSync(file, 'utf8'), 1 + pick(random, 5)))
      const before = contentOf(directory)
      const answer = await openQuietly(directory, { create: 'never' }).then(
        async (library) => { await library.close(); return 'opens' }, (cause: { code?: string }) => cause.code)
      const after = contentOf(directory)
      yield answer !== 'LIBRARY_NEWER' ? `answers ${answer}`
        : JSON.stringify(before) === JSON.stringify(after) ? null : `changed: ${readdirSync(directory).join(', ')}`
    }
  })
}

export const newerSchema: Fault = {
  id: 'newer-schema', title: 'newer schema', trials: { short: 20, long: 500 }, run: files,
}
