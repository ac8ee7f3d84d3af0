import { sameJson, tombstone } from './inverse'
import type { Library } from './library'
import { DELETED, type Command, type CommandHead, type Json, type Operation, type StoredRecord, type Version, type Write } from './model'
import { sawEdit } from './record'
import { sectionTakenOut } from './sections'

/** Commands of these names that stand undone, each with the undo that took it back last. */
function undoneOf(heads: readonly CommandHead[], names: readonly string[]): { done: CommandHead; undo: CommandHead }[] {
  const takenBackBy = new Map(heads.flatMap((head) => (head.undoes === undefined ? [] : [[head.undoes, head] as const])))
  return heads.filter((head) => names.includes(head.name) && head.undoes === undefined).flatMap((done) => {
    let last = done
    let isUndone = false
    for (let next = takenBackBy.get(last.commandId); next !== undefined; next = takenBackBy.get(last.commandId)) {
      last = next
      isUndone = !isUndone
    }
    return isUndone ? [{ done, undo: last }] : []
  })
}

/** One of the colleague's values, written anew. */
export interface TakenBack {
  write: Write
  /** What the undone merge had shown was this library's own value: written anew, theirs takes its place. */
  replacesOwn: boolean
}

/**
 * Finds the bundle's values that commands of these names wrote and an undo took back. Their stamps have been seen by the
 * undo, so a merge finds nothing new in them; without this the user could never have them again.
 * @returns a function of the state at the time it is called: the writes that bring those values back, where the undo's
 * own value still stands.
 */
export async function takenBack(library: Library, names: readonly string[], bundle: StoredRecord[]): Promise<() => TakenBack[]> {
  const pairs = undoneOf(library.heads, names)
  const commands = await commandsOf(library, pairs.flatMap(({ done, undo }) => [done.seq, undo.seq]))
  const theirs = new Map(bundle.map((record) => [record.id, record]))
  return () => pairs.flatMap(({ done, undo }) => {
    const [before, after] = [commands.get(done.seq), commands.get(undo.seq)]
    return before === undefined || after === undefined ? [] : writesOf(library, before, after, theirs)
  })
}

/** A journal that no longer holds a command has nothing to say of it. */
async function commandsOf(library: Library, seqs: number[]): Promise<Map<number, Command>> {
  const wanted = new Set(seqs)
  const found = new Map<number, Command>()
  if (wanted.size === 0) return found
  for await (const command of library.commands(Math.min(...seqs))) {
    if (wanted.has(command.seq)) found.set(command.seq, command)
    if (found.size === wanted.size) break
  }
  return found
}

function writesOf(library: Library, done: Command, undo: Command, theirs: Map<string, StoredRecord>): TakenBack[] {
  const undone = new Set(undo.operations.map(({ record, field, device, time }) => JSON.stringify([record, field, device, time])))
  const isUndone = (record: StoredRecord, field: string, { device, time }: Version) => undone.has(JSON.stringify([record.id, field, device, time]))
  const brought = new Map(done.operations.map((operation) => [keyOf(operation), operation]))
  return undo.operations.flatMap((operation): TakenBack[] => {
    const { record: id, kind, field } = operation
    const record = library.record(id)
    const offered = theirs.get(id)?.fields[field]?.[0].value
    // A record that the merge revived has no tombstone of theirs: the undo's deletion answers to their edits.
    const wanted = brought.get(keyOf(operation))?.new ?? (field === DELETED ? false : undefined)
    if (record === undefined || wanted === undefined || !standsAlone(record, operation)) return []
    const deletion = theirs.get(id)?.fields[field]?.[0]
    if (deletion !== undefined && isOutlived(record, field, deletion, (name, edit) => isUndone(record, name, edit))) return []
    if (field === DELETED) {
      if (!theirs.has(id) || isTombstone(wanted) !== isTombstone(offered ?? false)) return []
      return [{ write: { record: id, kind, field, value: isTombstone(wanted) ? tombstone(record) : false }, replacesOwn: false }]
    }
    return offered !== undefined && sameJson(offered, wanted)
      ? [{ write: { record: id, kind, field, value: wanted }, replacesOwn: !sameJson(operation.old, wanted) }] : []
  })
}

/**
 * Whether the merge kept the record or section in spite of the deletion, for an edit this had not seen. To delete it now
 * would take an edit along that nobody has decided against.
 */
function isOutlived(record: StoredRecord, field: string, deletion: Version, isUndone: (field: string, edit: Version) => boolean): boolean {
  const section = sectionTakenOut(field, deletion.value)
  if (!(field === DELETED ? isTombstone(deletion.value) : section !== null)) return false
  const prefix = section === null ? '' : `sections/${section}/`
  return Object.entries(record.fields).some(([name, register]) => name !== field && name.startsWith(prefix)
    && register.some((edit) => !isUndone(name, edit) && !sawEdit(deletion, edit)))
}

/** The undo's value is what the field holds, and nobody has written since. */
function standsAlone(record: StoredRecord, { field, device, time }: Operation): boolean {
  const register = record.fields[field]
  return register?.length === 1 && register[0].device === device && register[0].time === time
}

function isTombstone(value: Json): boolean {
  return value !== false
}

function keyOf({ record, field }: Operation): string {
  return JSON.stringify([record, field])
}
