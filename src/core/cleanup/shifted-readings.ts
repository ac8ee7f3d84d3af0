import { charactersAfter, charactersBefore, fold, type WordModel } from '../text'
import { gbkUnmappedPairs, isEverydayCharacter } from './gbk'
import { hanOfBytes, type ShiftedRun } from './shifted-run'

/** Characters on each side that help to rank. */
export const CONTEXT = 6
const DROPPED_PAIR_COST = 3
const FIRST_CHARACTERS_KEPT = 8
const DROPPED_PAIRS_KEPT = 6
const READINGS_KEPT = 4
const WINDOW = 4

export interface Reading {
  text: string
  /** Natural logarithm of its probability with its surroundings, less the cost of a dropped pair. */
  score: number
}

/**
 * What a shifted run may have been, likeliest first. The first character's lead byte is lost and tried through; at any
 * one border between the remaining pairs, one pair that GBK has no character for may have been dropped. For that pair only everyday characters are tried: a rare one
 * would never win, and there are two thousand pairs.
 */
export function readShiftedRun(text: string, run: ShiftedRun, words: WordModel): Reading[] {
  const before = fold(charactersBefore(text, run.start, CONTEXT))
  const after = fold(charactersAfter(text, run.end, CONTEXT))
  const score = (reading: string) => words.score(before + fold(reading) + after)
  const found = new Map<string, number>()
  const add = (reading: string, value: number) => found.set(reading, Math.max(found.get(reading) ?? Number.NEGATIVE_INFINITY, value))

  // Most readings begin alike, and the first character depends on no more than their beginning.
  const firsts = new Map<string, string[]>()
  const addAll = (rest: string, cost: number) => {
    const beginning = fold(rest.slice(0, WINDOW))
    const known = firsts.get(beginning) ?? firstCharacters(before, beginning, words)
    firsts.set(beginning, known)
    for (const first of known) add(first + rest, score(first + rest) - cost)
  }

  const whole = charactersOf(run.bytes.slice(1))
  if (whole !== null) addAll(whole, 0)
  for (let border = 2; border < run.bytes.length; border += 2) {
    for (const rest of withDroppedPair(run.bytes, border, after, words)) addAll(rest, DROPPED_PAIR_COST)
  }
  return [...found]
    .map(([reading, value]) => ({ text: reading, score: value }))
    .sort((a, b) => b.score - a.score)
    .slice(0, READINGS_KEPT)
}

/** The characters of bytes paired one after the other; null where a pair is none. */
function charactersOf(bytes: number[]): string | null {
  let characters = ''
  for (let index = 0; index + 1 < bytes.length; index += 2) {
    const character = hanOfBytes(bytes[index]!, bytes[index + 1]!)
    if (character === undefined) return null
    characters += character
  }
  return characters
}

/** Characters whose trail byte is the one that became punctuation, likeliest between its folded surroundings. */
function firstCharacters(before: string, next: string, words: WordModel): string[] {
  const candidates: Reading[] = []
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    const character = hanOfBytes(lead, 0xa3)
    if (character !== undefined) candidates.push({ text: character, score: words.score(before + fold(character) + next) })
  }
  return best(candidates, FIRST_CHARACTERS_KEPT)
}

/** The characters behind the first one, with the likeliest pairs dropped at byte `border`. */
function withDroppedPair(bytes: number[], border: number, after: string, words: WordModel): string[] {
  const head = charactersOf(bytes.slice(1, border - 1))
  const tail = charactersOf(bytes.slice(border + 1))
  if (head === null || tail === null) return []
  const left = fold(head.slice(-WINDOW))
  const right = fold(tail).slice(0, WINDOW) + (tail.length < WINDOW ? after.slice(0, WINDOW - tail.length) : '')
  const candidates: Reading[] = []
  for (const pair of gbkUnmappedPairs()) {
    const one = hanOfBytes(bytes[border - 1]!, pair >> 8)
    const two = hanOfBytes(pair & 0xff, bytes[border]!)
    if (one === undefined || two === undefined || !isEverydayCharacter(fold(one)) || !isEverydayCharacter(fold(two))) continue
    candidates.push({ text: head + one + two + tail, score: words.score(left + fold(one + two) + right) })
  }
  return best(candidates, DROPPED_PAIRS_KEPT)
}

function best(candidates: Reading[], count: number): string[] {
  return candidates.sort((a, b) => b.score - a.score).slice(0, count).map(({ text }) => text)
}
