import { VERSION_EARLIEST, type CaseVersion } from '#api'
import {
  applyOperation, DELETED, emptyFields, isDeleted, isPurged, timeAt, type Command, type CommandHead, type Json, type Library, type Operation, type StoredRecord,
} from '../library'

/** The case as one command left it. */
export interface State {
  /** What it is shown as; its last, which is the present state's, may differ from the record where the journal has gaps. */
  version: CaseVersion
  record: StoredRecord
}

/**
 * Every state a case has had, oldest first: its own operations, replayed onto an empty record. Where the journal does not
 * reach back to its beginning, the first state is what the oldest operations found.
 */
export async function statesOf(library: Library, ownDevice: string, id: string): Promise<State[]> {
  const present = library.record(id)
  if (present === undefined || present.kind !== 'case' || isPurged(present)) return []
  const named = new Map(library.heads.map((head) => [head.commandId, head]))
  const touching: { command: Command; operations: Operation[] }[] = []
  for await (const command of library.commands(1, new Set([id]))) {
    const operations = command.operations.filter(({ record }) => record === id)
    if (operations.length > 0) touching.push({ command, operations })
  }
  const states: State[] = []
  const earliest = earliestOf(present, touching.flatMap(({ operations }) => operations))
  let record: StoredRecord = earliest ?? { id, kind: present.kind, fields: emptyFields() }
  if (earliest !== null) {
    states.push({ record, version: { ...UNKNOWN_BEGINNING, deleted: isDeleted(record) } })
  }
  for (const { command, operations } of touching) {
    record = operations.reduce<StoredRecord>(applyOperation, record)
    const { commandId, name, at, device, undoes } = command
    states.push({
      record,
      version: {
        commandId, name, at, device, own: device === ownDevice, fields: operations.map(({ field }) => field),
        undoes: undoes === undefined ? null : { commandId: undoes, name: originOf(undoes, named) }, deleted: isDeleted(record),
      },
    })
  }
  return states
}

const UNKNOWN_BEGINNING = {
  commandId: VERSION_EARLIEST, name: 'history.earliest', at: '', device: '', own: true, fields: [] as string[], undoes: null,
}

/** The name of what was undone or done again at first, behind any number of undos and redos. */
function originOf(commandId: string, named: ReadonlyMap<string, CommandHead>): string {
  let current = named.get(commandId)
  while (current?.undoes !== undefined && named.has(current.undoes)) current = named.get(current.undoes)
  return current?.name ?? ''
}

/** The record before the oldest operations, or null where they begin with its creation. */
function earliestOf(present: StoredRecord, operations: Operation[]): StoredRecord | null {
  if (operations.some(({ field, old }) => field === DELETED && old === null)) return null
  const fields: StoredRecord['fields'] = Object.assign(emptyFields(), present.fields)
  const first = new Map<string, Operation>()
  for (const operation of operations) if (!first.has(operation.field)) first.set(operation.field, operation)
  for (const [field, { old, device }] of first) {
    if (old === null) delete fields[field]
    else fields[field] = [{ value: old satisfies Json, device, time: timeAt(0, 0) }]
  }
  return { ...present, fields }
}
