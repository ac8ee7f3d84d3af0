import { AppError } from '#api'
import type { IncomingContent, Ports } from '../ports'

/** A page that was closed in the middle of a file does not come back for it. */
const IDLE_MILLISECONDS = 60 * 60 * 1000

/** One file on its way to a case. */
export interface Upload {
  caseId: string
  name: string
  mediaType: string
  /** How many bytes were announced, and how many have come. */
  bytes: number
  received: number
  content: IncomingContent
}

interface Pending extends Upload {
  lastUsed: number
  isBusy: boolean
}

/** Files on their way in, and the turn-taking between those that become part of the library and those that are removed. */
export class Contents {
  private readonly pending = new Map<string, Pending>()
  private turn: Promise<unknown> = Promise.resolve()

  constructor(private readonly ports: Pick<Ports, 'attachments' | 'clock' | 'ids'>) {}

  /** @throws AppError of `AttachmentsPort.begin`. */
  async begin(upload: Omit<Upload, 'received' | 'content'>): Promise<string> {
    await this.discardIdle()
    const content = await this.ports.attachments.begin()
    const id = this.ports.ids.id()
    this.pending.set(id, { ...upload, received: 0, content, lastUsed: this.ports.clock.now(), isBusy: false })
    return id
  }

  /**
   * @returns how many bytes have come.
   * @throws AppError UPLOAD_EXPIRED, INVALID_INPUT for a piece out of turn or beyond what was announced, DISK_FULL, WRITE_FAILED.
   */
  async append(id: string, offset: number, bytes: Uint8Array): Promise<number> {
    const upload = this.find(id)
    if (upload.isBusy || offset !== upload.received) throw new AppError('INVALID_INPUT', { detail: 'offset' })
    if (offset + bytes.length > upload.bytes) throw new AppError('INVALID_INPUT', { detail: 'bytes' })
    upload.isBusy = true
    try {
      await upload.content.write(bytes)
    } catch (cause) {
      this.pending.delete(id)
      await upload.content.discard()
      throw cause
    }
    upload.received += bytes.length
    upload.lastUsed = this.ports.clock.now()
    upload.isBusy = false
    return upload.received
  }

  /** Takes whole uploads out, to be finished by the caller. @throws AppError UPLOAD_EXPIRED or INVALID_INPUT; all are then still there. */
  take(ids: string[]): Upload[] {
    const uploads = [...new Set(ids)].map((id) => this.find(id))
    if (uploads.some(({ received, bytes, isBusy }) => isBusy || received !== bytes)) throw new AppError('INVALID_INPUT', { detail: 'bytes' })
    for (const id of ids) this.pending.delete(id)
    return uploads
  }

  async discard(id: string): Promise<boolean> {
    const upload = this.pending.get(id)
    if (upload === undefined) return false
    this.pending.delete(id)
    await upload.content.discard()
    return true
  }

  /** Runs `work` while no other work of this kind runs, so that no content is removed that a command is about to refer to. */
  exclusively<Result>(work: () => Promise<Result>): Promise<Result> {
    const run = this.turn.then(work)
    this.turn = run.catch(() => undefined)
    return run
  }

  /** Gives up everything on its way in. */
  async close(): Promise<void> {
    await this.turn
    for (const id of this.pending.keys()) await this.discard(id)
  }

  private find(id: string): Pending {
    const upload = this.pending.get(id)
    if (upload === undefined) throw new AppError('UPLOAD_EXPIRED')
    return upload
  }

  private async discardIdle(): Promise<void> {
    const limit = this.ports.clock.now() - IDLE_MILLISECONDS
    for (const [id, { lastUsed, isBusy }] of this.pending) if (!isBusy && lastUsed < limit) await this.discard(id)
  }
}
