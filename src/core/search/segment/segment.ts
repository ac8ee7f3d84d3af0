import { isHan } from '../../text'
import type { UnitSet } from '../units'
import type { Postings } from './postings'

/** So many bits of an offset say nothing of the stretch of text it is in. */
export const STRETCH_BITS = 6

/** More cases than this make a further segment, so that no single build takes long. */
export const SEGMENT_SIZE = 16_384

/** Added to the key of a unit that folding has changed. */
export const CHANGED = 0x1_0000

/** Changes that folding made in a document's text. */
export const HAN_CHANGED = 1
export const OTHER_CHANGED = 2

/** Which of them a unit counts for. */
export function changeOf(unit: number): number {
  return unit >= 0x2e80 && isHan(String.fromCharCode(unit)) ? HAN_CHANGED : OTHER_CHANGED
}

/**
 * The index of some thousands of documents. It is never changed; a document that is edited leaves it (`alive`) and is
 * indexed anew elsewhere.
 */
export interface Segment {
  /** Without an index its documents are read through. */
  isIndexed: boolean
  /** The units that occur in a segment without an index. */
  present: UnitSet
  ids: string[]
  /** The number that each document has in the corpus. */
  numbers: Uint32Array
  alive: Uint8Array
  /** How many are alive. */
  living: number
  /** The folded texts, one behind the other, and where each begins and the last ends. */
  text: Uint16Array
  starts: Uint32Array
  /** The document in which each stretch of the text begins. */
  documentOfStretch: Uint16Array
  /** A bit for each unit of the text that folding has changed, and what was changed in each document. */
  changed: Uint8Array
  changes: Uint8Array
  /** Three for each document: where names, organisation and labels end in its text. */
  ends: Uint16Array
  /** Offsets in `text` by pairs of neighbouring units of words. */
  pairs: Postings
  /** Documents by single units; those that folding has made are keys of their own (`CHANGED`). */
  units: Postings
  /** Offsets in `text` of single units of names, organisation and labels. */
  nameUnits: Postings
  /** Places of `pairs.keys` by the readings of both units: `READINGS` groups for each reading of the first. */
  pairsByReading: Grouped
  /** Names, organisation and labels once more, close together for who looks at those of many documents, and where each document's begin. */
  names: Uint16Array
  nameStarts: Uint32Array
  /** Offsets in `names`, likewise by the readings of that unit and the next of a word. */
  namesByReading: Grouped
}

/** The document that holds an offset of the text. */
export function slotAt({ starts, documentOfStretch }: Segment, offset: number): number {
  let slot = documentOfStretch[offset >> STRETCH_BITS]!
  while (starts[slot + 1]! <= offset) slot++
  return slot
}

/** Numbers in groups: those of group g are `items[starts[g]] … items[starts[g + 1] - 1]`. */
export interface Grouped {
  starts: Uint32Array
  items: Uint32Array
}
