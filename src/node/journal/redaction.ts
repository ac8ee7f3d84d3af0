import { promises as fs } from 'node:fs'
import { redacted } from '#core/library/index'
import { replaceFile, type Disk } from '../disk'
import { encodeFrame, isFrame, SESSION_SEQ, walkFrames } from './frame'
import { commandOf } from './reading'
import { listSegments } from './segments'

/**
 * Takes what was written to purged records out of every segment. Each segment is replaced as a whole, so that a crash
 * leaves either its old or its new content; session frames, numbers and damaged stretches stay as they are.
 */
export async function redactSegments(
  disk: Disk, directory: string, records: ReadonlySet<string>, failIfLockIsLost: () => void,
): Promise<void> {
  for (const { file } of await listSegments(directory)) {
    const bytes = await fs.readFile(file)
    const next = redactedBytes(bytes, records)
    if (next === bytes) continue
    await replaceFile(disk, file, next, async () => failIfLockIsLost())
  }
}

function redactedBytes(bytes: Buffer, records: ReadonlySet<string>): Buffer {
  let isChanged = false
  const parts = Array.from(walkFrames(bytes), (part) => {
    const same = bytes.subarray(part.start, part.end)
    const command = isFrame(part) && part.seq !== SESSION_SEQ ? commandOf(part) : undefined
    if (command === undefined) return same
    const next = redacted(command, records)
    if (next === command) return same
    isChanged = true
    return encodeFrame(command.seq, next)
  })
  return isChanged ? Buffer.concat(parts) : bytes
}
