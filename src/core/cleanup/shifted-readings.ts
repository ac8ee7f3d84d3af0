import { charactersAfter, charactersBefore, fold, type WordModel } from '../text'
import { gbkPair, gbkUnmappedPairs, isEverydayCharacter } from './gbk'
import { Lattice } from './lattice'
import { hanOfBytes, MARKS, type ShiftedRun } from './shifted-run'
import type { DocumentWords } from './document-words'

/** Characters on each side that help to rank. */
const CONTEXT = 8
const KEPT = 8
const READINGS_KEPT = 4
/**
 * Of each dropped pair: a model of pairs of words finds every further character less likely than it is, which would
 * favour the readings with the fewest. Measured on the corpus of damage (`bench/import`, part `repairs`).
 */
const DROPPED_PAIR_GAIN = 1.5
/** Between two dropped pairs only marks and so many of the most frequent characters are tried. */
const FREQUENT = 100

export interface Reading {
  text: string
  /** Natural logarithm of how much likelier it is, with its surroundings, than the run as it stands. */
  gain: number
}

export interface RunReadings {
  end: number
  /** Likeliest first. */
  readings: Reading[]
}

interface Coded {
  character: string
  pair: number
}

/** Unmapped pairs by their first byte. */
let unmapped: Map<number, Set<number>> | null = null

/**
 * What a shifted run may have been, likeliest first, and where it ends. The first character's lead byte is lost and tried
 * through. Between two pairs that are left, one that GBK has no character for may have been dropped, or two of them with
 * a mark over their border: of a dropped pair only everyday characters are tried, for a rare one would never win. All
 * ways in which the run may be bytes are scored over the same stretch of text; the likeliest one tells the end.
 */
export function readShiftedRun(text: string, run: ShiftedRun, words: WordModel, document: DocumentWords): RunReadings {
  const before = charactersBefore(text, run.start, CONTEXT)
  const furthest = run.ways.at(-1)!.end
  const standing = scoreAsItStands(text, run, furthest, words, document)
  const byEnd = new Map<number, Map<string, number>>()
  let best = { end: furthest, gain: Number.NEGATIVE_INFINITY }
  for (const { end, bytes } of run.ways) {
    const found = byEnd.get(end) ?? new Map<string, number>()
    byEnd.set(end, found)
    const after = text.slice(end, furthest) + charactersAfter(text, furthest, CONTEXT)
    for (const { text: path, score } of latticeOf(before, bytes, after, words, document).bestPaths(words, KEPT)) {
      const gain = score + document.bonus(path) - standing
      const reading = path.slice(before.length, path.length - after.length)
      found.set(reading, Math.max(gain, found.get(reading) ?? Number.NEGATIVE_INFINITY))
      if (gain > best.gain) best = { end, gain }
    }
  }
  const readings = [...byEnd.get(best.end)!].map(([reading, gain]) => ({ text: reading, gain })).sort((a, b) => b.gain - a.gain)
  return { end: best.end, readings: readings.slice(0, READINGS_KEPT) }
}

function latticeOf(before: string, bytes: readonly number[], after: string, words: WordModel, document: DocumentWords): Lattice {
  const lattice = new Lattice()
  const frequent = frequentCharacters(words)
  let at = lattice.addText(lattice.node(), before)
  at = addChoices(lattice, at, firstCharacters(), document)
  for (let index = 1; index + 1 < bytes.length; index += 2) at = addBorder(lattice, at, bytes[index]!, bytes[index + 1]!, document, frequent)
  lattice.addText(at, after)
  return lattice
}

/** How likely the run is as it stands, on the same scale. */
function scoreAsItStands(text: string, run: ShiftedRun, end: number, words: WordModel, document: DocumentWords): number {
  const whole = charactersBefore(text, run.start, CONTEXT) + text.slice(run.start, end) + charactersAfter(text, end, CONTEXT)
  const lattice = new Lattice()
  lattice.addText(lattice.node(), whole)
  return lattice.bestPaths(words, 1)[0]!.score + document.bonus(whole)
}

function addChoices(lattice: Lattice, from: number, characters: readonly string[], document: DocumentWords): number {
  const to = lattice.node()
  for (const character of characters) lattice.add(from, character, to, document.cost(character))
  return to
}

/** What may lie between the second byte of one pair and the first byte of the next. */
function addBorder(lattice: Lattice, from: number, second: number, first: number, document: DocumentWords, frequent: readonly Coded[]): number {
  const pairs = unmappedPairs()
  // Behind the character that ends in the first byte of a dropped pair, and behind one between that and another.
  const behind = new Map<number, number>()
  const behindNext = new Map<number, number>()
  for (const lead of pairs.keys()) {
    const character = everyday(second, lead)
    if (character === undefined) continue
    const node = lattice.node()
    behind.set(lead, node)
    lattice.add(from, character, node, document.cost(character) - DROPPED_PAIR_GAIN)
  }
  for (const [lead, node] of behind) {
    const trails = pairs.get(lead)!
    for (const { character, pair } of frequent) {
      if (!trails.has(pair >> 8) || !pairs.has(pair & 0xff)) continue
      if (!behindNext.has(pair & 0xff)) behindNext.set(pair & 0xff, lattice.node())
      lattice.add(node, character, behindNext.get(pair & 0xff)!, document.cost(character) - DROPPED_PAIR_GAIN)
    }
  }
  const to = lattice.node()
  const whole = hanOfBytes(second, first)
  if (whole !== undefined) lattice.add(from, whole, to, document.cost(whole))
  for (const [lead, node] of [...behind, ...behindNext]) {
    for (const trail of pairs.get(lead)!) {
      const character = everyday(trail, first)
      if (character !== undefined) lattice.add(node, character, to, document.cost(character))
    }
  }
  return to
}

const frequentOf = new WeakMap<WordModel, Coded[]>()

/** Marks, and the most frequent characters of a model in both scripts. */
function frequentCharacters(words: WordModel): Coded[] {
  let found = frequentOf.get(words)
  if (found === undefined) {
    const ranked: (Coded & { weight: number })[] = []
    for (let unit = 0x4e00; unit <= 0x9fff; unit++) {
      const character = String.fromCharCode(unit)
      const pair = gbkPair(character)
      if (pair !== undefined) ranked.push({ character, pair, weight: words.logFrequency(fold(character)) ?? Number.NEGATIVE_INFINITY })
    }
    found = [...[...MARKS].map((mark) => ({ character: mark, pair: gbkPair(mark)! })), ...ranked.sort((a, b) => b.weight - a.weight).slice(0, FREQUENT)]
    frequentOf.set(words, found)
  }
  return found
}

/**
 * Characters whose trail byte is the one that became punctuation. The full stop has it too, but what cuts characters
 * spares that one: texts full of it have no run that begins with it.
 */
function firstCharacters(): string[] {
  const found: string[] = []
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    const character = hanOfBytes(lead, 0xa3)
    if (character !== undefined && !MARKS.has(character)) found.push(character)
  }
  return found
}

function everyday(lead: number, trail: number): string | undefined {
  const character = hanOfBytes(lead, trail)
  return character !== undefined && (MARKS.has(character) || isEverydayCharacter(fold(character))) ? character : undefined
}

function unmappedPairs(): Map<number, Set<number>> {
  if (unmapped === null) {
    unmapped = new Map()
    for (const pair of gbkUnmappedPairs()) {
      unmapped.set(pair >> 8, (unmapped.get(pair >> 8) ?? new Set()).add(pair & 0xff))
    }
  }
  return unmapped
}
