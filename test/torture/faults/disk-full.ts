import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pick, type Fault, type Trials } from '../fault'
import { inFolder, mayMount, mount, NEEDS_MOUNT, unmount } from '../support/folder'
import { openQuietly, titlesIn, withLibrary } from '../support/library'

const DISK = '1m'
const MOST_CHANGES = 10_000

/** Fills a disk of a megabyte, looks at what is left, frees space and goes on. */
async function* fillings({ trials, random }: Trials): AsyncGenerator<string | null> {
  yield* inFolder(async function* (folder) {
    for (let trial = 0; trial < trials; trial++) {
      const mounted = path.join(folder, `disk-${trial}`)
      mkdirSync(mounted)
      mount('-t', 'tmpfs', '-o', `size=${DISK}`, 'tmpfs', mounted)
      try {
        const ballast = path.join(mounted, 'ballast')
        const { bavail, bsize } = statfsSync(mounted)
        writeFileSync(ballast, Buffer.alloc(bavail * bsize - (60 + pick(random, 100)) * 1024))
        yield await fill(path.join(mounted, 'library'), ballast, 100 + pick(random, 8_000))
      } finally {
        unmount(mounted)
      }
    }
  })
}

async function fill(directory: string, ballast: string, textLength: number): Promise<string | null> {
  const library = await openQuietly(directory)
  const titles: string[] = []
  const create = async (title: string) => {
    await library.client.cases.create({ title, notes: '字'.repeat(textLength) })
    titles.push(title)
  }
  let code = ''
  for (let number = 0; code === '' && number < MOST_CHANGES; number++) {
    await create(`案例${number}`).catch((cause: { code?: string }) => { code = cause.code ?? String(cause) })
  }
  if (code !== 'DISK_FULL') return `a full disk answers ${code}`
  const inMemory = await titlesIn(library)
  if (inMemory.length !== titles.length) return `memory holds ${inMemory.length}, ${titles.length} were acknowledged`
  rmSync(ballast)
  if (library.readOnly === null) await create('有空间之后')
  await library.close()
  return withLibrary(directory, async (again) => {
    const onDisk = new Set(await titlesIn(again))
    const same = onDisk.size === titles.length && titles.every((title) => onDisk.has(title))
    return same ? null : `the disk holds ${onDisk.size}, ${titles.length} were acknowledged`
  })
}

export const diskFull: Fault = {
  id: 'disk-full', title: 'disk full (tmpfs of a megabyte)', trials: { short: 8, long: 500 },
  obstacle: () => (mayMount() ? null : NEEDS_MOUNT), run: fillings,
}
