import { syllableName, syllablesOfUnit } from '../../text'
import { lastStart } from '../places'
import type { Segment } from '../segment/segment'
import { wordUnits } from '../units'
import { LetterSteps } from './letter-steps'
import type { Report, Way } from './way'

const TWO_LETTERS = /^[zcs]h/

/**
 * Letters as the pinyin of names: of each character its whole syllable or its initial, in any mixture (yunnan moshi, ynms,
 * yunnms); the last syllable may be unfinished. Letters and digits stand for themselves, punctuation is passed over.
 */
export class NamePinyin implements Way {
  readonly namesOnly = true
  private readonly beginning: LetterSteps

  constructor(private readonly letters: string) {
    this.beginning = new LetterSteps(letters)
  }

  scan(text: Uint16Array, from: number, to: number, report: Report): void {
    const words = wordUnits()
    for (let at = from; at < to; at++) {
      if (!words.has(text[at]!) || !this.beginning.mayBegin(text, at)) continue
      const end = this.endAt(text, at, to, 0)
      if (end >= 0) report(at, end, 0)
    }
  }

  search({ namesByReading: { starts: groupStarts, items }, names, nameStarts, starts }: Segment, report: Report): void {
    const { beginning } = this
    const last = nameStarts.length - 2
    for (const [from, end] of beginning.groups) {
      for (let index = groupStarts[from]!; index < groupStarts[end]!; index++) {
        const at = items[index]!
        if (!beginning.mayBegin(names, at)) continue
        const to = this.endAt(names, at, names.length, 0)
        if (to < 0) continue
        const slot = lastStart(nameStarts, at, 0, last)
        const moved = starts[slot]! - nameStarts[slot]!
        report(at + moved, to + moved, 0)
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
