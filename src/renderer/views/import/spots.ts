import type { Draft, DraftHead, RepairCounts, RepairKind } from '#api'

/** One repaired or offered spot of a preview. */
export interface Spot {
  draftId: string
  repairId: string
}

/** A part of a draft where a spot is looked for. */
export interface Place {
  draftId: string
  /** -1 is the last. */
  part: number
}

type Loaded = Pick<Draft, 'draftId' | 'part' | 'parts' | 'repairs'>
type Counted = Pick<DraftHead, 'draftId' | 'repairs'>

/** How many spots there are, of one kind where `kind` is given. */
export function spotCount(counts: RepairCounts, kind?: RepairKind): number {
  return kind === undefined ? Object.values(counts).reduce((sum, { total }) => sum + total, 0) : counts[kind]?.total ?? 0
}

/**
 * Where to go from `current` in the part that is open: `step` 1 to the next spot, -1 to the one before, round at the
 * ends. That is a spot of this part, or a place whose spots are not known here. Without a current spot it is the first
 * one from the open part on. Null where the preview has no such spot.
 */
export function stepSpot(drafts: readonly Counted[], open: Loaded, current: Spot | null, step: 1 | -1, kind?: RepairKind): Spot | Place | null {
  const spots = spotsIn(open, kind)
  if (!isIn(open, current)) return spots[0] === undefined ? placeAfter(drafts, open, 1, kind) : spotOf(open, spots[0])
  // The current spot may be of another kind: from where it stands.
  const order = open.repairs.map(({ id }) => id)
  const at = order.indexOf(current.repairId)
  const next = step === 1
    ? spots.find(({ id }) => order.indexOf(id) > at)
    : spots.findLast(({ id }) => order.indexOf(id) < at)
  return next === undefined ? placeAfter(drafts, open, step, kind) : spotOf(open, next)
}

/** The spot that is come to in a part that was gone to, from its beginning or its end, or a part of the draft that has one. */
export function arrivedAt(open: Loaded, step: 1 | -1, kind?: RepairKind): Spot | Place | null {
  const spots = spotsIn(open, kind)
  const first = step === 1 ? spots[0] : spots.at(-1)
  if (first !== undefined) return spotOf(open, first)
  const part = partWith(open, open.part, step, kind)
  return part === null ? null : { draftId: open.draftId, part }
}

/** Where a spot stands among all of the preview. */
export interface SpotPosition {
  /** From 1; 0 where it is not in the open part. */
  at: number
  count: number
}

export function positionOf(drafts: readonly Counted[], open: Loaded | undefined, current: Spot | null): SpotPosition {
  const count = drafts.reduce((sum, { repairs }) => sum + spotCount(repairs), 0)
  if (open === undefined) return { at: 0, count }
  const at = current?.draftId === open.draftId ? open.repairs.findIndex(({ id }) => id === current.repairId) : -1
  if (at < 0) return { at: 0, count }
  const before = drafts.slice(0, drafts.findIndex(({ draftId }) => draftId === open.draftId))
  const earlier = [...before, ...open.parts.slice(0, open.part)].reduce((sum, { repairs }) => sum + spotCount(repairs), 0)
  return { at: earlier + at + 1, count }
}

/** Whether a spot is in the part that is open; only then can one go back from it. */
export function isIn(open: Loaded, spot: Spot | null): spot is Spot {
  return spot?.draftId === open.draftId && open.repairs.some(({ id }) => id === spot.repairId)
}

function spotsIn(open: Loaded, kind: RepairKind | undefined): Loaded['repairs'] {
  return open.repairs.filter((repair) => kind === undefined || repair.kind === kind)
}

function spotOf({ draftId }: Loaded, { id }: { id: string }): Spot {
  return { draftId, repairId: id }
}

function partWith({ parts }: Loaded, from: number, step: 1 | -1, kind: RepairKind | undefined): number | null {
  for (let part = from + step; part >= 0 && part < parts.length; part += step) {
    if (spotCount(parts[part]!.repairs, kind) > 0) return part
  }
  return null
}

/** The next part with a spot: of the open draft, or else of the drafts behind it, round to the open one itself. */
function placeAfter(drafts: readonly Counted[], open: Loaded, step: 1 | -1, kind: RepairKind | undefined): Place | null {
  const part = partWith(open, open.part, step, kind)
  if (part !== null) return { draftId: open.draftId, part }
  const at = drafts.findIndex(({ draftId }) => draftId === open.draftId)
  for (let far = 1; far <= drafts.length; far++) {
    const draft = drafts[(at + step * far + drafts.length * far) % drafts.length]!
    if (spotCount(draft.repairs, kind) > 0) return { draftId: draft.draftId, part: step === 1 ? 0 : -1 }
  }
  return null
}
