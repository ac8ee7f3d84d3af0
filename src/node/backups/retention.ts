import type { BackupReason } from '#api'

const KEEP_TODAY = 3
const KEEP_DAYS = 7
const KEEP_WEEKS = 4
const DAY_MS = 24 * 60 * 60 * 1000
const SUCCESSION_MS = 10 * 60 * 1000

interface Kept {
  time: Date
  reason: BackupReason
}

/**
 * Which sound backups to keep: the newest 3 of today, the newest of each of 7 days before, and the newest of each of 4
 * weeks before this one. Days and weeks are local; a week starts on Monday.
 *
 * - Only days and weeks with a backup in them count, so that a clock that is a year ahead, or a year without use, costs
 *   none of the older ones. Backups from the future are kept and count for nothing.
 * - Those of the timer are counted by themselves: three quarters of an hour of work must not push out a backup that
 *   somebody asked for or that was made before something large.
 * - Where there are more than 3 of today, those between the first and the last of a quick succession, as when one file
 *   after another is imported, go first: the first has what was there before all of it.
 * - What was kept before a migration stays, since only that can be opened with the program from before.
 */
export function retained<Item extends Kept>(backups: Item[], now: Date): Item[] {
  const migrations = backups.filter(({ reason }) => reason === 'migration')
  const timed = backups.filter(({ reason }) => reason === 'timed')
  const others = backups.filter(({ reason }) => reason !== 'migration' && reason !== 'timed')
  return [...migrations, ...thinned(timed, now), ...thinned(others, now)]
}

function thinned<Item extends Kept>(backups: Item[], now: Date): Item[] {
  const newestFirst = backups.toSorted((a, b) => b.time.getTime() - a.time.getTime())
  const today = dayNumber(now)
  const thisWeek = weekNumber(today)
  const ofToday = keptOfToday(newestFirst.filter(({ time }) => dayNumber(time) === today))
  const days = new Set<number>()
  const weeks = new Set<number>()
  return newestFirst.filter((backup) => {
    const day = dayNumber(backup.time)
    if (day > today) return true
    if (day === today) return ofToday.has(backup)
    const isOfDay = countsAnew(days, day, KEEP_DAYS)
    const week = weekNumber(day)
    const isOfWeek = week < thisWeek && countsAnew(weeks, week, KEEP_WEEKS)
    return isOfDay || isOfWeek
  })
}

function keptOfToday<Item extends Kept>(newestFirst: Item[]): Set<Item> {
  const areClose = (a: Item | undefined, b: Item | undefined): boolean =>
    a !== undefined && b !== undefined && a.time.getTime() - b.time.getTime() < SUCCESSION_MS
  const isBetween = (index: number): boolean =>
    areClose(newestFirst[index - 1], newestFirst[index]) && areClose(newestFirst[index], newestFirst[index + 1])
  const ends = newestFirst.filter((_, index) => !isBetween(index))
  const between = newestFirst.filter((_, index) => isBetween(index))
  return new Set([...ends, ...between].slice(0, KEEP_TODAY))
}

/** Whether this is the first of its day or week, and one of the first `most`. */
function countsAnew(seen: Set<number>, number: number, most: number): boolean {
  if (seen.has(number) || seen.size >= most) return false
  seen.add(number)
  return true
}

/** Local days since 1970. */
function dayNumber(time: Date): number {
  return Math.floor(Date.UTC(time.getFullYear(), time.getMonth(), time.getDate()) / DAY_MS)
}

/** The first of January 1970 was a Thursday. */
function weekNumber(day: number): number {
  return Math.floor((day + 3) / 7)
}
