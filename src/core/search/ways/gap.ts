import { listAt, placeOfKey } from '../segment/postings'
import { slotAt, type Segment } from '../segment/segment'
import { wordUnits } from '../units'
import { Pattern } from './pattern'
import { scanDocument, type Report, type Way } from './way'

/** A short term of which the text has one character more, anywhere inside: 党部 as 党支部. */
export class Gap implements Way {
  constructor(private readonly units: Uint16Array, readonly namesOnly: boolean) {}

  scan(text: Uint16Array, from: number, to: number, report: Report): void {
    for (let at = from; at < to; at++) if (text[at] === this.units[0] && this.standsAt(text, at, to)) report(at, at + this.units.length + 1, 1)
  }

  search(segment: Segment, report: Report): void {
    const { units } = this
    if (units.length === 2 || this.namesOnly) {
      for (const slot of documentsNaming(segment, units)) if (segment.alive[slot] === 1) scanDocument(this, segment, slot, report)
      return
    }
    for (const [from, to, before] of [[0, units.length - 1, 0], [1, units.length, 2]] as const) {
      for (const offset of Pattern.literal(units.subarray(from, to)).offsets(segment)) {
        const at = offset - before
        if (at >= 0 && this.standsAt(segment.text, at, segment.text.length)) report(at, at + units.length + 1, 1)
      }
    }
  }

  private standsAt(text: Uint16Array, at: number, to: number): boolean {
    const { units } = this
    if (at + units.length + 1 > to || text[at] !== units[0]) return false
    let gap = 0
    for (let index = 1; index < units.length; index++) {
      if (text[at + index + gap] === units[index]) continue
      if (gap === 1 || text[at + index + 1] !== units[index] || !wordUnits().has(text[at + index]!)) return false
      gap = 1
    }
    return gap === 1
  }
}

/** Documents whose names, organisation and labels have all of these units. */
function documentsNaming(segment: Segment, units: Uint16Array): number[] {
  const distinct = [...new Set(units)]
  const counts = new Uint8Array(segment.ids.length)
  for (const unit of distinct) {
    const place = placeOfKey(segment.nameUnits, unit)
    if (place < 0) continue
    let last = -1
    for (const offset of listAt(segment.nameUnits, place)) {
      if (last >= 0 && offset < segment.starts[last + 1]!) continue
      last = slotAt(segment, offset)
      counts[last]!++
    }
  }
  const documents: number[] = []
  for (let slot = 0; slot < counts.length; slot++) if (counts[slot] === distinct.length) documents.push(slot)
  return documents
}
