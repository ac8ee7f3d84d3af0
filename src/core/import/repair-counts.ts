import type { Repair, RepairCounts } from '#api'

/** How many repairs there are of each kind. */
export function repairCounts(repairs: readonly Pick<Repair, 'kind' | 'applied'>[]): RepairCounts {
  const counts: RepairCounts = {}
  for (const { kind, applied } of repairs) {
    const count = (counts[kind] ??= { total: 0, applied: 0 })
    count.total++
    if (applied) count.applied++
  }
  return counts
}
