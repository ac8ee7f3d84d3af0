/**
 * How the library is stored: records of stamped fields, changed by commands.
 *
 * A record is a map of field names to multi-value registers. A field written by two devices that did not know of each
 * other keeps both values (dotted version vectors: Preguiça et al., "Dotted Version Vectors", 2010); the value shown is
 * the one with the later stamp. Lists are not fields but many fields, one for each member (`tags/<label>`,
 * `sections/<id>/text`, `cases/<id>`), so that two people can each add to them.
 */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** Hybrid logical time (Kulkarni et al., 2014): 9 base-36 digits of milliseconds and 4 of a counter. Sorts as text. */
export type Time = string
export type Device = string

export interface Version {
  value: Json
  device: Device
  time: Time
  /** For each other device, the latest write to this field that the writer knew of. */
  seen?: Record<Device, Time>
}

/** The versions of a field that no other version has seen, the later stamp first; never empty. */
export type Register = [Version, ...Version[]]

export type RecordKind = 'case' | 'theme' | 'passage' | 'collection' | 'template' | 'fact' | 'dictionary' | (string & {})

export interface StoredRecord {
  id: string
  kind: RecordKind
  fields: Record<string, Register>
}

/** One write to one field. Applying it twice changes nothing, and the order of operations does not matter. */
export interface Operation {
  /** The command's id and the operation's number in it: unique everywhere, as the command's id is. */
  opId: string
  record: string
  kind: RecordKind
  field: string
  device: Device
  time: Time
  seen?: Record<Device, Time>
  /** The value that was shown before; null where there was none. */
  old: Json
  new: Json
}

/** A change as a feature asks for it; stamps are added by the library. `version` carries a colleague's write unchanged. */
export interface Write {
  record: string
  kind: RecordKind
  field: string
  value: Json
  version?: Pick<Operation, 'device' | 'time' | 'seen'>
}

/** What the user did, as one step: journal entry, unit of undo and line of the history. */
export interface Command {
  commandId: string
  /** Key of the texts under `commands` in `src/api/i18n`. */
  name: string
  /** Position in this library's journal, from 1 on without a gap. */
  seq: number
  /** Wall-clock time, ISO 8601, for showing. */
  at: string
  device: Device
  /** The command this one takes back. */
  undoes?: string
  /** Commands of which this one, a purge, has left nothing to take back. */
  spends?: string[]
  operations: Operation[]
}

/** A command without its operations: what undo and redo need to know of it. */
export type CommandHead = Omit<Command, 'operations' | 'at' | 'device'>

export interface Snapshot {
  schema: number
  libraryId: string
  /** The last command that is in it. */
  seq: number
  /** The latest time this device has written; the clock never goes back behind it. */
  time: Time
  heads: CommandHead[]
  records: StoredRecord[]
  /** Records that were purged and whose values may still stand in the journal: the redaction has to be done again. */
  purging?: string[]
}

/** Raised by one with every change to what is stored; migrations bring older snapshots up to it. */
export const SCHEMA = 1

/**
 * The field that says whether a record is deleted: `false`, or what the deleting device had seen of the record, so that
 * an edit it had not seen keeps the record alive.
 */
export const DELETED = 'deleted'
export interface Tombstone {
  [key: string]: Json
  seen: Record<Device, Time>
}

/** The field of a record whose content was destroyed on purpose; beside it only DELETED is left, and nothing comes back. */
export const PURGED = 'purged'
/** The command that purges; it cannot be taken back. */
export const PURGE = 'trash.purge'
