import { promises as fs } from 'node:fs'
import path from 'node:path'

const UNFINISHED = /\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/u

/**
 * Removes what a crash left half-written beside the files it was to replace: it belongs to nothing, and may hold what has
 * been purged since. For the holder of the lock alone, as nobody else writes then.
 */
export async function removeUnfinished(directories: string[]): Promise<void> {
  for (const directory of directories) {
    const names = await fs.readdir(directory).catch((): string[] => [])
    for (const name of names.filter((each) => UNFINISHED.test(each))) await fs.rm(path.join(directory, name), { force: true })
  }
}
