import { promises as fs } from 'node:fs'
import path from 'node:path'
import type { Problem } from '#api'
import type { Disk } from '../disk'
import { timeStamp } from '../layout'
import { isFrame, SESSION_SEQ, walkFrames } from './frame'
import { listSegments, type Segment } from './segments'

export interface JournalEnd {
  /** The newest segment with a readable frame, and where the next frame would go. */
  last: { segment: Segment; end: number; isDamaged: boolean } | null
  lastSeq: number
}

/**
 * Cuts off what a crash left unfinished at the journal's end, keeping a copy in `damagedDirectory`. Nothing that was
 * acknowledged is in a torn end, unless the disk damaged it later; so it is reported in either case.
 */
export async function recoverEnd(
  disk: Disk, journalDirectory: string, damagedDirectory: string, report: (problem: Problem) => void,
): Promise<JournalEnd> {
  for (const segment of (await listSegments(journalDirectory)).toReversed()) {
    const bytes = await fs.readFile(segment.file)
    const found = scan(bytes)
    if (found.lastSeq === undefined) {
      // A first command that was never finished; whatever stands here belongs to no command.
      if (bytes.length > 0) {
        await keepDamaged(damagedDirectory, path.basename(segment.file), bytes)
        report({ code: 'JOURNAL_TAIL_CUT', detail: `${path.basename(segment.file)}: ${bytes.length} B` })
      }
      await fs.rm(segment.file)
      await disk.syncDirectory(journalDirectory)
      continue
    }
    if (found.end < bytes.length) {
      await keepDamaged(damagedDirectory, path.basename(segment.file), bytes.subarray(found.end))
      await truncate(disk, segment.file, found.end)
      report({ code: 'JOURNAL_TAIL_CUT', detail: `${path.basename(segment.file)}: ${bytes.length - found.end} B` })
    }
    return { last: { segment, end: found.end, isDamaged: found.isDamaged }, lastSeq: found.lastSeq }
  }
  return { last: null, lastSeq: 0 }
}

export async function keepDamaged(damagedDirectory: string, name: string, bytes: Uint8Array): Promise<string> {
  await fs.mkdir(damagedDirectory, { recursive: true })
  const file = path.join(damagedDirectory, `${name}.${timeStamp(new Date())}`)
  await fs.writeFile(file, bytes, { flush: true })
  return file
}

function scan(bytes: Buffer): { end: number; lastSeq: number | undefined; isDamaged: boolean } {
  let end = 0
  let lastSeq: number | undefined
  let isDamaged = false
  let damageBefore = false
  for (const part of walkFrames(bytes)) {
    if (!isFrame(part)) {
      damageBefore = true
      continue
    }
    isDamaged ||= damageBefore
    end = part.end
    if (part.seq !== SESSION_SEQ) lastSeq = part.seq
  }
  return { end, lastSeq, isDamaged }
}

async function truncate(disk: Disk, file: string, length: number): Promise<void> {
  const handle = await disk.open(file, 'r+')
  try {
    await handle.truncate(length)
    await handle.datasync()
  } finally {
    await handle.close()
  }
}
