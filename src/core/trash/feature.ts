import { AppError, contract, type TrashedCase } from '#api'
import { implement } from '@orpc/server'
import { removeUnreferenced } from '../attachments'
import type { AppContext } from '../context'
import {
  caseOf, changeOf, DELETED, isPartOfCase, isPurged, millisecondOf, purgeWrites, summaryOf, type Command, type Library, type StoredRecord, type Write,
} from '../library'
import { trashedCases } from './trashed'

/** The contract's `trash`: deleted cases, brought back or destroyed. */
export function trashFeature(context: AppContext) {
  const { library, backups, ports } = context
  const os = implement(contract.trash)

  return os.router({
    list: os.list.handler(async () => {
      const records = trashedCases(library)
      const deletions = await deletionsOf(records, library)
      return records.sort(latestFirst).map((record) => trashedCase(record, deletions.get(record.id), ports.host.device))
    }),

    restore: os.restore.handler(async ({ input }) => {
      const command = await library.execute('trash.restore', () =>
        chosen(input.ids, library).map((record): Write => ({ record: record.id, kind: 'case', field: DELETED, value: false })))
      return { change: changeOf(command!) }
    }),

    purge: os.purge.handler(async ({ input }) => {
      await backups.beforeMany('purge', input.ids.length)
      const { command, isFinished } = await library.purge(() => {
        const records = chosen(input.ids, library)
        return [...records, ...passagesIn(records, library)].flatMap(purgeWrites)
      })
      // What only a backup still needs stays for it; where that cannot be told, nothing goes.
      const attachmentsKept = await removeUnreferenced(context).then(() => false, (cause: unknown) => {
        if (!(cause instanceof AppError)) ports.log.error('attachments of purged cases not removed', cause)
        return true
      })
      return { purged: changeOf(command!).caseIds.length, finished: isFinished, attachmentsKept }
    }),
  })
}

/** By the stamp, since two deletions can share a millisecond. */
function latestFirst(a: StoredRecord, b: StoredRecord): number {
  const [first, second] = [a.fields[DELETED]![0].time, b.fields[DELETED]![0].time]
  return first === second ? (a.id < b.id ? -1 : 1) : first > second ? -1 : 1
}

/** @throws AppError NOT_IN_TRASH. */
function chosen(ids: string[], library: Library): StoredRecord[] {
  const trashed = new Map(trashedCases(library).map((record) => [record.id, record]))
  return [...new Set(ids)].map((id) => {
    const record = trashed.get(id)
    if (record === undefined) throw new AppError('NOT_IN_TRASH', { id })
    return record
  })
}

/** Passages and facts quote the case, so they go with it: deleted ones too, and those that were ever said to be in it. */
function passagesIn(cases: StoredRecord[], library: Library): StoredRecord[] {
  const ids = new Set(cases.map(({ id }) => id))
  return library.allRecords().filter((record) => isPartOfCase(record) && !isPurged(record)
    && record.fields.caseId?.some(({ value }) => ids.has(String(value))))
}

/** The commands that deleted the records, as far as the journal still holds them. */
async function deletionsOf(records: StoredRecord[], library: Library): Promise<Map<string, Command>> {
  const found = new Map<string, Command>()
  if (records.length === 0) return found
  const marks = new Map(records.map((record) => [record.id, record.fields[DELETED]![0]]))
  for await (const command of library.commands(1, new Set(marks.keys()))) {
    for (const { record, field, device, time } of command.operations) {
      const mark = field === DELETED ? marks.get(record) : undefined
      if (mark?.device === device && mark.time === time) found.set(record, command)
    }
  }
  return found
}

function trashedCase(record: StoredRecord, deletion: Command | undefined, ownDevice: string): TrashedCase {
  const { id, title, organisation, excerpt } = summaryOf(caseOf(record))
  const { device, time } = record.fields[DELETED]![0]
  return {
    id, title, organisation, excerpt, device, own: device === ownDevice, deletedAt: new Date(millisecondOf(time)).toISOString(),
    command: deletion === undefined ? null : { commandId: deletion.commandId, name: deletion.name },
  }
}
