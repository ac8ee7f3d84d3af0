import type { TagCount, TagReason, TagSuggestion, Theme } from '#api'
import lexicon from '#resources/lexicon.json'
import { fold } from '../text'
import { namedPracticesIn } from './facts'
import { frequentTerms } from './ngrams'

export interface TagSources {
  /** The library's tags. */
  tags: Iterable<Pick<TagCount, 'tag'>>
  /** The user's dictionary. */
  words: Iterable<string>
  themes: readonly Pick<Theme, 'name' | 'lexicon'>[]
}

const SHOWN = 12
const LONGEST = 14
/** What a person chose before counts most, what the text quotes next, what it merely repeats least. */
const WEIGHTS: Record<TagReason, number> = { dictionary: 6, library: 5, quoted: 4, lexicon: 1, frequent: 0 }
/** A term of a lexicon that the text says once is no subject of it. */
const FEWEST_OF_LEXICON = 2
/** Of either kind at most so many, so that neither fills the list. */
const MOST_OF_REASON: Partial<Record<TagReason, number>> = { lexicon: 5, frequent: 4 }
/** Characters of a name that is no use as a tag: a sentence or a list. */
const NOT_A_NAME = /[、,。;:!?\s]/u

interface Found extends TagSuggestion {
  folded: string
}

/**
 * Tags that texts may be given, the best first, without those they have: the library's own tags and the user's words that
 * stand in them, terms they quote, terms of the lexicons and what they say often. Compared folded, so either script finds
 * the other; new tags are written as the text has them.
 */
export function tagSuggestions(texts: readonly string[], owned: readonly string[], { tags, words, themes }: TagSources): TagSuggestion[] {
  const text = texts.join('\n')
  const folded = fold(text)
  const found = new Map<string, Found>()
  const add = (tag: string, reason: TagReason, count: number): void => {
    const key = fold(tag)
    if (count > 0 && !found.has(key)) found.set(key, { tag, reason, count, folded: key })
  }
  const asWritten = (term: string): string => {
    const at = folded.indexOf(term)
    return text.slice(at, at + term.length)
  }
  for (const word of words) add(word, 'dictionary', countOf(folded, fold(word)))
  for (const { tag } of tags) add(tag, 'library', countOf(folded, fold(leafOf(tag))))
  for (const name of new Set(texts.flatMap(namedPracticesIn))) {
    if (name.length <= LONGEST && !NOT_A_NAME.test(fold(name))) add(name, 'quoted', countOf(folded, fold(name)))
  }
  const terms = new Set([...themes.flatMap((theme) => theme.lexicon), ...lexicon.groups.flatMap((group) => group.terms)].map(fold))
  for (const term of terms) {
    const count = term.length < 2 ? 0 : countOf(folded, term)
    if (count >= FEWEST_OF_LEXICON) add(asWritten(term), 'lexicon', count)
  }
  for (const { term, count } of frequentTerms(folded)) add(asWritten(term), 'frequent', count)
  const has = new Set(owned.map((tag) => fold(tag)))
  return chosen([...found.values()].filter(({ folded: key }) => !has.has(key)))
}

function chosen(found: Found[]): TagSuggestion[] {
  const weigh = ({ reason, count, folded: { length } }: Found): number => WEIGHTS[reason] + Math.log2(count) + Math.min(length, 6) / 6
  const taken = new Map<TagReason, number>()
  const kept: Found[] = []
  for (const each of found.sort((a, b) => weigh(b) - weigh(a) || (a.folded < b.folded ? -1 : 1))) {
    const number = taken.get(each.reason) ?? 0
    if (kept.length === SHOWN || number >= (MOST_OF_REASON[each.reason] ?? SHOWN)) continue
    // Part of a better one, or a better one with words added, says nothing more.
    if (WEIGHTS[each.reason] <= WEIGHTS.lexicon && kept.some(({ folded }) => folded.includes(each.folded) || each.folded.includes(folded))) continue
    taken.set(each.reason, number + 1)
    kept.push(each)
  }
  return kept.map(({ tag, reason, count }) => ({ tag, reason, count }))
}

/** 荣誉/国家级 stands in a text as 国家级. */
function leafOf(tag: string): string {
  return tag.slice(tag.lastIndexOf('/') + 1).trim()
}

function countOf(folded: string, term: string): number {
  if (term.trim().length < 2) return 0
  let count = 0
  for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + term.length)) count++
  return count
}
