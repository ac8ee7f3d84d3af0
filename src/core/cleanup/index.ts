import type { WordModel } from '../text'
import { findBrokenLines } from './broken-lines'
import { findDamage } from './damage'
import { findLayout } from './layout'
import { findMisread } from './misread'
import { findPages } from './pages'
import { findPinyinResidue } from './pinyin'
import { findProtected, outside } from './protected'
import { findPunctuation } from './punctuation'
import { findRadicals } from './radicals'
import { findRuby } from './ruby'
import type { Spot } from './spot'

export { applyRepairs, repairedRange } from './apply'
export { findEncodingConfusion } from './encoding'
export { loadWordModel } from './word-model'
export { isEverydayCharacter } from './gbk'
export type { Spot } from './spot'

/** Damage is damage anywhere; how a text is set matters only where its characters are words. */
type Rule = (text: string, words: WordModel | null) => Spot[]
const EVERYWHERE: Rule[] = [findDamage, findRuby, findPinyinResidue, findRadicals]
const IN_WORDS: Rule[] = [findPages, findPunctuation, findLayout, findBrokenLines, findMisread]

/**
 * Every damaged spot of a text, in order and without overlaps. Rules look at the text as it is; where two claim the same
 * characters, the one that explains more of the damage has it.
 * @param words null where the host carries no word frequencies: damaged characters are then not found or only flagged.
 * @param isMarkdown the text's marks are Markdown: code, links' targets and the head of the file are left as they are.
 */
export function findSpots(text: string, words: WordModel | null, isMarkdown = false): Spot[] {
  let kept: Spot[] = []
  for (const rule of EVERYWHERE) kept = withMore(kept, rule(text, words))
  const stretches = findProtected(text, isMarkdown)
  for (const rule of IN_WORDS) kept = withMore(kept, outside(rule(text, words), stretches))
  return kept
}

/** Both lists in order, without those of the second that overlap one before them. */
function withMore(kept: readonly Spot[], more: readonly Spot[]): Spot[] {
  const merged: Spot[] = []
  let at = 0
  for (const spot of more) {
    while (at < kept.length && kept[at]!.end <= spot.start) merged.push(kept[at++]!)
    const isFree = (at === kept.length || kept[at]!.start >= spot.end) && (merged.at(-1)?.end ?? 0) <= spot.start
    if (isFree) merged.push(spot)
  }
  for (; at < kept.length; at++) merged.push(kept[at]!)
  return merged
}
