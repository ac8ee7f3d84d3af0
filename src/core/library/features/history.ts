import { AppError, contract, type HistoryEntry } from '#api'
import { implement } from '@orpc/server'
import type { AppContext } from '../../context'
import type { Library } from '../library'
import type { Command, Operation } from '../model'
import { fieldValue } from '../record'

/** The contract's `history`: undo, redo, and what was done. */
export function historyFeature({ library }: AppContext) {
  const os = implement(contract.history)
  const changeOn = (command: Command) => ({ commandId: command.commandId, caseIds: casesOf(command.operations, library) })
  const nothing = (commandId: string) => ({ commandId, caseIds: [] })

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
      for await (const command of library.commands()) {
        const entry = entryOf(command, library, input.id)
        if (entry !== null) entries.push(entry)
      }
      return entries.reverse().slice(0, input.limit)
    }),
  })
}

/** The cases that operations change, by themselves or by a passage of theirs. */
function casesOf(operations: Operation[], library: Library): string[] {
  return [...new Set(operations.map((operation) => caseOf(operation, library)).filter((id) => id !== null))]
}

function caseOf({ record, kind }: Operation, library: Library): string | null {
  if (kind === 'case') return record
  const passage = kind === 'passage' ? library.record(record) : undefined
  const id = passage === undefined ? null : fieldValue(passage, 'caseId')
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
