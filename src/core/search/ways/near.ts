import type { NearSpot } from '../../text'
import { LABEL } from '../layout'
import { slotAt, type Segment } from '../segment/segment'
import { unitsOf } from '../units'
import { Alignment } from './alignment'
import { Pattern } from './pattern'
import type { Report, Way } from './way'

/** Places of one piece looked at in one segment; keeps the worst term within bounds. */
const LOOKED_AT = 400_000

interface Piece {
  pattern: Pattern
  alignment: Alignment
}

/**
 * A term with errors: wrong, missing, extra and swapped characters. With k errors in a term cut into k + 1 pieces, one piece
 * stands literally (the pigeonhole filter of Navarro, 2001); the rest is compared from each place where one does.
 */
export class Near implements Way {
  private pieces: Piece[] | null = null

  /** @param namesOnly in names more may be wrong: they are short, and what people half remember. */
  constructor(private readonly term: string, private readonly edits: number, readonly namesOnly = false) {}

  scan(text: Uint16Array, from: number, to: number, report: Report): void {
    const spots: NearSpot[] = []
    for (const { pattern, alignment } of this.cut()) {
      pattern.scan(text, from, to, (start) => {
        const spot = alignment.around(text, start)
        if (spot !== null) spots.push(spot)
      })
    }
    let done = from
    for (const { start, end, distance } of spots.sort((a, b) => a.start - b.start || a.distance - b.distance)) {
      if (start < done) continue
      report(start, end, distance)
      done = end
    }
  }

  search(segment: Segment, report: Report): void {
    const { text, starts, ends } = segment
    for (const { pattern, alignment } of this.cut()) {
      const offsets = pattern.offsets(segment)
      for (let index = 0; index < offsets.length && index < LOOKED_AT; index++) {
        const at = offsets[index]!
        if (this.namesOnly) {
          const slot = slotAt(segment, at)
          if (at >= starts[slot]! + ends[slot * 3 + LABEL]!) continue
        }
        const spot = alignment.around(text, at)
        if (spot !== null) report(spot.start, spot.end, spot.distance)
      }
    }
  }

  private cut(): Piece[] {
    return this.pieces ??= Array.from({ length: this.edits + 1 }, (_, index, size = this.term.length / (this.edits + 1)) => {
      const place = { from: Math.round(index * size), to: Math.round((index + 1) * size) }
      return { pattern: Pattern.literal(unitsOf(this.term.slice(place.from, place.to))), alignment: new Alignment(this.term, this.edits, place) }
    })
  }
}
