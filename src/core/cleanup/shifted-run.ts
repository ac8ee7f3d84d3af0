import { isHan } from '../text'
import { gbkCharacter, gbkPair } from './gbk'

/** The lead byte of GBK's full-width punctuation and letters. */
const PUNCTUATION_LEAD = 0xa3
const LONGEST_RUN = 24
/** A pair that is left between the mark and the letter, without which nothing of the characters is known. */
const SHORTEST_RUN = 5
/** Marks that may stand within a sentence. */
export const MARKS: ReadonlySet<string> = new Set('，。、；：“”《》（）！？')

/**
 * Text whose GBK bytes were read from the middle of a character on: the lead byte of the first character became `?`
 * (or U+FFFD), and every character after it pairs the trail byte of one character with the lead byte of the next.
 */
export interface ShiftedRun {
  /** Of the `?`. */
  start: number
  end: number
  /** Bytes behind the lost one, from the first character's trail byte to the last character's. */
  bytes: number[]
}

/**
 * Runs that close: an ASCII letter is the trail byte at which reading fell back into step.
 *
 * The first character must have been (X, A3), as only a following punctuation mark keeps the `?` apart from its run.
 */
export function findShiftedRuns(text: string): ShiftedRun[] {
  const runs: ShiftedRun[] = []
  for (const match of text.matchAll(/[?\ufffd]/gu)) {
    if (runs.at(-1) !== undefined && match.index < runs.at(-1)!.end) continue
    if (match.index === 0 || !isHan(lastCharacter(text, match.index))) continue
    const run = runAt(text, match.index)
    if (run !== null) runs.push(run)
  }
  return runs
}

function runAt(text: string, start: number): ShiftedRun | null {
  const mark = fullWidth(text[start + 1] ?? '')
  const first = gbkPair(mark)
  if (first === undefined || first >> 8 !== PUNCTUATION_LEAD) return null
  const bytes = [PUNCTUATION_LEAD, first & 0xff]
  for (let at = start + 2; at < text.length && bytes.length <= LONGEST_RUN; at++) {
    const unit = text.charCodeAt(at)
    if (unit >= 0x40 && unit <= 0x7e) return bytes.length + 1 < SHORTEST_RUN ? null : { start, end: at + 1, bytes: [...bytes, unit] }
    const pair = gbkPair(fullWidth(text[at]!))
    if (pair === undefined) return null
    bytes.push(pair >> 8, pair & 0xff)
  }
  return null
}

/** The character of two bytes, if it is one that words are written with. */
export function hanOfBytes(lead: number, trail: number): string | undefined {
  const character = gbkCharacter(lead, trail)
  return character !== undefined && (isHan(character) || MARKS.has(character)) ? character : undefined
}

function fullWidth(character: string): string {
  const unit = character.charCodeAt(0)
  return unit >= 0x21 && unit <= 0x7e ? String.fromCharCode(unit + 0xfee0) : character
}

function lastCharacter(text: string, end: number): string {
  return [...text.slice(Math.max(0, end - 2), end)].at(-1) ?? ''
}
