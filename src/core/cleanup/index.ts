import type { WordModel } from '../text'
import { findDamage } from './damage'
import { findLayout } from './layout'
import { findPinyinResidue } from './pinyin'
import { findRadicals } from './radicals'
import type { Spot } from './spot'

export { applyRepairs, repairedRange } from './apply'
export { findEncodingConfusion } from './encoding'
export { loadWordModel } from './word-model'
export { isEverydayCharacter } from './gbk'
export type { Spot } from './spot'

/**
 * Every damaged spot of a text, in order and without overlaps. Rules look at the text as it is; where two claim the same
 * characters, the one that explains more of the damage has it.
 * @param words null where the host carries no word frequencies: damaged characters are then not found or only flagged.
 */
export function findSpots(text: string, words: WordModel | null): Spot[] {
  const kept: Spot[] = []
  for (const spots of [findDamage(text, words), findPinyinResidue(text), findRadicals(text), findLayout(text)]) {
    const before = kept.toSorted((a, b) => a.start - b.start)
    let at = 0
    for (const spot of spots) {
      while (at < before.length && before[at]!.end <= spot.start) at++
      if (at === before.length || before[at]!.start >= spot.end) kept.push(spot)
    }
  }
  return kept.sort((a, b) => a.start - b.start)
}
