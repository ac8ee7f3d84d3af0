import { promises as fs } from 'node:fs'
import path from 'node:path'
import { verifyBackup } from './file'
import { parseName } from './names'

/** Whose library the newest sound backup in the folder holds, or undefined where there is none. */
export async function libraryInBackups(directory: string): Promise<string | undefined> {
  const names = (await fs.readdir(directory).catch(() => [])).flatMap((name) => parseName(name) ?? [])
  for (const { name } of names.sort((a, b) => b.time.getTime() - a.time.getTime())) {
    const header = await verifyBackup(path.join(directory, name)).catch(() => undefined)
    if (header !== undefined) return header.libraryId
  }
  return undefined
}
