import type { SearchDocument } from './engine'
import { layFields, type Layout } from './layout'
import { normalised } from './normalise'
import type { BuildSource } from './segment/build'
import { changeOf, type Segment } from './segment/segment'

const LONGEST_END = 0xffff

/** A document on its way into a segment: its texts are folded right into the segment's, without strings in between. */
export class DocumentSource implements BuildSource {
  readonly length: number
  private readonly layout: Layout

  constructor(readonly id: string, document: SearchDocument) {
    this.layout = layFields(document)
    this.length = this.layout.length
  }

  copy({ text: units, changed, changes, ends }: Segment, slot: number, start: number): void {
    const kinds = changeKinds()
    let found = 0
    for (let rank = 0; rank < 3; rank++) ends[slot * 3 + rank] = Math.min(LONGEST_END, this.layout.ends[rank]!)
    // Borders are there already: a segment's text begins as nothing but these.
    for (const { text, start: offset } of this.layout.fields) {
      const first = start + offset
      for (let index = 0; index < text.length; index++) {
        const unit = text.charCodeAt(index)
        const folded = normalised[unit]!
        units[first + index] = folded
        if (folded === unit) continue
        changed[(first + index) >> 3]! |= 1 << ((first + index) & 7)
        found |= kinds[unit]!
      }
    }
    changes[slot] = found
  }
}

/** A document of a segment on its way into another. */
export class SegmentSource implements BuildSource {
  constructor(private readonly segment: Segment, private readonly slot: number) {}

  get id(): string {
    return this.segment.ids[this.slot]!
  }

  get length(): number {
    return this.segment.starts[this.slot + 1]! - this.segment.starts[this.slot]!
  }

  copy(into: Segment, target: number, start: number): void {
    const { segment, slot } = this
    const from = segment.starts[slot]!
    const to = segment.starts[slot + 1]!
    into.text.set(segment.text.subarray(from, to), start)
    into.changes[target] = segment.changes[slot]!
    for (let rank = 0; rank < 3; rank++) into.ends[target * 3 + rank] = segment.ends[slot * 3 + rank]!
    if (segment.changes[slot] !== 0) copyBits(segment.changed, from, to, into.changed, start)
  }
}

/** Byte by byte: most of them are nothing. */
function copyBits(source: Uint8Array, from: number, to: number, target: Uint8Array, start: number): void {
  const move = start - from
  const shift = move & 7
  const last = (to - 1) >> 3
  for (let byte = from >> 3; byte <= last; byte++) {
    let bits = source[byte]!
    if (byte === from >> 3) bits &= 0xff << (from & 7)
    if (byte === last) bits &= 0xff >> (7 - ((to - 1) & 7))
    if (bits === 0) continue
    const moved = bits << shift
    const place = (byte * 8 + move) >> 3
    if ((moved & 0xff) !== 0) target[place]! |= moved & 0xff
    if (moved > 0xff) target[place + 1]! |= moved >> 8
  }
}

let kindsByUnit: Uint8Array | null = null

/** For each unit that folding changes, the change flag it counts for. */
function changeKinds(): Uint8Array {
  if (kindsByUnit !== null) return kindsByUnit
  kindsByUnit = new Uint8Array(normalised.length)
  for (let unit = 0; unit < normalised.length; unit++) {
    if (normalised[unit] !== unit) kindsByUnit[unit] = changeOf(unit)
  }
  return kindsByUnit
}
