import { hasSeen, isDeleted, type Command, type Device, type Operation, type StoredRecord, type Time } from '#core/library/index'
import type { Member } from './member'

/** A write as the library that made it, with what that library had of the same field before. */
interface Step {
  operation: Operation
  isOwn: boolean
}

/**
 * No write may be gone: each is in the final register of its field or has been seen by one that is there, and whoever
 * wrote "seen" had it. A record is deleted only if whoever deleted it knew every write to it.
 * @throws Error naming the write.
 */
export async function checkNothingLost(members: Member[], final: StoredRecord[]): Promise<void> {
  const journals = await Promise.all(members.map(({ journal }) => journal()))
  const written = journals.flatMap((journal, index) => stepsOf(journal, `device000${index}`).filter(({ isOwn }) => isOwn).map(({ operation }) => operation))
  const records = new Map(final.map((record) => [record.id, record]))
  for (const operation of written) {
    const register = records.get(operation.record)?.fields[operation.field] ?? []
    if (!register.some((version) => hasSeen(version, operation.device, operation.time))) throw lost('is in no register', operation)
  }
  const byField = groupedBy(written, fieldKey)
  journals.forEach((journal, index) => checkHonesty(stepsOf(journal, `device000${index}`), byField))
  checkDeletions(final, journals, groupedBy(written, ({ record }) => record))
}

function stepsOf(journal: Command[], device: Device): Step[] {
  return journal.flatMap(({ operations }) => operations.map((operation) => ({ operation, isOwn: operation.device === device })))
}

/** What a write says it has seen, its library had: itself, or in a later write that had seen it. */
function checkHonesty(steps: Step[], byField: Map<string, Operation[]>): void {
  const known = new Map<string, Operation[]>()
  for (const { operation, isOwn } of steps) {
    const key = fieldKey(operation)
    const before = known.get(key) ?? []
    if (isOwn) {
      const covered = (byField.get(key) ?? []).filter((other) => other !== operation && hasSeen(asVersion(operation), other.device, other.time))
      const unknown = covered.find(({ device, time }) => !before.some((earlier) => hasSeen(asVersion(earlier), device, time)))
      if (unknown !== undefined) throw lost(`was said to be seen by ${operation.device} ${operation.time} and was not`, unknown)
    }
    known.set(key, [...before, operation])
  }
}

/**
 * Bundles of a few cases carry a part of a collection's members only, so for collections a deletion may speak of members
 * that came between; every other record travels whole.
 */
function checkDeletions(final: StoredRecord[], journals: Command[][], byRecord: Map<string, Operation[]>): void {
  const deleted = new Set(final.filter((record) => record.kind !== 'collection' && isDeleted(record)).map(({ id }) => id))
  const vouched = new Set<string>()
  journals.forEach((journal, index) => {
    const had = new Map<string, Operation[]>()
    for (const { operation, isOwn } of stepsOf(journal, `device000${index}`)) {
      if (!deleted.has(operation.record)) continue
      const known = had.get(operation.record) ?? []
      known.push(operation)
      had.set(operation.record, known)
      if (!isOwn || operation.field !== 'deleted' || operation.new === false) continue
      for (const other of byRecord.get(operation.record) ?? []) {
        if (known.some((each) => each.field === other.field && hasSeen(asVersion(each), other.device, other.time))) vouched.add(other.opId)
      }
    }
  })
  for (const id of deleted) {
    const unseen = (byRecord.get(id) ?? []).find(({ opId, field }) => field !== 'deleted' && !vouched.has(opId))
    if (unseen !== undefined) throw lost('is deleted and nobody who deleted the record knew of it', unseen)
  }
}

function asVersion({ new: value, device, time, seen }: Operation): { value: Operation['new']; device: Device; time: Time; seen?: Record<Device, Time> } {
  return seen === undefined ? { value, device, time } : { value, device, time, seen }
}

function fieldKey({ record, field }: Operation): string {
  return `${record} ${field}`
}

function groupedBy(operations: Operation[], keyOf: (operation: Operation) => string): Map<string, Operation[]> {
  const groups = new Map<string, Operation[]>()
  for (const operation of operations) {
    const group = groups.get(keyOf(operation))
    if (group === undefined) groups.set(keyOf(operation), [operation])
    else group.push(operation)
  }
  return groups
}

function lost(what: string, { record, field, device, time }: Operation): Error {
  return new Error(`the write of ${device} at ${time} to ${record} ${field} ${what}`)
}
