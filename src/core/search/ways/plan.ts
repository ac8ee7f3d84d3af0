import { isHan } from '../../text'
import { numeralForms } from '../numerals'
import type { TextCondition } from '../query'
import { isDigit, unitsOf } from '../units'
import { soundAtom } from './atoms'
import { Gap } from './gap'
import { NearName } from './near-name'
import { Near } from './near'
import { Pattern } from './pattern'
import { initialWays, pinyinWays } from './pinyin'
import type { Way } from './way'

/** The closest first. */
export type StageKind = 'literal' | 'otherwise' | 'pinyin' | 'fuzzy'

export interface Stage {
  /** `literal` is as typed or folded, `otherwise` another way to write the same. */
  kind: StageKind
  ways: Way[]
}

/** Longer terms are not looked for with errors. */
const LONGEST = 128
const LONGEST_BY_SOUND = 8
const LONGEST_SWAPPED = 16

/** The stages that are always tried. */
export function plainStages({ folded, negated, isPhrase }: TextCondition, isGuessed: boolean): Stage[] {
  const literal: Stage = { kind: 'literal', ways: [Pattern.literal(unitsOf(folded))] }
  if (negated || isPhrase || !isGuessed) return [literal]
  const others = numeralForms(folded).map((form) => Pattern.literal(unitsOf(form)))
  const byPinyin = pinyinWays(folded)
  return [
    literal,
    ...(others.length > 0 ? [{ kind: 'otherwise' as const, ways: others }] : []),
    ...(byPinyin.length > 0 ? [{ kind: 'pinyin' as const, ways: byPinyin }] : []),
  ]
}

/**
 * What is tried, one after the other, where a term stands nowhere: letters as initials; characters of the same sound or swapped; then errors, as
 * many as the term's length allows. A short term (云南) is never matched by another word (河南) of different sound.
 */
export function lastStages({ folded, negated, isPhrase }: TextCondition): Stage[] {
  if (negated || isPhrase || folded.length < 2 || folded.length > LONGEST || /^[\d\s.,:%~-]*$/.test(folded)) return []
  const units = unitsOf(folded)
  const characters = [...folded]
  const hanOnly = characters.every(isHan)
  const alike: Way[] = hanOnly && folded.length <= LONGEST_BY_SOUND ? [new Pattern(Array.from(units, soundAtom), units)] : []
  if (folded.length <= LONGEST_SWAPPED && (hanOnly || folded.length > 3)) alike.push(...swapped(units))
  const [fewest = [], ...more] = withErrors(folded, units, characters.some(isHan))
  const stages = folded.length >= 4 ? [[...alike, ...fewest], ...more] : [alike, fewest]
  const initials: Stage = { kind: 'pinyin', ways: initialWays(folded) }
  return [initials, ...stages.map((ways): Stage => ({ kind: 'fuzzy', ways }))].filter(({ ways }) => ways.length > 0)
}

/** The fewest errors first, and more only where there is nothing with fewer. */
function withErrors(folded: string, units: Uint16Array, hasHan: boolean): Way[][] {
  const { length } = folded
  if (length === 2) return hasHan ? [[new Gap(units, true)]] : []
  if (length === 3) return hasHan ? [[new Gap(units, false), new NearName(folded)]] : []
  const edits = hasHan ? (length < 6 ? 1 : length < 16 ? 2 : 3) : length < 5 ? 0 : length < 10 ? 1 : 2
  const stages = Array.from({ length: edits }, (_, index): Way[] => [new Near(folded, index + 1)])
  const inNames = Math.min(4, Math.floor(length / 3))
  if (hasHan && inNames > edits) stages[1]!.push(new Near(folded, inNames, true))
  return stages
}

function swapped(units: Uint16Array): Way[] {
  const ways: Way[] = []
  for (let at = 0; at + 1 < units.length; at++) {
    if (units[at] === units[at + 1] || isDigit(units[at]!) || isDigit(units[at + 1]!)) continue
    const other = units.slice()
    other[at] = units[at + 1]!
    other[at + 1] = units[at]!
    ways.push(Pattern.literal(other, 1))
  }
  return ways
}
