import { READINGS, readingsOf } from '../readings'
import { UnitSet, wordUnits } from '../units'
import { GroupedBuilder } from './grouped'
import { pairPostings } from './pair-postings'
import type { Postings } from './postings'
import { PostingsBuilder } from './postings-builder'
import { CHANGED, STRETCH_BITS, type Segment } from './segment'

/** A document to be put into a segment. */
export interface BuildSource {
  id: string
  length: number
  /** Writes its text, from `start` of the segment's text on, and what is known of it. */
  copy(into: Segment, slot: number, start: number): void
}

const PAUSE_EVERY = 16
const KEYS_AT_ONCE = 4096
const NAMES_AT_ONCE = 1024

/** Builds a segment; whoever runs the generator pauses where it yields, so that nothing stands still for long. */
export function* buildSegment(sources: BuildSource[], isIndexed: boolean): Generator<void, Segment> {
  const segment = layDocuments(sources)
  segment.isIndexed = isIndexed
  yield
  yield* fillTexts(segment, sources)
  if (!isIndexed) {
    for (const unit of segment.text) segment.present.add(unit)
    return segment
  }
  segment.pairs = yield* pairPostings(segment.text)
  segment.units = yield* postings(segment, unitsOf)
  segment.nameUnits = yield* postings(segment, nameUnitsOf)
  segment.pairsByReading = yield* groupPairs(segment)
  yield* gatherNames(segment)
  segment.namesByReading = yield* groupNames(segment)
  return segment
}

function layDocuments(sources: BuildSource[]): Segment {
  const count = sources.length
  const starts = new Uint32Array(count + 1)
  for (const [slot, { length }] of sources.entries()) starts[slot + 1] = starts[slot]! + length
  const nothing = { keys: new Uint32Array(0), offsets: new Uint32Array(1), bytes: new Uint8Array(0) }
  const none = { starts: new Uint32Array(1), items: new Uint32Array(0) }
  return {
    isIndexed: false, present: new UnitSet(), ids: sources.map(({ id }) => id), numbers: new Uint32Array(count), alive: new Uint8Array(count).fill(1), living: count,
    text: new Uint16Array(starts[count]!), starts, documentOfStretch: documentsOfStretches(starts),
    changed: new Uint8Array((starts[count]! >> 3) + 1), changes: new Uint8Array(count), ends: new Uint16Array(count * 3),
    pairs: nothing, units: nothing, nameUnits: nothing, pairsByReading: none, names: new Uint16Array(0), nameStarts: new Uint32Array(1), namesByReading: none,
  }
}

function documentsOfStretches(starts: Uint32Array): Uint16Array {
  const documents = new Uint16Array((starts.at(-1)! >> STRETCH_BITS) + 1)
  for (let stretch = 0, slot = 0; stretch < documents.length; stretch++) {
    while (slot + 2 < starts.length && starts[slot + 1]! <= stretch << STRETCH_BITS) slot++
    documents[stretch] = slot
  }
  return documents
}

function* fillTexts(segment: Segment, sources: BuildSource[]): Generator<void> {
  const { starts } = segment
  for (const [slot, source] of sources.entries()) {
    source.copy(segment, slot, starts[slot]!)
    if (slot % PAUSE_EVERY === 0) yield
  }
}

type Visit = (key: number, number: number) => void
type Pass = (segment: Segment, slot: number, visit: Visit) => void

function* postings(segment: Segment, pass: Pass): Generator<void, Postings> {
  const builder = new PostingsBuilder(2 * CHANGED)
  const count: Visit = (key, number) => builder.count(key, number)
  const write: Visit = (key, number) => builder.write(key, number)
  for (let slot = 0; slot < segment.ids.length; slot++) {
    pass(segment, slot, count)
    if (slot % PAUSE_EVERY === 0) yield
  }
  builder.lay()
  for (let slot = 0; slot < segment.ids.length; slot++) {
    pass(segment, slot, write)
    if (slot % PAUSE_EVERY === 0) yield
  }
  return builder.finish()
}

function unitsOf({ text, starts, changed, changes }: Segment, slot: number, visit: Visit): void {
  const end = starts[slot + 1]!
  if (changes[slot] === 0) {
    for (let at = starts[slot]!; at < end; at++) visit(text[at]!, slot)
    return
  }
  for (let at = starts[slot]!; at < end; at++) visit(text[at]! + ((changed[at >> 3]! >> (at & 7)) & 1) * CHANGED, slot)
}

function nameUnitsOf({ text, starts, ends }: Segment, slot: number, visit: Visit): void {
  const start = starts[slot]!
  for (let at = start; at < start + ends[slot * 3 + 2]!; at++) visit(text[at]!, at)
}

function* groupPairs({ pairs: { keys } }: Segment): Generator<void, Segment['pairsByReading']> {
  const builder = new GroupedBuilder(READINGS * READINGS)
  for (const isCounting of [true, false]) {
    for (let place = 0; place < keys.length; place++) {
      for (const first of readingsOf(keys[place]! >>> 16)) {
        for (const second of readingsOf(keys[place]! & 0xffff)) builder.put(first * READINGS + second, place, isCounting)
      }
      if (place % KEYS_AT_ONCE === 0) yield
    }
    if (isCounting) builder.lay()
  }
  return builder.finish()
}

function* gatherNames(segment: Segment): Generator<void> {
  const { text, starts, ends } = segment
  const count = segment.ids.length
  const nameStarts = segment.nameStarts = new Uint32Array(count + 1)
  for (let slot = 0; slot < count; slot++) nameStarts[slot + 1] = nameStarts[slot]! + ends[slot * 3 + 2]!
  segment.names = new Uint16Array(nameStarts[count]!)
  for (let slot = 0; slot < count; slot++) {
    segment.names.set(text.subarray(starts[slot]!, starts[slot]! + ends[slot * 3 + 2]!), nameStarts[slot]!)
    if (slot % NAMES_AT_ONCE === 0) yield
  }
}

function* groupNames({ names, nameStarts }: Segment): Generator<void, Segment['namesByReading']> {
  const builder = new GroupedBuilder(READINGS * READINGS)
  const words = wordUnits()
  for (const isCounting of [true, false]) {
    for (let slot = 0; slot < nameStarts.length - 1; slot++) {
      const end = nameStarts[slot + 1]!
      for (let at = nameStarts[slot]!; at < end; at++) {
        if (!words.has(names[at]!)) continue
        let next = at + 1
        while (next < end && names[next] !== 0 && !words.has(names[next]!)) next++
        for (const first of readingsOf(names[at]!)) {
          for (const second of readingsOf(names[next]!)) builder.put(first * READINGS + second, at, isCounting)
        }
      }
      if (slot % PAUSE_EVERY === 0) yield
    }
    if (isCounting) builder.lay()
  }
  return builder.finish()
}
