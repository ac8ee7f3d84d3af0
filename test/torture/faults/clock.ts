import path from 'node:path'
import { pick, type Fault, type Trials } from '../fault'
import { inFolder } from '../support/folder'
import { openQuietly } from '../support/library'

const DAY_MS = 86_400_000
const SESSIONS = 5
const EDITS = 4

/** A computer whose clock jumps between sessions and within them: the last edit still wins, and nobody is locked out. */
async function* jumps({ trials, random }: Trials): AsyncGenerator<string | null> {
  const systemNow = Date.now
  let offset = 0
  try {
    yield* inFolder(async function* (folder) {
      for (let trial = 0; trial < trials; trial++) {
        const directory = path.join(folder, `library-${trial}`)
        const jump = () => {
          offset = [0, -DAY_MS, 365 * DAY_MS, -systemNow(), pick(random, 10 * DAY_MS) - 5 * DAY_MS][pick(random, 5)]!
        }
        Date.now = () => systemNow() + offset
        let id = ''
        let last = ''
        let wrong: string | null = null
        for (let session = 0; session < SESSIONS && wrong === null; session++) {
          jump()
          const library = await openQuietly(directory)
          if (library.readOnly !== null) wrong = `locked out: ${library.readOnly.code}`
          else {
            if (id === '') id = (await library.client.cases.create({ title: '案例' })).id
            else if ((await library.client.cases.get({ id })).case.title !== last) wrong = `the last edit, ${last}, is not what is shown`
            for (let edit = 0; edit < EDITS; edit++) {
              jump()
              last = `第${session}-${edit}版`
              await library.client.cases.edit({ id, set: { title: last } })
            }
          }
          await library.close()
        }
        yield wrong
      }
    })
  } finally {
    Date.now = systemNow
  }
}

export const clock: Fault = {
  id: 'clock', title: 'clock skew: a day back, a year ahead, 1970', trials: { short: 20, long: 1_000 }, run: jumps,
}
