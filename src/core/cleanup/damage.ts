import { charactersAfter, charactersBefore, fold, type WordModel } from '../text'
import { CONTEXT, readShiftedRun } from './shifted-readings'
import { findShiftedRuns, type ShiftedRun } from './shifted-run'
import { spotAt, type Spot } from './spot'

/** A reading is offered only where it is likelier than the text as it stands by this much, in natural logarithm. */
const GAIN_NEEDED = 6
/** What a mark or Latin letter costs, about as much as an everyday character. */
const OTHER_CHARACTER_COST = 7
/** Ranking a place takes some 100 ms, so that a text full of them (or of something else) cannot hold up the import. */
const RANKED_AT_MOST = 60
/** Measured: even readings far ahead of the next one can be wrong, so none is ever safe. */
const LEAST_CONFIDENCE = 0.5
const MOST_CONFIDENCE = 0.9
const CONFIDENCE_PER_MARGIN = 0.1

/**
 * Places where a program cut GBK bytes in the middle of characters, with what they may have been. The spot begins at the
 * character before the damage, so that it reads as a phrase. A lost character (U+FFFD) without a reading is flagged:
 * `after` equals `before`. Without a word model every place is only flagged.
 */
export function findDamage(text: string, words: WordModel | null): Spot[] {
  const spots: Spot[] = []
  if (words !== null) {
    for (const run of findShiftedRuns(text).slice(0, RANKED_AT_MOST)) {
      const spot = spotOf(text, run, words)
      if (spot !== null) spots.push(spot)
    }
  }
  for (const match of text.matchAll(/\ufffd+/gu)) {
    const end = match.index + match[0].length
    if (!spots.some((spot) => match.index < spot.end && end > spot.start)) spots.push(spotAt(text, 'damage', match.index, end, match[0], 0))
  }
  return spots.sort((a, b) => a.start - b.start)
}

function spotOf(text: string, run: ShiftedRun, words: WordModel): Spot | null {
  const readings = readShiftedRun(text, run, words)
  const [first, second] = readings
  if (first === undefined || first.score - scoreAsItStands(text, run, words) < GAIN_NEEDED) return null
  const anchor = text.codePointAt(run.start - 2)! > 0xffff ? run.start - 2 : run.start - 1
  const character = text.slice(anchor, run.start)
  const margin = second === undefined ? Number.POSITIVE_INFINITY : first.score - second.score
  return {
    ...spotAt(text, 'damage', anchor, run.end, character + first.text, Math.min(MOST_CONFIDENCE, LEAST_CONFIDENCE + CONFIDENCE_PER_MARGIN * margin)),
    alternatives: readings.slice(1).map((reading) => character + reading.text),
  }
}

function scoreAsItStands(text: string, run: ShiftedRun, words: WordModel): number {
  const inside = fold(text.slice(run.start, run.end))
  const han = inside.replace(/[^\p{Script=Han}]/gu, '')
  const surroundings = [fold(charactersBefore(text, run.start, CONTEXT)), fold(charactersAfter(text, run.end, CONTEXT))]
  return words.score(surroundings.join(han)) - OTHER_CHARACTER_COST * (inside.length - han.length)
}
