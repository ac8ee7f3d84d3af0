import { AppError, contract, VERSION_NONE, VERSION_NOW, type HistoryEntry } from '#api'
import { implement } from '@orpc/server'
import type { AppContext } from '../context'
import {
  changeOf, DELETED, emptyFields, fieldValue, isDeleted, isPartOfCase, sameJson, sectionsOf, sectionWrites, type Command, type Library, type Operation, type StoredRecord, type Write,
} from '../library'
import { diffCases } from './case-diff'
import { statesOf, type State } from './versions'

/** The contract's `history`: undo, redo, what was done, and the versions of a case. */
export function historyFeature({ library, ports }: AppContext) {
  const os = implement(contract.history)
  const changeOn = (command: Command) => ({ commandId: command.commandId, caseIds: casesOf(command.operations, library) })
  const nothing = (commandId: string) => ({ commandId, caseIds: [] })
  const states = async (id: string): Promise<State[]> => {
    const found = await statesOf(library, ports.host.device, id)
    if (found.length === 0) throw new AppError('CASE_NOT_FOUND', { id })
    return found
  }

  return os.router({
    undo: os.undo.handler(async () => {
      const { undone, command } = await library.undo()
      return { name: undone.name, change: command === null ? nothing(undone.commandId) : changeOn(command) }
    }),

    redo: os.redo.handler(async () => {
      const { redone, command } = await library.redo()
      return { name: redone.name, change: command === null ? nothing(redone.commandId) : changeOn(command) }
    }),

    list: os.list.handler(async ({ input }) => {
      if (input.id !== undefined && library.record(input.id) === undefined) throw new AppError('CASE_NOT_FOUND', { id: input.id })
      const entries: HistoryEntry[] = []
      // Without an id every command is an entry, so the last of them are known by their numbers.
      const read = input.id === undefined ? library.commands(Math.max(1, library.lastSeq - input.limit + 1))
        : library.commands(1, new Set([input.id, ...partsOf(input.id, library)]))
      for await (const command of read) {
        const entry = entryOf(command, library, input.id)
        if (entry !== null) entries.push(entry)
      }
      return entries.reverse().slice(0, input.limit)
    }),

    versions: os.versions.handler(async ({ input }) => (await states(input.id)).map(({ version }) => version).reverse()),

    diff: os.diff.handler(async ({ input: { id, from, to } }) => {
      const found = await states(id)
      const stateAt = (version: string): StoredRecord => {
        if (version === VERSION_NOW) return library.record(id)!
        return version === VERSION_NONE ? { id, kind: 'case', fields: emptyFields() } : versionIn(found, version)
      }
      return { id, from, to, ...diffCases(stateAt(from), stateAt(to)) }
    }),

    restore: os.restore.handler(async ({ input: { id, version } }) => {
      const wanted = versionIn(await states(id), version)
      return { change: changeOf(await library.execute('case.restore', () => restoreWrites(library.record(id)!, wanted))) }
    }),
  })
}

/** @throws AppError VERSION_NOT_FOUND. */
function versionIn(states: State[], version: string): StoredRecord {
  const found = states.find(({ version: { commandId } }) => commandId === version)
  if (found === undefined) throw new AppError('VERSION_NOT_FOUND', { id: version })
  return found.record
}

/**
 * The writes after which the case shows what it showed then; a deleted case comes back with it. What a section held that
 * was not there then is left as it is, and the section is taken out.
 */
function restoreWrites(present: StoredRecord, wanted: StoredRecord): Write[] {
  const write = (field: string): Write => ({ record: present.id, kind: present.kind, field, value: fieldValue(wanted, field) })
  const fields = new Set([...Object.keys(present.fields), ...Object.keys(wanted.fields)])
  const changed = [...fields].filter((field) => field !== DELETED && field !== 'createdAt' && !field.startsWith('sections/')
    && !sameJson(fieldValue(present, field), fieldValue(wanted, field)))
  return [
    ...(isDeleted(present) ? [{ ...write(DELETED), value: false }] : []),
    ...changed.map(write),
    ...sectionWrites(present.id, sectionsOf(present), sectionsOf(wanted), present),
  ]
}

/** Deleted ones too. */
function partsOf(id: string, library: Library): string[] {
  return library.allRecords().filter((record) => isPartOfCase(record) && fieldValue(record, 'caseId') === id).map((record) => record.id)
}

/** The cases that operations change, by themselves or by a passage or a fact of theirs. */
function casesOf(operations: Operation[], library: Library): string[] {
  return [...new Set(operations.map((operation) => caseOf(operation, library)).filter((id) => id !== null))]
}

function caseOf({ record, kind }: Operation, library: Library): string | null {
  if (kind === 'case') return record
  const part = isPartOfCase({ kind }) ? library.record(record) : undefined
  const id = part === undefined ? null : fieldValue(part, 'caseId')
  return typeof id === 'string' ? id : null
}

/** The entry of a command; with an id only what it did to that record or case, and null where it did nothing to it. */
function entryOf(command: Command, library: Library, id: string | undefined): HistoryEntry | null {
  const operations = id === undefined ? command.operations
    : command.operations.filter((operation) => operation.record === id || caseOf(operation, library) === id)
  if (id !== undefined && operations.length === 0) return null
  return {
    commandId: command.commandId,
    name: command.name,
    at: command.at,
    caseIds: casesOf(command.operations, library),
    changes: operations.map(({ record, kind, field, old, new: written }) => ({ id: record, kind, field, old, new: written })),
    ...(command.undoes === undefined ? {} : { undoes: command.undoes }),
  }
}
