import type { Segment } from '../segment/segment'
import type { UnitSet } from '../units'

/** Takes a find: where it stands in the text, and the edits it took. */
export type Report = (start: number, end: number, distance: number) => void

/** One way in which a term may stand in a text. */
export interface Way {
  /** Reports every place in a stretch of a text: the reference, with no index. */
  scan(text: Uint16Array, from: number, to: number, report: Report): void
  /** Reports the same places by the segment's index, and maybe some of documents that have left it. */
  search(segment: Segment, report: Report): void
  /** Only in names, organisation and labels. */
  namesOnly?: boolean
  /** Whether it can stand in a text of these units at all. */
  canStandIn?(present: UnitSet): boolean
}

/** Reports the places of one document by reading it through. */
export function scanDocument(way: Way, { text, starts, ends }: Segment, slot: number, report: Report): void {
  const start = starts[slot]!
  way.scan(text, start, way.namesOnly === true ? start + ends[slot * 3 + 2]! : starts[slot + 1]!, report)
}

/** Reports the places of every document of the segment. */
export function searchSegment(way: Way, segment: Segment, report: Report): void {
  if (segment.isIndexed) {
    way.search(segment, report)
    return
  }
  if (way.canStandIn?.(segment.present) === false) return
  for (let slot = 0; slot < segment.ids.length; slot++) {
    if (segment.alive[slot] === 1) scanDocument(way, segment, slot, report)
  }
}
