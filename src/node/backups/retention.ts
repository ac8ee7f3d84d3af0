const KEEP_TODAY = 3
const KEEP_DAYS = 7
const KEEP_WEEKS = 4
const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Which backups to keep: the newest 3 of today, the newest of each of the 7 days before, and the newest of each of the 4
 * weeks before this one. Days and weeks are local; a week starts on Monday. Backups from the future are kept.
 */
export function retained<Item extends { time: Date }>(backups: Item[], now: Date): Item[] {
  const newestFirst = backups.toSorted((a, b) => b.time.getTime() - a.time.getTime())
  const today = dayNumber(now)
  const thisWeek = weekNumber(today)
  const seen = new Map<string, number>()
  return newestFirst.filter(({ time }) => {
    const day = dayNumber(time)
    const week = weekNumber(day)
    const isOfDay = count(seen, `day ${day}`)
    const isOfWeek = count(seen, `week ${week}`)
    if (day > today) return true
    if (day === today) return isOfDay <= KEEP_TODAY
    if (day >= today - KEEP_DAYS && isOfDay === 1) return true
    return week < thisWeek && week >= thisWeek - KEEP_WEEKS && isOfWeek === 1
  })
}

function count(seen: Map<string, number>, key: string): number {
  const times = (seen.get(key) ?? 0) + 1
  seen.set(key, times)
  return times
}

/** Local days since 1970. */
function dayNumber(time: Date): number {
  return Math.floor(Date.UTC(time.getFullYear(), time.getMonth(), time.getDate()) / DAY_MS)
}

/** The first of January 1970 was a Thursday. */
function weekNumber(day: number): number {
  return Math.floor((day + 3) / 7)
}
