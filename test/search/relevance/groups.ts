import { exact } from './exact'
import type { Expectation } from './expectation'
import { folded } from './folded'
import { initials } from './initials'
import { mixed } from './mixed'
import { multiWord } from './multi-word'
import { none } from './none'
import { numerals } from './numerals'
import { pinyin } from './pinyin'
import { syntax } from './syntax'
import { typo } from './typo'

/** Every expectation of the relevance suite, by group. */
export const groups: Record<string, Expectation[]> = {
  exact, folded, pinyin, initials, mixed, typo, 'multi-word': multiWord, syntax, numerals, none,
}
