import type { Draft, RepairKind } from '#api'

/** One repaired or offered spot of a preview. */
export interface Spot {
  draftId: string
  repairId: string
}

/** All the spots of the drafts in reading order, of one kind where `kind` is given. */
export function spotsOf(drafts: readonly Draft[], kind?: RepairKind): Spot[] {
  return drafts.flatMap((draft) => [...draft.repairs]
    .sort((a, b) => a.start - b.start)
    .filter((repair) => kind === undefined || repair.kind === kind)
    .map((repair) => ({ draftId: draft.draftId, repairId: repair.id })))
}

/**
 * The spot to go to from `current`: `step` 1 for the next, -1 for the one before, round at the ends. Without a current
 * spot it starts at the draft that is open.
 */
export function stepSpot(all: readonly Spot[], current: Spot | null, step: 1 | -1, openDraftId?: string): Spot | null {
  if (all.length === 0) return null
  const at = current === null ? -1 : all.findIndex((spot) => sameSpot(spot, current))
  if (at >= 0) return all[(at + step + all.length) % all.length]!
  const first = all.findIndex((spot) => spot.draftId === openDraftId)
  return all[Math.max(0, first)]!
}

export function sameSpot(a: Spot | null, b: Spot | null): boolean {
  return a?.draftId === b?.draftId && a?.repairId === b?.repairId
}
