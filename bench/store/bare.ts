import { open } from 'node:fs/promises'
import path from 'node:path'
import { timed } from '../lib/figures'
import { inScratch } from '../lib/scratch'

/** What the disk itself costs: appending as many bytes as one of our edits, and fdatasync. */
export function measureBareFlush(bytes: number, count: number): Promise<number[]> {
  return inScratch(async (directory) => {
    const file = await open(path.join(directory, 'bare'), 'w')
    const record = Buffer.alloc(bytes, 'x')
    const times = await timed(count, async () => {
      await file.write(record)
      await file.datasync()
    })
    await file.close()
    return times
  })
}
