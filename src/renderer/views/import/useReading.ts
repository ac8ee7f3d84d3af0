import type { Draft, DraftHead, ImportPreview, RepairKind } from '#api'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useApi } from '../../app/client'
import { useFailure } from '../../app/useFailure'
import { arrivedAt, isIn, positionOf, stepSpot, type Place, type Spot, type SpotPosition } from './spots'
import { draftQuery, useDraft, type LoadedDraft } from './useDraft'

export interface Reading extends LoadedDraft {
  /** Of the draft that is open, or will be as soon as its text is there. */
  openId: string | undefined
  /** The draft before the open one in its file, as its last part; null where there is none, or it is not there yet. */
  before: Draft | null
  spot: Spot | null
  position: SpotPosition
  open(draftId: string): void
  openPart(part: number): void
  setSpot(spot: Spot | null): void
  /** Goes to the next spot, or to the one before, in whichever draft it stands. */
  step(direction: 1 | -1, kind?: RepairKind): void
  /** Fetches what is open as it is in a preview that is about to be shown, or what is to be open then. */
  makeReady(preview: ImportPreview, arrival?: Place): Promise<void>
}

/** Which draft of a preview is open, and which part and spot of it. */
export function useReading(preview: ImportPreview): Reading {
  const api = useApi()
  const queries = useQueryClient()
  const fail = useFailure()
  const [openId, setOpenId] = useState<string | undefined>(undefined)
  const [part, setPart] = useState(0)
  const [spot, setSpot] = useState<Spot | null>(null)

  const { drafts } = preview
  const place = placeIn(drafts, openId, part)
  const loaded = useDraft(preview, place)
  const { draft } = loaded
  const neighbour = neighbourIn(drafts, draft)
  const before = useDraft(preview, neighbour)

  const moves = useRef(0)
  const moveTo = (next: Place | undefined, to: Spot | null) => {
    moves.current++
    setOpenId(next?.draftId)
    setPart(next?.part ?? 0)
    setSpot(to)
  }
  const step = async (direction: 1 | -1, kind?: RepairKind) => {
    if (draft === undefined) return
    const move = ++moves.current
    const way = isIn(draft, spot) ? direction : 1
    let reached = draft
    let found = stepSpot(drafts, draft, spot, way, kind)
    while (found !== null && !('repairId' in found)) {
      reached = await queries.fetchQuery(draftQuery(api, preview, found))
      found = arrivedAt(reached, way, kind)
    }
    // Whoever has gone elsewhere meanwhile stays there.
    if (found !== null && move === moves.current) moveTo(reached, found)
  }

  return {
    ...loaded,
    openId: place?.draftId,
    before: before.isCurrent && before.draft?.draftId === neighbour?.draftId ? before.draft ?? null : null,
    spot,
    position: positionOf(drafts, draft, spot),
    open: (draftId) => moveTo({ draftId, part: 0 }, null),
    openPart: (next) => place !== null && moveTo({ ...place, part: next }, null),
    setSpot(next) {
      moves.current++
      setSpot(next)
    },
    step: (direction, kind) => void step(direction, kind).catch(fail),
    async makeReady(next, arrival) {
      const wanted = placeIn(next.drafts, arrival?.draftId ?? openId, arrival?.part ?? part)
      // What fails here fails again where it is shown, and is told of there.
      const places = [wanted, neighbourIn(next.drafts, wanted)].filter((each) => each !== null)
      await Promise.allSettled(places.map((each) => queries.fetchQuery(draftQuery(api, next, each))))
      if (arrival !== undefined) moveTo(arrival, null)
    },
  }
}

/** The last part of the draft before the one whose first part is given, in the same file. */
function neighbourIn(drafts: readonly DraftHead[], open: Place | null | undefined): Place | null {
  if (open?.part !== 0) return null
  const at = drafts.findIndex(({ draftId }) => draftId === open.draftId)
  const [before, draft] = [drafts[at - 1], drafts[at]]
  return before !== undefined && before.file === draft?.file ? { draftId: before.draftId, part: -1 } : null
}

function placeIn(drafts: readonly DraftHead[], openId: string | undefined, part: number): Place | null {
  const first = drafts[0]?.draftId
  if (first === undefined) return null
  const isThere = openId === undefined || drafts.some(({ draftId }) => draftId === openId)
  return isThere ? { draftId: openId ?? first, part } : { draftId: first, part: 0 }
}
