import { syllableCount, syllableName, syllablesOfUnit, unitsOfSyllable } from '../../text'
import { OTHER, READINGS, syllablesFrom } from '../readings'
import { wordUnits } from '../units'

/** Letters after these are not looked at here. */
const MOST = 31
const CHARACTERS_TRIED = 3
const TWO_LETTERS = /^[zcs]h/

/**
 * Tells of most places of a text at once that letters cannot begin there as pinyin: of the first characters it follows all
 * the numbers of letters that they may have used up as the bits of one number (Baeza-Yates and Gonnet, 1992).
 */
export class LetterSteps {
  /** The groups of `Segment.namesByReading` in which a find may begin, each from one up to but without another. */
  readonly groups: readonly [from: number, end: number][]
  private readonly letters: string
  /** By unit: the numbers of letters used with which it can come next. */
  private readonly from = new Uint32Array(0x1_0000)
  /** By syllable, and letters used before it: the letters that may be used after it. */
  private readonly next = new Uint32Array(syllableCount * (MOST + 1))

  constructor(letters: string) {
    this.letters = letters.slice(0, MOST)
    for (const letter of new Set(this.letters)) {
      const { first, end } = syllablesFrom(letter.charCodeAt(0))
      for (let id = first; id < end; id++) this.addSteps(id, syllableName(id))
    }
    for (let used = 0; used < this.letters.length; used++) this.from[this.letters.charCodeAt(used)]! |= 1 << used
    this.groups = this.groupsOf()
  }

  /** False where they do not; true where they may. */
  mayBegin(text: Uint16Array, at: number): boolean {
    const words = wordUnits()
    const done = 1 << this.letters.length
    let used = 1
    for (let tried = 0; tried < CHARACTERS_TRIED; at++) {
      const unit = text[at]!
      if (unit !== 0 && !words.has(unit) && tried > 0) continue
      used &= this.from[unit]!
      if (used === 0) return false
      used = this.after(unit, used)
      if ((used & done) !== 0) return true
      tried++
    }
    return true
  }

  /** The groups of names whose first two characters the letters may be, each from one up to but without another. */
  private groupsOf(): [from: number, end: number][] {
    const { first, end } = syllablesFrom(this.letters.charCodeAt(0))
    const groups = this.groupsAfter(OTHER, 1 << 1)
    for (let id = first; id < end; id++) groups.push(...this.groupsAfter(id, this.next[id * (MOST + 1)]!))
    return groups
  }

  private groupsAfter(first: number, used: number): [from: number, end: number][] {
    const group = first * READINGS
    if ((used & (1 << this.letters.length)) !== 0) return [[group, group + READINGS]]
    const letters = new Set<number>()
    for (let rest = used; rest !== 0; rest &= rest - 1) letters.add(this.letters.charCodeAt(31 - Math.clz32(rest & -rest)))
    return [
      ...[...letters].map((letter): [number, number] => [group + syllablesFrom(letter).first, group + syllablesFrom(letter).end]),
      [group + OTHER, group + OTHER + 1],
    ]
  }

  private after(unit: number, used: number): number {
    const ids = syllablesOfUnit(unit)
    if (ids.length === 0) return used << 1
    let after = 0
    for (const id of ids) {
      for (let rest = used; rest !== 0; rest &= rest - 1) after |= this.next[id * (MOST + 1) + 31 - Math.clz32(rest & -rest)]!
    }
    return after
  }

  private addSteps(id: number, syllable: string): void {
    const { letters } = this
    const isTwo = TWO_LETTERS.test(syllable)
    let froms = 0
    for (let used = letters.indexOf(syllable[0]!); used >= 0; used = letters.indexOf(syllable[0]!, used + 1)) {
      let after = 1 << (used + 1)
      if (isTwo && letters[used + 1] === 'h') after |= 1 << (used + 2)
      if (letters.startsWith(syllable, used)) after |= 1 << (used + syllable.length)
      if (syllable.startsWith(letters.slice(used))) after |= 1 << letters.length
      froms |= 1 << used
      this.next[id * (MOST + 1) + used] = after
    }
    for (const unit of unitsOfSyllable(id)) this.from[unit]! |= froms
  }
}
