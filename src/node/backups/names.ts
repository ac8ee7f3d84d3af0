import { BackupReason } from '#api'
import { timeStamp } from '../layout'

const NAME = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z(?:-([a-z]+))?(?:-\d+)?\.json\.gz$/u

/** What the name of a backup's file says, which outlives damage to what is in it. */
export interface BackupName {
  name: string
  time: Date
  reason: BackupReason
}

/** Undefined where no backup is named so. */
export function parseName(name: string): BackupName | undefined {
  const match = NAME.exec(name)
  if (match === null) return undefined
  const [, year, month, day, hour, minute, second, millisecond, reason] = match
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}.${millisecond}Z`)
  if (Number.isNaN(time.getTime())) return undefined
  return { name, time, reason: BackupReason.safeParse(reason).data ?? 'manual' }
}

/** A name that is not taken yet. */
export function freeName(time: Date, reason: BackupReason, taken: ReadonlySet<string>): string {
  const base = `${timeStamp(time)}-${reason}`
  let name = `${base}.json.gz`
  for (let number = 2; taken.has(name); number++) name = `${base}-${number}.json.gz`
  return name
}
