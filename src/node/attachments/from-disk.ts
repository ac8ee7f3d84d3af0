import { promises as fs } from 'node:fs'
import path from 'node:path'
import { AppError, type Client, LARGEST_ATTACHMENT } from '#api'
import { errorCode } from '../disk'

/** Small, since each is held a few times over until the memory is tidied. */
const PIECE = 256 * 1024

export interface FromDiskOptions {
  mediaType?: string
  signal?: AbortSignal
  progress?(done: number, total: number): void
}

/**
 * Attaches files to a case as one step, read piece by piece.
 * @throws AppError FILE_NOT_FOUND, FILE_UNREADABLE, NOT_A_FILE, ATTACHMENT_TOO_LARGE, CANCELLED, or what taking them in meets; nothing is attached then.
 */
export async function attachFromDisk(client: Client, caseId: string, files: string[], options: FromDiskOptions = {}) {
  const sizes = await Promise.all(files.map(sizeOf))
  const total = sizes.reduce((sum, size) => sum + size, 0)
  const uploadIds: string[] = []
  let before = 0
  try {
    for (const [index, file] of files.entries()) {
      const { uploadId } = await client.attachments.begin({ id: caseId, name: path.basename(file), bytes: sizes[index]!, mediaType: options.mediaType ?? '' })
      uploadIds.push(uploadId)
      await sendFile(client, uploadId, file, sizes[index]!, options.signal, (done) => options.progress?.(before + done, total))
      before += sizes[index]!
    }
    return await client.attachments.finish({ uploadIds })
  } catch (cause) {
    await Promise.all(uploadIds.map((uploadId) => client.attachments.discard({ uploadId })))
    throw cause
  }
}

async function sendFile(client: Client, uploadId: string, file: string, size: number, signal: AbortSignal | undefined, progress: (done: number) => void): Promise<void> {
  const handle = await fs.open(file, 'r').catch((cause: unknown) => { throw unreadable(cause, file) })
  try {
    const buffer = new Uint8Array(PIECE)
    for (let offset = 0; offset < size;) {
      if (signal?.aborted === true) throw new AppError('CANCELLED')
      const { bytesRead } = await handle.read(buffer, 0, Math.min(PIECE, size - offset), offset).catch((cause: unknown) => { throw unreadable(cause, file) })
      // A file that has shrunk meanwhile is no longer the one that was announced.
      if (bytesRead === 0) throw new AppError('FILE_UNREADABLE', { file })
      await client.attachments.append({ uploadId, offset, piece: new File([buffer.subarray(0, bytesRead)], 'piece') })
      offset += bytesRead
      progress(offset)
    }
  } finally {
    await handle.close()
  }
}

async function sizeOf(file: string): Promise<number> {
  const found = await fs.stat(file).catch((cause: unknown) => { throw unreadable(cause, file) })
  if (found.isDirectory()) throw new AppError('NOT_A_FILE', { file })
  if (!found.isFile()) throw new AppError('FILE_UNREADABLE', { file })
  if (found.size > LARGEST_ATTACHMENT) throw new AppError('ATTACHMENT_TOO_LARGE', { file, limit: LARGEST_ATTACHMENT })
  return found.size
}

function unreadable(cause: unknown, file: string): AppError {
  const code = errorCode(cause)
  return new AppError(code === 'ENOENT' || code === 'ENOTDIR' ? 'FILE_NOT_FOUND' : 'FILE_UNREADABLE', { file }, { cause })
}
