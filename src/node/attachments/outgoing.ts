import { createHash, randomUUID } from 'node:crypto'
import { promises as fs } from 'node:fs'
import { AppError, type Attachment, type Client } from '#api'
import { writeFully } from '../disk'
import { writeFailure } from '../failures'

/** Small, since each is held a few times over until the memory is tidied. */
const PIECE = 256 * 1024

/**
 * The content of an attachment, piece by piece; a piece is read when the one before has been taken. The last one is held
 * back until the whole is known to be what was attached, so that who receives it never has damaged content for whole.
 * @throws AppError ATTACHMENT_MISSING or ATTACHMENT_DAMAGED.
 */
export async function* piecesOf(client: Client, caseId: string, { id, name, bytes, sha256 }: Attachment): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const hash = createHash('sha256')
  for (let offset = 0; offset < bytes; offset += PIECE) {
    const length = Math.min(PIECE, bytes - offset)
    const { piece } = await client.attachments.read({ id: caseId, attachmentId: id, offset, length })
    const content = new Uint8Array(await piece.arrayBuffer())
    hash.update(content)
    const isLast = offset + length === bytes
    if (content.length !== length || (isLast && hash.digest('hex') !== sha256)) throw new AppError('ATTACHMENT_DAMAGED', { file: name })
    yield content
  }
}

/**
 * Writes an attachment to a file, which is there whole or not at all.
 * @throws AppError ATTACHMENT_MISSING, ATTACHMENT_DAMAGED, or what the system says of the place, as WRITE_FAILED or DISK_FULL.
 */
export async function saveAttachment(client: Client, caseId: string, attachment: Attachment, file: string): Promise<void> {
  const temporary = `${file}.${randomUUID()}.tmp`
  try {
    const handle = await fs.open(temporary, 'wx')
    try {
      let position = 0
      for await (const piece of piecesOf(client, caseId, attachment)) {
        await writeFully(handle, piece, position)
        position += piece.length
      }
      await handle.sync()
    } finally {
      await handle.close()
    }
    await fs.rename(temporary, file)
  } catch (cause) {
    await fs.rm(temporary, { force: true })
    throw isTyped(cause) ? cause : saveFailure(cause, file)
  }
}

/** What the contract throws has its code already. */
function isTyped(cause: unknown): boolean {
  return cause instanceof AppError || (cause as { defined?: boolean } | null)?.defined === true
}

/** The place is the user's own, so a folder that may not be written is no matter of the library. */
function saveFailure(cause: unknown, file: string): AppError {
  const { code } = writeFailure(cause)
  return code === 'DISK_FULL' ? new AppError(code, { path: file }, { cause }) : new AppError('EXPORT_FAILED', { detail: file, path: file }, { cause })
}
