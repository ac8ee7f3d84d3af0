import { contract, type HistoryEntry } from '#api'
import { implement } from '@orpc/server'
import type { AppContext } from '../../context'
import type { Command } from '../model'
import { changeOf } from './change'

/** The contract's `history`: undo, redo, and what was done. */
export function historyFeature({ library }: AppContext) {
  const os = implement(contract.history)
  const nothing = (commandId: string) => ({ commandId, caseIds: [] })

  return os.router({
    undo: os.undo.handler(async () => {
      const { undone, command } = await library.undo()
      return { name: undone.name, change: changeOf(command) ?? nothing(undone.commandId) }
    }),

    redo: os.redo.handler(async () => {
      const { redone, command } = await library.redo()
      return { name: redone.name, change: changeOf(command) ?? nothing(redone.commandId) }
    }),

    list: os.list.handler(async ({ input }) => {
      const entries: HistoryEntry[] = []
      for await (const command of library.commands()) {
        const entry = entryOf(command, input.id)
        if (entry !== null) entries.push(entry)
      }
      return entries.reverse().slice(0, input.limit)
    }),
  })
}

/** The entry of a command; with an id only what it did to that record, and null where it did nothing to it. */
function entryOf(command: Command, id: string | undefined): HistoryEntry | null {
  const operations = id === undefined ? command.operations : command.operations.filter(({ record }) => record === id)
  if (id !== undefined && operations.length === 0) return null
  return {
    commandId: command.commandId,
    name: command.name,
    at: command.at,
    caseIds: changeOf(command).caseIds,
    changes: operations.map(({ record, kind, field, old, new: written }) => ({ id: record, kind, field, old, new: written })),
    ...(command.undoes === undefined ? {} : { undoes: command.undoes }),
  }
}
