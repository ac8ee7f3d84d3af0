import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'

/** A folder on the same disk as the project, since /tmp may be memory; removed after `work`. */
export async function inScratch<Result>(work: (directory: string) => Promise<Result> | Result): Promise<Result> {
  const directory = mkdtempSync(path.join(process.cwd(), '.bench-'))
  try {
    return await work(directory)
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}
