import type { WordModel } from '../text'
import { DocumentWords } from './document-words'
import { readShiftedRun } from './shifted-readings'
import { findShiftedRuns, type ShiftedRun } from './shifted-run'
import { spotAt, type Spot } from './spot'

/** A reading is offered only where it is likelier than the text as it stands by this much, in natural logarithm. */
const GAIN_NEEDED = 3
/** Ranking a place takes some milliseconds, so that a text full of them (or of something else) cannot hold up the import. */
const RANKED_AT_MOST = 100
/** Measured: even readings far ahead of the next one can be wrong, so none is ever safe. */
const LEAST_CONFIDENCE = 0.5
const MOST_CONFIDENCE = 0.9
const CONFIDENCE_PER_MARGIN = 0.1

/**
 * Places where a program cut GBK bytes in the middle of characters, with what they may have been. The spot begins at the
 * character before the damage, so that it reads as a phrase. A lost character (U+FFFD) without a reading is flagged:
 * `after` equals `before`; so is every place beyond those that are ranked.
 */
export function findDamage(text: string, words: WordModel | null): Spot[] {
  const runs = words === null ? [] : findShiftedRuns(text)
  const document = runs.length === 0 ? null : new DocumentWords(text)
  const read: Spot[] = []
  let ranked = 0
  for (const run of runs) {
    if (run.start < (read.at(-1)?.end ?? 0)) continue
    const spot = ranked++ < RANKED_AT_MOST ? spotOf(text, run, words!, document!) : flagged(text, run)
    if (spot !== null) read.push(spot)
  }
  return [...read, ...lostCharacters(text, read)].sort((a, b) => a.start - b.start)
}

/** Both lists in order, so that a text full of either is gone through once. */
function lostCharacters(text: string, read: readonly Spot[]): Spot[] {
  const spots: Spot[] = []
  let at = 0
  for (const match of text.matchAll(/\ufffd+/gu)) {
    const end = match.index + match[0].length
    while (at < read.length && read[at]!.end <= match.index) at++
    if (at === read.length || read[at]!.start >= end) spots.push(spotAt(text, 'damage', match.index, end, match[0], 0))
  }
  return spots
}

function spotOf(text: string, run: ShiftedRun, words: WordModel, document: DocumentWords): Spot | null {
  const { end, readings } = readShiftedRun(text, run, words, document)
  const [first, second] = readings
  if (first === undefined || first.gain < GAIN_NEEDED) return null
  const anchor = anchorOf(text, run)
  const character = text.slice(anchor, run.start)
  const margin = second === undefined ? Number.POSITIVE_INFINITY : first.gain - second.gain
  return {
    ...spotAt(text, 'damage', anchor, end, character + first.text, Math.min(MOST_CONFIDENCE, LEAST_CONFIDENCE + CONFIDENCE_PER_MARGIN * margin)),
    alternatives: readings.slice(1).map((reading) => character + reading.text),
  }
}

function flagged(text: string, run: ShiftedRun): Spot {
  const anchor = anchorOf(text, run)
  const { end } = run.ways[0]!
  return spotAt(text, 'damage', anchor, end, text.slice(anchor, end), 0)
}

/** Where the character before the damage begins. */
function anchorOf(text: string, run: ShiftedRun): number {
  return text.codePointAt(run.start - 2)! > 0xffff ? run.start - 2 : run.start - 1
}
