import { charactersAfter, charactersBefore, fold, type WordModel } from '../text'
import { gbkPair, gbkUnmappedPairs, isEverydayCharacter } from './gbk'
import { Lattice } from './lattice'
import { hanOfBytes, MARKS, type ShiftedRun } from './shifted-run'
import type { DocumentWords } from './document-words'

/** Characters on each side that help to rank. */
const CONTEXT = 8
const KEPT = 8
const READINGS_KEPT = 4
/** Of each dropped pair: one more thing that must have happened. Measured on the corpus of damage. */
const DROPPED_PAIR_COST = 0.5
/** Between two dropped pairs only marks and so many of the most frequent characters are tried. */
const FREQUENT = 100

export interface Reading {
  text: string
  /** Natural logarithm of its probability with its surroundings. */
  score: number
}

interface Coded {
  character: string
  pair: number
}

/** Unmapped pairs by their first byte. */
let unmapped: Map<number, Set<number>> | null = null

/**
 * What a shifted run may have been, likeliest first. The first character's lead byte is lost and tried through. Between
 * two pairs that are left, one that GBK has no character for may have been dropped, or two of them with a mark over
 * their border: of a dropped pair only everyday characters are tried, for a rare one would never win.
 */
export function readShiftedRun(text: string, run: ShiftedRun, words: WordModel, document: DocumentWords): Reading[] {
  const before = charactersBefore(text, run.start, CONTEXT)
  const after = charactersAfter(text, run.end, CONTEXT)
  const lattice = new Lattice()
  const frequent = frequentCharacters(words)
  let at = lattice.addText(lattice.node(), before)
  at = addChoices(lattice, at, firstCharacters(), document)
  for (let index = 1; index + 1 < run.bytes.length; index += 2) at = addBorder(lattice, at, run.bytes[index]!, run.bytes[index + 1]!, document, frequent)
  lattice.addText(at, after)
  return lattice.bestPaths(words, KEPT)
    .map(({ text: path, score }) => ({ text: path.slice(before.length, path.length - after.length), score: score + document.bonus(path) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, READINGS_KEPT)
}

/** How likely the run is as it stands, on the same scale. */
export function scoreAsItStands(text: string, run: ShiftedRun, words: WordModel, document: DocumentWords): number {
  const whole = charactersBefore(text, run.start, CONTEXT) + text.slice(run.start, run.end) + charactersAfter(text, run.end, CONTEXT)
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
    lattice.add(from, character, node, DROPPED_PAIR_COST + document.cost(character))
  }
  for (const [lead, node] of behind) {
    const trails = pairs.get(lead)!
    for (const { character, pair } of frequent) {
      if (!trails.has(pair >> 8) || !pairs.has(pair & 0xff)) continue
      if (!behindNext.has(pair & 0xff)) behindNext.set(pair & 0xff, lattice.node())
      lattice.add(node, character, behindNext.get(pair & 0xff)!, DROPPED_PAIR_COST + document.cost(character))
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
