import { isHan } from '../text'
import { gbkCharacter, gbkPairs } from './gbk'

/** The lead byte of GBK's full-width punctuation and letters. */
const PUNCTUATION_LEAD = 0xa3
const LONGEST_RUN = 24
/** A pair that is left between the mark and the letter, without which nothing of the characters is known. */
const SHORTEST_RUN = 5
/** A byte that is no lead byte stands alone, and reading is in step again behind it; decoders show this one so. */
const LONE_BYTE = 0x80
const LONE_SHOWN = '€'
/** A letter may be the byte that closes a run, or one of the run's pairs; so many ways are looked at. */
const MOST_WAYS = 8
/** Marks that may stand within a sentence. */
export const MARKS: ReadonlySet<string> = new Set('，。、；：“”《》（）！？')

/** One way in which a run may be read as bytes. */
export interface RunBytes {
  end: number
  /** Bytes behind the lost one, from the first character's trail byte to the last character's. */
  bytes: number[]
}

/**
 * Text whose GBK bytes were read from the middle of a character on: the lead byte of the first character became `?`
 * (or U+FFFD), and every character after it pairs the trail byte of one character with the lead byte of the next.
 */
export interface ShiftedRun {
  /** Of the `?`. */
  start: number
  /** In order of their ends; never none. */
  ways: RunBytes[]
}

/**
 * Runs that close: an ASCII letter is the trail byte at which reading fell back into step. Runs may begin within one
 * before them.
 *
 * The first character must have been (X, A3), as only a following punctuation mark keeps the `?` apart from its run.
 */
export function findShiftedRuns(text: string): ShiftedRun[] {
  const runs: ShiftedRun[] = []
  for (const match of text.matchAll(/[?\ufffd]/gu)) {
    if (match.index === 0 || !isHan(lastCharacter(text, match.index))) continue
    const ways = waysFrom(text, match.index)
    if (ways.length > 0) runs.push({ start: match.index, ways })
  }
  return runs
}

function waysFrom(text: string, start: number): RunBytes[] {
  const ways: RunBytes[] = []
  let open: number[][] = (pairsOf(text[start + 1] ?? '')).filter((pair) => pair >> 8 === PUNCTUATION_LEAD).map((pair) => [PUNCTUATION_LEAD, pair & 0xff])
  for (let at = start + 2; at < text.length && open.length > 0 && ways.length < MOST_WAYS; at++) {
    const closing = closingByte(text[at]!)
    if (closing !== undefined) ways.push(...open.filter(({ length }) => length + 1 >= SHORTEST_RUN).map((bytes) => ({ end: at + 1, bytes: [...bytes, closing] })))
    open = open.flatMap((bytes) => pairsOf(text[at]!).map((pair) => [...bytes, pair >> 8, pair & 0xff])).filter(({ length }) => length <= LONGEST_RUN).slice(0, MOST_WAYS)
  }
  return ways.slice(0, MOST_WAYS)
}

function closingByte(character: string): number | undefined {
  const unit = character.charCodeAt(0)
  if (unit >= 0x40 && unit <= 0x7e) return unit
  return character === LONE_SHOWN ? LONE_BYTE : undefined
}

/** The pairs that a character may have been read from; marks and letters may have been made half-width since. */
function pairsOf(character: string): readonly number[] {
  const unit = character.charCodeAt(0)
  return gbkPairs(unit >= 0x21 && unit <= 0x7e ? String.fromCharCode(unit + 0xfee0) : character)
}

/** The character of two bytes, if it is one that words are written with. */
export function hanOfBytes(lead: number, trail: number): string | undefined {
  const character = gbkCharacter(lead, trail)
  return character !== undefined && (isHan(character) || MARKS.has(character)) ? character : undefined
}

function lastCharacter(text: string, end: number): string {
  return [...text.slice(Math.max(0, end - 2), end)].at(-1) ?? ''
}
