import type { Change } from '#api'
import type { Command } from '../model'

/** What a method answers about the command it made: its id and the cases it touched. */
export function changeOf(command: Command): Change
export function changeOf(command: Command | null): Change | null
export function changeOf(command: Command | null): Change | null {
  if (command === null) return null
  const caseIds = new Set(command.operations.filter(({ kind }) => kind === 'case').map(({ record }) => record))
  return { commandId: command.commandId, caseIds: [...caseIds] }
}

/** Where a method cannot but change something, and nothing was changed all the same. */
export function mustChange(command: Command | null): Command {
  if (command === null) throw new Error('a command with nothing to write')
  return command
}
