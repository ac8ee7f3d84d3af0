import type { Attachment } from '#api'
import { hasReader, textOfFile } from './import'
import type { Ports } from './ports'

/** Larger files are not read for search, and of a text no more than this. */
const LARGEST_FILE = 32 * 1024 * 1024
const LONGEST_TEXT = 2 * 1024 * 1024
const WAIT_MILLISECONDS = 500

/**
 * The texts of attachments, each content read once, one after the other, whenever it is first wanted. A content that is
 * not here or cannot be read has no text until the program starts anew.
 */
export class AttachmentTexts {
  private readonly texts = new Map<string, string>()
  private readonly waiting = new Map<string, { attachment: Attachment; caseIds: Set<string> }>()
  private reading: Promise<void> | null = null
  private isStopped = false

  constructor(private readonly ports: Pick<Ports, 'attachments' | 'pdf' | 'log'>, private readonly read: (caseIds: Set<string>) => void) {}

  /** The text where it has been read; otherwise it will be, and `read` told so. */
  of(caseId: string, attachment: Attachment): string {
    const { sha256, name, bytes } = attachment
    const known = this.texts.get(sha256)
    if (known !== undefined) return known
    if (!hasReader(name) || bytes > LARGEST_FILE || this.isStopped) return ''
    const waiting = this.waiting.get(sha256)
    if (waiting === undefined) this.waiting.set(sha256, { attachment, caseIds: new Set([caseId]) })
    else waiting.caseIds.add(caseId)
    this.reading ??= this.readAll().finally(() => (this.reading = null))
    return ''
  }

  /** Resolves once all that is wanted has been read, at the latest after half a second. */
  async settled(): Promise<void> {
    if (this.reading === null) return
    let timer: ReturnType<typeof setTimeout> | undefined
    await Promise.race([this.reading, new Promise((resume) => (timer = setTimeout(resume, WAIT_MILLISECONDS)))])
    clearTimeout(timer)
  }

  /** Reads no further. */
  async stop(): Promise<void> {
    this.isStopped = true
    await this.reading
  }

  private async readAll(): Promise<void> {
    // Whoever wants a text goes on first: many may be wanted in a row.
    await new Promise((resume) => setTimeout(resume, 0))
    for (const [sha256, { attachment, caseIds }] of this.waiting) {
      if (this.isStopped) return
      let text = ''
      try {
        text = await this.textOf(attachment)
      } catch (cause) {
        this.ports.log.error(`text of the attachment ${attachment.name}`, cause)
      }
      this.waiting.delete(sha256)
      this.texts.set(sha256, text)
      if (text !== '') this.read(caseIds)
    }
  }

  private async textOf({ sha256, name }: Attachment): Promise<string> {
    const bytes = await this.ports.attachments.read(sha256, 0, LARGEST_FILE)
    return bytes === null ? '' : (await textOfFile(bytes, name, this.ports)).slice(0, LONGEST_TEXT)
  }
}
