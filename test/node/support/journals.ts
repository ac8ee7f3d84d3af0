import path from 'node:path'
import { onTestFinished } from 'vitest'
import type { Command } from '#core/library/model'
import type { Problem } from '#api'
import { nodeDisk, type Disk, type WritableFile } from '#node/disk'
import { Journal, type JournalOptions } from '#node/journal/journal'

export const LIBRARY_ID = '01930000-0000-7000-8000-000000000001'

/** A command that writes one field of one record. */
export function commandOf(seq: number, text = `第 ${seq} 条`): Command {
  return {
    commandId: `command-${seq}`, name: 'case.edit', seq, at: '2026-11-05T08:00:00.000Z', device: 'device0001',
    operations: [{ opId: `operation-${seq}`, record: 'record', kind: 'case', field: 'title', device: 'device0001', time: String(seq).padStart(13, '0'), old: null, new: text }],
  }
}

export interface OpenedJournal {
  journal: Journal
  host: JournalOptions['host']
  problems: Problem[]
}

export async function openJournal(folder: string, options: Partial<JournalOptions> = {}): Promise<OpenedJournal> {
  const host = options.host ?? { readOnly: null }
  const problems: Problem[] = []
  const journal = await Journal.open({
    disk: nodeDisk, directory: path.join(folder, 'journal'), damagedDirectory: path.join(folder, 'damaged'), libraryId: LIBRARY_ID, epoch: 1,
    startsNewSegment: false, lockTakenBy: () => null, report: (problem) => void problems.push(problem), ...options, host,
  })
  onTestFinished(() => journal.close().catch(() => undefined))
  return { journal, host, problems }
}

/** A journal of `count` acknowledged commands, closed again. */
export async function writeJournal(folder: string, count: number): Promise<void> {
  const { journal } = await openJournal(folder)
  for (let seq = 1; seq <= count; seq++) await journal.append(commandOf(seq))
  await journal.close()
}

export async function readAll(journal: Journal, fromSeq = 1): Promise<Command[]> {
  const commands: Command[] = []
  for await (const command of journal.read(fromSeq)) commands.push(command)
  return commands
}

/** The real disk, with what a test wants to go wrong put in the way of each file that is opened for the journal. */
export function diskWith(change: (file: WritableFile) => Partial<WritableFile>): Disk {
  return {
    ...nodeDisk,
    async open(name, flags) {
      const file = await nodeDisk.open(name, flags)
      const real: WritableFile = {
        write: (bytes, offset, length, position) => file.write(bytes, offset, length, position),
        datasync: () => file.datasync(), truncate: (length) => file.truncate(length), close: () => file.close(),
      }
      return { ...real, ...change(real) }
    },
  }
}

export function systemError(code: string): Error {
  return Object.assign(new Error(code), { code })
}
