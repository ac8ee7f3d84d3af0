import { listAt, placeOfKey } from '../segment/postings'
import type { Segment } from '../segment/segment'
import { haveSameDigits, textOf, unitsOf, wordUnits } from '../units'
import { PUNCTUATION_PASSED } from './alignment'
import type { Report, Way } from './way'

/**
 * A name that has a term of three characters but for one of them that is wrong or missing; the first is right (云南省 is no
 * misspelt 河南省). One too many is a `Gap`.
 */
export class NearName implements Way {
  readonly namesOnly = true
  private readonly units: Uint16Array

  constructor(private readonly term: string) {
    this.units = unitsOf(term)
  }

  scan(text: Uint16Array, from: number, to: number, report: Report): void {
    for (let at = from; at < to; at++) if (text[at] === this.units[0]) this.reportAt(text, at, report)
  }

  search({ text, nameUnits }: Segment, report: Report): void {
    const place = placeOfKey(nameUnits, this.units[0]!)
    if (place >= 0) for (const at of listAt(nameUnits, place)) this.reportAt(text, at, report)
  }

  private reportAt(text: Uint16Array, at: number, report: Report): void {
    const [, second, third] = this.units
    const next = nextOfWord(text, at)
    const after = nextOfWord(text, next)
    const last = text[next] === second || text[next] === third ? next : text[after] === third ? after : -1
    if (last >= 0 && haveSameDigits(textOf(text.subarray(at, last + 1)), this.term)) report(at, last + 1, 1)
  }
}

function nextOfWord(text: Uint16Array, at: number): number {
  const words = wordUnits()
  let next = at + 1
  while (text[next] !== 0 && next <= at + PUNCTUATION_PASSED && !words.has(text[next]!)) next++
  return next
}
