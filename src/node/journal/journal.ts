import { promises as fs } from 'node:fs'
import path from 'node:path'
import { AppError, type Problem } from '#api'
import type { Command } from '#core/library/model'
import type { HostFacts, JournalPort } from '#core/ports'
import { writeFully, type Disk, type WritableFile } from '../disk'
import { writeFailure } from '../failures'
import { encodeFrame, SESSION_SEQ } from './frame'
import { readEntries, type ReadingOptions } from './reading'
import { recoverEnd } from './recovery'
import { redactSegments } from './redaction'
import { JOURNAL_FORMAT, JOURNAL_VERSION, listSegments, segmentFile, type Segment } from './segments'

/** A segment that has grown past this is followed by a new one after the next snapshot. */
const SEGMENT_BYTES = 256 * 1024

export interface JournalOptions {
  disk: Disk
  directory: string
  damagedDirectory: string
  libraryId: string
  /** Epoch of the lock this process holds, or held the last time it looked. */
  epoch: number
  /** The process before this one may still be alive, so its segment is left alone. */
  startsNewSegment: boolean
  /** Why the library cannot be written; the journal sets it when a fault makes it so. */
  host: Pick<HostFacts, 'readOnly'>
  /** Who took the lock, if it was lost; asked before and after every write. */
  lockTakenBy(): string | null
  report(problem: Problem): void
}

interface Waiting {
  commands: Command[]
  resolve(): void
  reject(cause: unknown): void
}

/** The journal in a folder of segments. Appends that wait together share one flush. */
export class Journal implements JournalPort {
  private file: WritableFile | null = null
  private segment: Segment | null = null
  /** Bytes of the segment that are known to be on the disk. */
  private end = 0
  private lastSeq = 0
  private hasSessionHeader = false
  private isToLeaveSegment = false
  private waiting: Waiting[] = []
  private isDraining = false
  private drained: Promise<void> = Promise.resolve()

  private constructor(private readonly options: JournalOptions) {}

  /** Opens the journal, repairing its end where this process may write. */
  static async open(options: JournalOptions): Promise<Journal> {
    const journal = new Journal(options)
    if (options.host.readOnly === null) {
      const created = await fs.mkdir(options.directory, { recursive: true })
      if (created !== undefined) await options.disk.syncDirectory(path.dirname(options.directory))
      const { last, lastSeq } = await recoverEnd(options.disk, options.directory, options.damagedDirectory, options.report)
      journal.lastSeq = lastSeq
      if (last !== null && !last.isDamaged && !options.startsNewSegment && last.end < SEGMENT_BYTES) {
        journal.segment = last.segment
        journal.end = last.end
      }
    }
    return journal
  }

