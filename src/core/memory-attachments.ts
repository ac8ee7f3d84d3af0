import { AppError } from '#api'
import type { AttachmentsPort, IncomingContent } from './ports'

/** Contents of attachments in memory: for tests, and for the reader, which has none. */
export class MemoryAttachments implements AttachmentsPort {
  private readonly contents = new Map<string, Uint8Array<ArrayBuffer>>()

  constructor(private readonly isReadOnly: () => boolean) {}

  async begin(): Promise<IncomingContent> {
    if (this.isReadOnly()) throw new AppError('READ_ONLY')
    const pieces: BlobPart[] = []
    return {
      write: async (bytes) => void pieces.push(bytes.slice()),
      finish: async () => {
        const bytes = new Uint8Array(await new Blob(pieces).arrayBuffer())
        const sha256 = await hashOf(bytes)
        this.contents.set(sha256, bytes)
        return { sha256, bytes: bytes.length }
      },
      discard: async () => void pieces.splice(0),
    }
  }

  async read(sha256: string, offset: number, length: number): Promise<Uint8Array<ArrayBuffer> | null> {
    return this.contents.get(sha256)?.slice(offset, offset + length) ?? null
  }

  async size(sha256: string): Promise<number | null> {
    return this.contents.get(sha256)?.length ?? null
  }

  async *verify(): AsyncGenerator<{ sha256: string; whole: boolean }> {
    for (const [sha256, bytes] of this.contents) yield { sha256, whole: (await hashOf(bytes)) === sha256 }
  }

  async held(): Promise<ReadonlySet<string>> {
    return new Set(this.contents.keys())
  }

  async removeExcept(kept: ReadonlySet<string>): Promise<{ removed: number; bytes: number }> {
    const gone = [...this.contents].filter(([sha256]) => !kept.has(sha256))
    for (const [sha256] of gone) this.contents.delete(sha256)
    return { removed: gone.length, bytes: gone.reduce((sum, [, bytes]) => sum + bytes.length, 0) }
  }
}

async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
