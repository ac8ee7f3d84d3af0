import { nearest } from '../../text'
import { listAt, placeOfKey } from '../segment/postings'
import type { Segment } from '../segment/segment'
import { haveSameDigits, textOf, unitsOf } from '../units'
import { scanDocument, type Report, type Way } from './way'

/** Names looked at for one term in one segment. */
const COMPARED = 2000

/** Documents whose names, organisation and labels have all of these units, or all but so many. */
export function documentsNaming({ nameUnits, ids }: Segment, units: Uint16Array, missing = 0): number[] {
  const distinct = [...new Set(units)]
  const counts = new Uint8Array(ids.length)
  for (const unit of distinct) {
    const place = placeOfKey(nameUnits, unit)
    if (place < 0) continue
    for (const slot of listAt(nameUnits, place)) counts[slot]!++
  }
  const documents: number[] = []
  for (let slot = 0; slot < counts.length; slot++) if (counts[slot]! > 0 && counts[slot]! >= distinct.length - missing) documents.push(slot)
  return documents
}

/** A name with errors: it is short and is what people half remember, so more may be wrong than in running text. */
export class NearName implements Way {
  readonly namesOnly = true
  private readonly units: Uint16Array

  /** @param keepsFirst the first character is not wrong: 云南省 is no misspelt 河南省. */
  constructor(private readonly term: string, private readonly edits: number, private readonly keepsFirst: boolean) {
    this.units = unitsOf(term)
  }

  scan(text: Uint16Array, from: number, to: number, report: (start: number, end: number, distance: number) => void): void {
    for (let start = from; start < to;) {
      let end = start
      while (end < to && text[end] !== 0) end++
      const name = textOf(text.subarray(start, end))
      const spot = nearest(name, 0, name.length, this.term, this.edits)
      if (spot !== null && haveSameDigits(name.slice(spot.start, spot.end), this.term) && (!this.keepsFirst || text[start + spot.start] === this.units[0])) {
        report(start + spot.start, start + spot.end, spot.distance)
      }
      start = end + 1
    }
  }

  search(segment: Segment, report: Report): void {
    for (const slot of documentsNaming(segment, this.units, this.edits).slice(0, COMPARED)) {
      if (segment.alive[slot] === 1) scanDocument(this, segment, slot, report)
    }
  }
}