  append(...commands: Command[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ commands, resolve, reject })
      if (!this.isDraining) this.drained = this.drain()
    })
  }

  async* read(fromSeq: number, about?: ReadonlySet<string>): AsyncGenerator<Command> {
    for await (const entry of readEntries(await listSegments(this.options.directory), { ...this.reading(fromSeq), ...(about === undefined ? {} : { about }) })) {
      if ('command' in entry) yield entry.command
      else this.options.report(entry.problem)
    }
  }

  /** Appends that come meanwhile wait; the next one starts a new segment, as the open one is replaced. */
  async redact(records: ReadonlySet<string>): Promise<void> {
    while (this.isDraining) await this.drained
    this.isDraining = true
    const redaction = Promise.resolve().then(() => this.rewrite(records))
    this.drained = redaction.catch(() => undefined)
    await redaction
  }

  private async rewrite(records: ReadonlySet<string>): Promise<void> {
    try {
      this.failIfLockIsLost()
      await this.leaveSegment()
      await redactSegments(this.options.disk, this.options.directory, records, () => this.failIfLockIsLost())
    } catch (cause) {
      throw writeFailure(cause)
    } finally {
      this.isDraining = false
      if (this.waiting.length > 0) this.drained = this.drain()
    }
  }

  async verify(): Promise<Problem[]> {
    const problems: Problem[] = []
    for await (const entry of readEntries(await listSegments(this.options.directory), this.reading(1))) {
      if ('problem' in entry) problems.push(entry.problem)
    }
    return problems
  }

  /** To be called when a snapshot was written: lets the next command start a new segment if this one is long. */
  snapshotWritten(): void {
    this.isToLeaveSegment = this.end >= SEGMENT_BYTES
  }

  async close(): Promise<void> {
    await this.drained
    await this.leaveSegment()
  }

  private async drain(): Promise<void> {
    this.isDraining = true
    // What is appended in the same turn of the event loop is flushed together.
    await Promise.resolve()
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0)
      try {
        await this.write(batch.flatMap(({ commands }) => commands))
        for (const { resolve } of batch) resolve()
      } catch (cause) {
        for (const { reject } of batch) reject(writeFailure(cause))
      }
    }
    this.isDraining = false
  }

  private async write(commands: Command[]): Promise<void> {
    this.failIfLockIsLost()
    if (this.isToLeaveSegment) await this.leaveSegment()
    let last = this.lastSeq
    for (const { seq } of commands) {
      if (seq <= last) throw new AppError('WRITE_FAILED', { detail: `command ${seq} after ${last}` })
      last = seq
    }
    const file = await this.openSegment(commands[0]!.seq)
    const bytes = Buffer.concat([...(this.hasSessionHeader ? [] : [this.sessionFrame()]), ...commands.map((command) => encodeFrame(command.seq, command))])
    try {
      await writeFully(file, bytes, this.end)
    } catch (cause) {
      await this.takeBack(file, cause)
      throw writeFailure(cause)
    }
    await this.flush(file)
    // Suspended since the first look, another may have gone on without seeing this write: it must not be acknowledged.
    this.failIfLockIsLost()
    this.end += bytes.length
    this.lastSeq = last
    this.hasSessionHeader = true
  }

  /** A failed flush may have dropped the bytes while later flushes succeed, so nothing can be trusted after one. */
  private async flush(file: WritableFile): Promise<void> {
    try {
      await file.datasync()
      if (this.end === 0) await this.options.disk.syncDirectory(this.options.directory)
    } catch (cause) {
      await file.truncate(this.end).catch(() => undefined)
      const failure = writeFailure(cause)
      this.becomeReadOnly(failure.code === 'DISK_FULL' ? 'DISK_FULL' : 'WRITE_FAILED', '')
      throw failure
    }
  }

  /** Removes what was written of a command that failed; where even that fails the file cannot be written any more. */
  private async takeBack(file: WritableFile, cause: unknown): Promise<void> {
    try {
      await file.truncate(this.end)
      if (this.end === 0) {
        const { file: empty } = this.segment!
        await this.leaveSegment()
        await fs.rm(empty)
      }
    } catch {
      this.becomeReadOnly(writeFailure(cause).code === 'DISK_FULL' ? 'DISK_FULL' : 'WRITE_FAILED', '')
    }
  }

  private async openSegment(firstSeq: number): Promise<WritableFile> {
    if (this.file !== null) return this.file
    const isNew = this.segment === null
    this.segment ??= { file: segmentFile(this.options.directory, firstSeq), firstSeq }
    try {
      this.file = await this.options.disk.open(this.segment.file, isNew ? 'wx' : 'r+')
    } catch (cause) {
      if (isNew) this.segment = null
      throw writeFailure(cause)
    }
    return this.file
  }

  private async leaveSegment(): Promise<void> {
    const { file } = this
    this.file = null
    this.segment = null
    this.end = 0
    this.hasSessionHeader = false
    this.isToLeaveSegment = false
    await file?.close()
  }

  private sessionFrame(): Buffer {
    const { libraryId, epoch } = this.options
    return encodeFrame(SESSION_SEQ, { format: JOURNAL_FORMAT, version: JOURNAL_VERSION, libraryId, epoch })
  }

  private reading(fromSeq: number): ReadingOptions {
    const { libraryId, host } = this.options
    return {
      libraryId, fromSeq,
      beingWritten: host.readOnly?.code === 'LIBRARY_IN_USE',
      limitOf: (segment) => (this.segment !== null && path.basename(segment.file) === path.basename(this.segment.file) ? this.end : undefined),
    }
  }

  private becomeReadOnly(code: NonNullable<HostFacts['readOnly']>['code'], holder: string): void {
    this.options.host.readOnly = { code, holder }
  }

  private failIfLockIsLost(): void {
    this.failIfReadOnly()
    const taker = this.options.lockTakenBy()
    if (taker !== null) this.becomeReadOnly('LIBRARY_IN_USE', taker)
    this.failIfReadOnly()
  }

  private failIfReadOnly(): void {
    const { readOnly } = this.options.host
    if (readOnly !== null) throw new AppError(readOnly.code, readOnly.holder === '' ? {} : { holder: readOnly.holder })
  }
}
