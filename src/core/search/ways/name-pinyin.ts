import { syllableId, syllableName, syllablesOfUnit } from '../../text'
import { INITIALS, type Segment } from '../segment/segment'
import { lastStart } from '../places'
import { wordUnits } from '../units'
import { syllableAtom } from './atoms'
import type { Report, Way } from './way'

const LONGEST_SYLLABLE = 6
const TWO_LETTERS = /^[zcs]h/

/**
 * Letters as the pinyin of names: of each character its whole syllable or its initial, in any mixture (yunnan moshi, ynms,
 * yunnms); the last syllable may be unfinished. Letters and digits stand for themselves, punctuation is passed over.
 */
export class NamePinyin implements Way {
  readonly namesOnly = true
  private readonly firsts: Set<number>

  constructor(private readonly letters: string) {
    this.firsts = groupsOf(letters)
  }

  scan(text: Uint16Array, from: number, to: number, report: (start: number, end: number, distance: number) => void): void {
    const words = wordUnits()
    for (let at = from; at < to; at++) {
      if (!words.has(text[at]!)) continue
      const end = this.endAt(text, at, to, 0)
      if (end >= 0) report(at, end, 0)
    }
  }

  search({ namesByInitials: { starts: groupStarts, items }, text, starts, ends }: Segment, report: Report): void {
    for (const group of this.firsts) {
      let slot = 0
      for (let index = groupStarts[group]!; index < groupStarts[group + 1]!; index++) {
        const at = items[index]!
        const end = this.endAt(text, at, text.length, 0)
        if (end < 0) continue
        slot = slotAt(starts, at, slot)
        if (end <= starts[slot]! + ends[slot * 3 + 2]!) report(slot, at, end, 0)
      }
    }
  }

  /** Where a find that begins here, with so many letters used, ends; -1 for none. A border ends a name. */
  private endAt(text: Uint16Array, at: number, to: number, used: number): number {
    if (used === this.letters.length) return at
    if (at >= to) return -1
    const unit = text[at]!
    if (unit === 0) return -1
    const ids = syllablesOfUnit(unit)
    if (ids.length === 0) {
      if (unit === this.letters.charCodeAt(used)) return this.endAt(text, at + 1, to, used + 1)
      return used > 0 && !wordUnits().has(unit) ? this.endAt(text, at + 1, to, used) : -1
    }
    for (const id of ids) {
      const end = this.endOfSyllable(text, at, to, used, syllableName(id))
      if (end >= 0) return end
    }
    return -1
  }

  private endOfSyllable(text: Uint16Array, at: number, to: number, used: number, syllable: string): number {
    const { letters } = this
    if (letters.charCodeAt(used) !== syllable.charCodeAt(0)) return -1
    if (used > 0 && syllable.startsWith(letters.slice(used))) return at + 1
    if (letters.startsWith(syllable, used)) {
      const end = this.endAt(text, at + 1, to, used + syllable.length)
      if (end >= 0) return end
    }
    if (TWO_LETTERS.test(syllable) && letters.startsWith(syllable.slice(0, 2), used)) {
      const end = this.endAt(text, at + 1, to, used + 2)
      if (end >= 0) return end
    }
    return this.endAt(text, at + 1, to, used + 1)
  }
}

/** Groups of a name's first two initials that the letters may begin with: the second begins where the first may end. */
function groupsOf(letters: string): Set<number> {
  const groups = new Set<number>()
  const first = letters.charCodeAt(0) - 0x61
  for (let at = 1; at <= Math.min(LONGEST_SYLLABLE, letters.length - 1); at++) {
    const start = letters.slice(0, at)
    if (at > 1 && syllableId(start) < 0 && !(at === 2 && TWO_LETTERS.test(letters))) continue
    const second = letters.charCodeAt(at) - 0x61
    groups.add(first * INITIALS + (second >= 0 && second < 26 ? second : 26))
  }
  // A single syllable, whatever comes after it.
  if (letters.length <= LONGEST_SYLLABLE && syllableAtom(letters, false) !== null) {
    for (let second = 0; second < INITIALS; second++) groups.add(first * INITIALS + second)
  }
  return groups
}

/** The document that holds an offset of the text; `from` is one that begins before it. */
function slotAt(starts: Uint32Array, offset: number, from: number): number {
  if (starts[from + 1]! > offset) return from
  return lastStart(starts, offset, from, starts.length - 2)
}
