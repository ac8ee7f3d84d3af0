import type { Device, Json, Register, Time, Version } from './model'

/** Whether the writer of `version` knew of the write (device, time) to the same field. */
export function hasSeen(version: Version, device: Device, time: Time): boolean {
  const seen = device === version.device ? version.time : version.seen?.[device]
  return seen !== undefined && seen >= time
}

/** The later stamp first; devices break a tie, so that every library orders alike. */
function laterFirst(a: Version, b: Version): number {
  if (a.time !== b.time) return a.time > b.time ? -1 : 1
  if (a.device !== b.device) return a.device > b.device ? -1 : 1
  return 0
}

/**
 * Both registers' versions less those that another has seen. Commutative, associative and idempotent.
 * Gives `mine` itself where `theirs` brings nothing, so that callers can tell by identity.
 */
export function mergeRegisters(mine: Register | undefined, theirs: Register): Register {
  if (mine === undefined) return theirs
  const news = theirs.filter((version) => !mine.some((own) => hasSeen(own, version.device, version.time)))
  if (news.length === 0) return mine
  const kept = mine.filter((own) => !news.some((version) => hasSeen(version, own.device, own.time)))
  return [...kept, ...news].sort(laterFirst) as Register
}

/** What a new write to the field has seen of other devices. Empty is undefined, to keep single-user libraries small. */
export function seenBy(register: Register | undefined, device: Device): Record<Device, Time> | undefined {
  const seen: Record<Device, Time> = {}
  for (const version of register ?? []) {
    noteLatest(seen, version.device, version.time)
    for (const [other, time] of Object.entries(version.seen ?? {})) noteLatest(seen, other, time)
  }
  delete seen[device]
  return Object.keys(seen).length === 0 ? undefined : seen
}

export function noteLatest(seen: Record<Device, Time>, device: Device, time: Time): void {
  const known = seen[device]
  if (known === undefined || known < time) seen[device] = time
}

/** The value shown: that of the version with the latest stamp. */
export function valueOf(register: Register | undefined): Json | undefined {
  return register?.[0].value
}
