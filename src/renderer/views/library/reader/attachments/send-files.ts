import { AppError, LARGEST_ATTACHMENT, LARGEST_PIECE, type Client } from '#api'

export interface Sending {
  /** The file that is being sent. */
  name: string
  done: number
  total: number
}

/**
 * Attaches files to a case as one step. Each piece is answered before the next is read, so that neither the page nor
 * the host ever holds a large file.
 * @returns the names they were given.
 * @throws the contract's errors, AppError FILE_UNREADABLE, or CANCELLED; nothing is attached then.
 */
export async function sendFiles(client: Client, caseId: string, files: File[], report: (sending: Sending) => void, signal: AbortSignal): Promise<string[]> {
  const total = files.reduce((sum, { size }) => sum + size, 0)
  const tooLarge = files.find(({ size }) => size > LARGEST_ATTACHMENT)
  if (tooLarge !== undefined) throw new AppError('ATTACHMENT_TOO_LARGE', { file: tooLarge.name })
  const uploadIds: string[] = []
  let done = 0
  try {
    for (const file of files) {
      report({ name: file.name, done, total })
      const { uploadId } = await client.attachments.begin({ id: caseId, name: file.name, mediaType: file.type, bytes: file.size })
      uploadIds.push(uploadId)
      for (let offset = 0; offset < file.size; offset += LARGEST_PIECE) {
        if (signal.aborted) throw new AppError('CANCELLED')
        const piece = await readPiece(file, offset)
        await client.attachments.append({ uploadId, offset, piece })
        done += piece.size
        report({ name: file.name, done, total })
      }
    }
    if (signal.aborted) throw new AppError('CANCELLED')
    const { attachments } = await client.attachments.finish({ uploadIds })
    return attachments.map(({ name }) => name)
  } catch (error) {
    await Promise.all(uploadIds.map((uploadId) => client.attachments.discard({ uploadId }).catch(() => undefined)))
    throw error
  }
}

/** A folder that was dropped, and a file that is gone or has changed, can first be told apart from a file here. */
async function readPiece(file: File, offset: number): Promise<File> {
  try {
    return new File([await file.slice(offset, offset + LARGEST_PIECE).arrayBuffer()], 'piece')
  } catch (cause) {
    throw new AppError('FILE_UNREADABLE', { file: file.name }, { cause })
  }
}

/** The files of a drop. @throws AppError NOT_A_FILE where a folder is among them, which a browser gives as an empty file. */
export function droppedFiles(data: DataTransfer): File[] {
  for (const item of data.items) {
    const entry = item.kind === 'file' ? item.webkitGetAsEntry() : null
    if (entry?.isDirectory === true) throw new AppError('NOT_A_FILE', { file: entry.name })
  }
  return [...data.files]
}
