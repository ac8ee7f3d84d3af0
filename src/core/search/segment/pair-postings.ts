import { wordUnits } from '../units'
import type { Postings } from './postings'
import { PostingsWriter } from './postings-writer'

const UNITS = 0x1_0000
/** Units of text between two pauses. */
const STRETCH = 16_384

/**
 * Where each pair of neighbouring units of words stands in a text. Offsets are dealt out by the first unit of their pair,
 * then those of each first unit by the second: what is written at any time lies close together (a radix sort; Knuth, The Art
 * of Computer Programming 3, 5.2.5).
 */
export function* pairPostings(text: Uint16Array): Generator<void, Postings> {
  const starts = yield* startsOf(text)
  const { offsets, seconds } = yield* byFirstUnit(text, starts)
  const writer = new PostingsWriter()
  const counts = new Uint32Array(UNITS)
  let written = 0
  for (let unit = 0; unit < UNITS; unit++) {
    const from = starts[unit]!
    const end = starts[unit + 1]!
    if (from === end) continue
    writeGroup(unit, offsets.subarray(from, end), seconds.subarray(from, end), counts, writer)
    written += end - from
    if (written < STRETCH) continue
    written = 0
    yield
  }
  return yield* writer.finish()
}

/** Where the group of each first unit begins, and where the last one ends. */
function* startsOf(text: Uint16Array): Generator<void, Uint32Array> {
  const starts = new Uint32Array(UNITS + 1)
  const words = wordUnits()
  for (let from = 0; from < text.length; from += STRETCH) {
    const end = Math.min(text.length - 1, from + STRETCH)
    for (let at = from; at < end; at++) if (words.has(text[at]!) && words.has(text[at + 1]!)) starts[text[at]! + 1]!++
    yield
  }
  for (let unit = 0; unit < UNITS; unit++) starts[unit + 1]! += starts[unit]!
  return starts
}

interface Dealt {
  offsets: Uint32Array
  seconds: Uint16Array
}

function* byFirstUnit(text: Uint16Array, starts: Uint32Array): Generator<void, Dealt> {
  const next = starts.slice()
  const offsets = new Uint32Array(starts[UNITS]!)
  const seconds = new Uint16Array(offsets.length)
  const words = wordUnits()
  for (let from = 0; from < text.length; from += STRETCH) {
    const end = Math.min(text.length - 1, from + STRETCH)
    for (let at = from; at < end; at++) {
      const first = text[at]!
      const second = text[at + 1]!
      if (!words.has(first) || !words.has(second)) continue
      const place = next[first]!++
      offsets[place] = at
      seconds[place] = second
    }
    yield
  }
  return { offsets, seconds }
}

/** Writes the lists of one first unit, by the second. @param counts all zero, as it is again afterwards. */
function writeGroup(first: number, offsets: Uint32Array, seconds: Uint16Array, counts: Uint32Array, writer: PostingsWriter): void {
  const distinct: number[] = []
  for (let index = 0; index < seconds.length; index++) if (counts[seconds[index]!]!++ === 0) distinct.push(seconds[index]!)
  distinct.sort((a, b) => a - b)
  let start = 0
  for (const second of distinct) {
    const count = counts[second]!
    counts[second] = start
    start += count
  }
  const dealt = new Uint32Array(offsets.length)
  for (let index = 0; index < offsets.length; index++) dealt[counts[seconds[index]!]!++] = offsets[index]!
  let from = 0
  for (const second of distinct) {
    const end = counts[second]!
    writer.add(first * UNITS + second, dealt, from, end)
    from = end
    counts[second] = 0
  }
}
