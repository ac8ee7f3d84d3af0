import { Accept, AppError, type ImportWarning, type UnfinishedImport } from '#api'
import type { Ports } from '../ports'
import type { PreparedFile } from './prepare'

/** What a batch was begun with. */
export interface BatchHead {
  startedAt: string
  accept: Accept
  template?: string | undefined
  files: string[]
}

type Entry = { head: BatchHead } | { read: PreparedFile } | { failed: ImportWarning } | { more: string[] }

/** What is known of a batch: what it was begun with, what was read, and what not. */
export interface Batch {
  head: BatchHead
  read: PreparedFile[]
  failures: ImportWarning[]
  /** Names of files that were not read. */
  waiting: string[]
}

/** A longer text, or a file with pages that are pictures, is read again in a batch that is taken up, since keeping it would hold up all else. */
const LONGEST_KEPT = 1_000_000

/**
 * Batches of files that were not imported to their end, one file after the other as it was read. They outlive the
 * program; what goes wrong with keeping them keeps no import from going on.
 */
export class Batches {
  constructor(private readonly ports: Pick<Ports, 'batches' | 'log'>) {}

  begin(id: string, head: BatchHead): Promise<void> {
    return this.append(id, { head })
  }

  read(id: string, file: PreparedFile): Promise<void> {
    const isKept = file.pictures === null && file.document.text.length <= LONGEST_KEPT
    return isKept ? this.append(id, { read: file }) : Promise.resolve()
  }

  failed(id: string, failed: ImportWarning): Promise<void> {
    return this.append(id, { failed })
  }

  /** Files that came out of an archive of the batch. */
  found(id: string, more: string[]): Promise<void> {
    return this.append(id, { more })
  }

  async forget(id: string): Promise<boolean> {
    try {
      return await this.ports.batches.remove(id)
    } catch (cause) {
      this.ports.log.error('a batch was not taken away', cause)
      return false
    }
  }

  /** Those of which something was read, the latest first. */
  async list(): Promise<UnfinishedImport[]> {
    const found: UnfinishedImport[] = []
    for (const id of await this.ports.batches.list()) {
      const batch = await this.load(id)
      if (batch === null || batch.read.length === 0) continue
      const { head: { startedAt }, read, failures, waiting } = batch
      found.push({ previewId: id, startedAt, read: read.length, failed: failures.length, waiting })
    }
    return found.sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1))
  }

  /** @throws AppError PREVIEW_EXPIRED where there is none of this id. */
  async get(id: string): Promise<Batch> {
    const batch = await this.load(id)
    if (batch === null) throw new AppError('PREVIEW_EXPIRED', { id })
    return batch
  }

  private async load(id: string): Promise<Batch | null> {
    const entries = (await this.ports.batches.read(id)).flatMap((line) => parsed(line) ?? [])
    const head = entries.flatMap((entry) => ('head' in entry ? [entry.head] : []))[0]
    if (head === undefined || !Accept.safeParse(head.accept).success || !Array.isArray(head.files)) return null
    const read = entries.flatMap((entry) => ('read' in entry ? [entry.read] : []))
    const failures = entries.flatMap((entry) => ('failed' in entry ? [entry.failed] : []))
    const settled = new Set([...read.map(({ name }) => name), ...failures.map(({ file }) => file)])
    const names = [...head.files, ...entries.flatMap((entry) => ('more' in entry ? entry.more : []))]
    const isArchive = (name: string) => names.some((other) => other.startsWith(`${name}/`))
    return { head, read, failures, waiting: names.filter((name) => !settled.has(name) && !isArchive(name)) }
  }

  private async append(id: string, entry: Entry): Promise<void> {
    try {
      await this.ports.batches.append(id, JSON.stringify(entry))
    } catch (cause) {
      this.ports.log.error('a batch was not kept', cause)
    }
  }
}

/** The last line may be cut short by a crash. */
function parsed(line: string): Entry | null {
  try {
    return JSON.parse(line) as Entry
  } catch {
    return null
  }
}
