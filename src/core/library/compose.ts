import type { Ports } from '../ports'
import type { HybridClock } from './clock'
import { sameJson } from './inverse'
import type { Command, Operation } from './model'
import { isPurged, shownValue } from './record'
import { seenBy } from './register'
import type { LibraryState } from './state'
import type { Proposal } from './write-queue'

interface Surroundings {
  state: LibraryState
  clock: HybridClock
  ports: Pick<Ports, 'ids' | 'clock' | 'host'>
}

/**
 * The command that makes the proposed writes, stamped, with the values they find; writes that would change nothing are
 * dropped.
 * @returns null where nothing is left to write. An undo of which nothing is left is a command all the same, since the
 * undo stack has to move on.
 */
export function compose({ name, decide, undoes, spends }: Proposal, seq: number, { state, clock, ports }: Surroundings): Command | null {
  const { device } = ports.host
  const commandId = ports.ids.id()
  const operations: Operation[] = []
  for (const { record: id, kind, field, value, version } of decide()) {
    const record = state.record(id)
    const register = record?.fields[field]
    const isForeign = version !== undefined
    if (!isForeign && record !== undefined && isPurged(record)) continue
    if (!isForeign && register !== undefined && register.length === 1 && sameJson(register[0].value, value)) continue
    if (!isForeign && register === undefined && value === null) continue
    const stamp = version ?? { device, time: clock.next(), seen: seenBy(register, device) }
    operations.push({
      opId: `${commandId}/${operations.length}`, record: id, kind, field, device: stamp.device, time: stamp.time,
      ...(stamp.seen === undefined ? {} : { seen: stamp.seen }), old: record === undefined ? null : shownValue(record, field), new: value,
    })
  }
  if (operations.length === 0 && undoes === undefined) return null
  return {
    commandId, name, seq, at: new Date(ports.clock.now()).toISOString(), device,
    ...(undoes === undefined ? {} : { undoes }), ...(spends === undefined ? {} : { spends }), operations,
  }
}
