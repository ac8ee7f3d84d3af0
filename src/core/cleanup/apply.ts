import type { Repair } from '#api'

type Applicable = Pick<Repair, 'start' | 'end' | 'before' | 'after' | 'applied'>

/**
 * The text with the repairs that are marked as applied. Repairs that do not fit the text, or overlap an earlier one,
 * are left out.
 */
export function applyRepairs(text: string, repairs: readonly Applicable[]): string {
  return repairedRange(text, repairs, 0, text.length)
}

/** The part of a text from `start` to `end` with the applied repairs that lie wholly in it: how a section reads. */
export function repairedRange(text: string, repairs: readonly Applicable[], start: number, end: number): string {
  const parts: string[] = []
  let at = start
  const inside = repairs.filter((repair) => repair.applied && repair.start >= start && repair.end <= end)
  for (const repair of inside.toSorted((a, b) => a.start - b.start)) {
    if (repair.start < at || text.slice(repair.start, repair.end) !== repair.before) continue
    parts.push(text.slice(at, repair.start), repair.after)
    at = repair.end
  }
  parts.push(text.slice(at, end))
  return parts.join('')
}
