import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { pick, type Fault, type Trials } from '../fault'
import { inFolder, mayMount, mount, NEEDS_MOUNT, unmount } from '../support/folder'
import { makeLibrary, missingTitles, openQuietly } from '../support/library'

/** A library on a disk that cannot be written: read in full, refused to be changed, and told so. */
async function* folders({ trials, random }: Trials): AsyncGenerator<string | null> {
  yield* inFolder(async function* (folder) {
    for (let trial = 0; trial < trials; trial++) {
      const mounted = path.join(folder, `disk-${trial}`)
      mkdirSync(mounted)
      mount('-t', 'tmpfs', 'tmpfs', mounted)
      try {
        const directory = path.join(mounted, 'library')
        const titles = await makeLibrary(directory, 1 + pick(random, 5))
        mount('-o', 'remount,ro', mounted)
        yield await openReadOnly(directory, titles)
      } finally {
        unmount(mounted)
      }
    }
  })
}

async function openReadOnly(directory: string, titles: string[]): Promise<string | null> {
  const library = await openQuietly(directory, { create: 'never' })
  try {
    const { readOnly, capabilities } = await library.client.library.status()
    if (readOnly?.code !== 'READ_ONLY' || capabilities.write) return `says ${JSON.stringify(readOnly)}`
    const missing = await missingTitles(library, titles)
    if (missing.length > 0) return `does not show ${missing.join(', ')}`
    const refused = await library.client.cases.create({ title: '不成' }).then(() => 'nothing', (cause: { code?: string }) => cause.code)
    return refused === 'READ_ONLY' ? null : `answers a change with ${refused}`
  } finally {
    await library.close()
  }
}

export const readOnlyFolder: Fault = {
  id: 'read-only', title: 'read-only folder', trials: { short: 3, long: 100 },
  obstacle: () => (mayMount() ? null : NEEDS_MOUNT), run: folders,
}
