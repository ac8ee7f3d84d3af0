import { isHan, syllableId } from '../../text'
import { unitAtom, syllableAtom, type Atom } from './atoms'
import { NamePinyin } from './name-pinyin'
import { Pattern } from './pattern'
import type { Way } from './way'

const SHORTEST = 2
/** Initials of fewer characters stand in so many texts that they say nothing there. */
const INITIALS_IN_TEXT = 4
const LONGEST = 64
const LONGEST_SYLLABLE = 6
const MOST_PATTERNS = 12
const BORDER = /['’]/

/** The letters of a folded term that may be pinyin, or null: "yunnan", "xi'an", "lüshi". */
function lettersOf(folded: string): string | null {
  const letters = folded.replace(/ü/g, 'v').replace(/['’]/g, '')
  return letters.length >= SHORTEST && letters.length <= LONGEST && /^[a-z][a-z0-9]*$/.test(letters) ? letters : null
}

/**
 * The ways in which a folded term may be pinyin: letters as names in any mixture of syllables and initials, and anywhere as
 * syllables (the last may be unfinished); Han characters with letters between them (云南ms) likewise.
 */
export function pinyinWays(folded: string): Way[] {
  const letters = lettersOf(folded)
  // An apostrophe says where a syllable begins: xi'an is no xian.
  if (letters !== null && BORDER.test(folded)) return patternsOf(folded.replace(/ü/g, 'v'))
  if (letters !== null) return [new NamePinyin(letters), ...patternsOf(letters)]
  if (folded.length > LONGEST || !/[a-z]/.test(folded) || !/\p{Script=Han}/u.test(folded)) return []
  return patternsOf(folded)
}

/** Letters as the initials of neighbouring characters anywhere in a text: they stand in so many that they are a last resort. */
export function initialWays(folded: string): Way[] {
  const letters = lettersOf(folded)
  const atoms = letters === null || letters.length < INITIALS_IN_TEXT ? null : initialAtoms(letters)
  return atoms === null ? [] : [new Pattern(atoms)]
}

function initialAtoms(letters: string): Atom[] | null {
  const atoms = [...letters].map((letter) => syllableAtom(letter, false))
  return atoms.every((atom) => atom !== null) ? atoms : null
}

function patternsOf(term: string): Pattern[] {
  const runs = (term.match(/[a-z]+|[^a-z]/gu) ?? []).filter((run) => !BORDER.test(run))
  const hasHan = runs.some((run) => isHan(run))
  let sequences: Atom[][] = [[]]
  for (const [index, run] of runs.entries()) {
    const readings = /^[a-z]/.test(run) ? readingsOf(run, index === runs.length - 1, hasHan) : [Array.from({ length: run.length }, (_, at) => unitAtom(run.charCodeAt(at)))]
    sequences = sequences.flatMap((sequence) => readings.map((reading) => [...sequence, ...reading])).slice(0, MOST_PATTERNS)
  }
  return sequences.filter((atoms) => atoms.length >= 2).map((atoms) => new Pattern(atoms))
}

/** The sequences of syllables, and of initials, that letters may stand for. */
function readingsOf(letters: string, isLast: boolean, hasHan: boolean): Atom[][] {
  const readings = segmentations(letters, isLast).map((syllables) => syllables.map((syllable, index) =>
    syllableAtom(syllable, !(isLast && index === syllables.length - 1))!))
  if (hasHan && !isSingleSyllable(letters)) {
    const initials = initialAtoms(letters)
    if (initials !== null) readings.push(initials)
  }
  // Between Han characters letters may just be letters.
  if (hasHan) readings.push(Array.from({ length: letters.length }, (_, at) => unitAtom(letters.charCodeAt(at))))
  return readings
}

function isSingleSyllable(letters: string): boolean {
  return letters.length > 1 && syllableId(letters) >= 0
}

/** Ways to cut letters into syllables, fewest first; with `isOpen` the last may be the beginning of one. */
function segmentations(letters: string, isOpen: boolean): string[][] {
  const found: string[][] = []
  const dead = new Set<number>()
  const cut = (at: number, syllables: string[]): boolean => {
    if (at === letters.length) {
      found.push(syllables)
      return true
    }
    if (dead.has(at) || found.length >= MOST_PATTERNS) return false
    let isAlive = false
    for (let length = Math.min(LONGEST_SYLLABLE, letters.length - at); length > 0; length--) {
      const piece = letters.slice(at, at + length)
      const isEnd = at + length === letters.length
      if (syllableId(piece) < 0 && !(isEnd && isOpen && syllableAtom(piece, false) !== null)) continue
      if (cut(at + length, [...syllables, piece])) isAlive = true
    }
    if (!isAlive) dead.add(at)
    return isAlive
  }
  cut(0, [])
  return found.sort((a, b) => a.length - b.length).slice(0, MOST_PATTERNS)
}
