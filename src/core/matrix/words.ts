import lexicon from '#resources/lexicon.json'
import { fold } from '../text'

/** The domain's terms, folded. */
const domainTerms: ReadonlySet<string> = new Set(lexicon.groups.flatMap(({ terms }) => terms).map(fold))

/** Common words, which are no find in themselves but tell where a word begins and ends. */
export const commonWords: ReadonlySet<string> = new Set(lexicon.words.map(fold))
/** Nouns that are verbs at the head of a string: 组织党员 is no term. */
const VERBS = new Set(['组织'])

const longestWord = Math.max(...[...domainTerms, ...commonWords].map((word) => word.length))

/** Marks for each offset of a text how many known words run across it: 0 is a sensible place to cut. */
export function cutsThroughWords(folded: string): Uint8Array {
  const crossed = new Uint8Array(folded.length + 1)
  let coveredTo = 0
  for (let at = 0; at < folded.length; at++) {
    const length = longestWordAt(folded, at)
    if (length < 2 || at + length <= coveredTo) continue
    // Two words that overlap (会员 in 委员会员工) are read from the left, as a person does.
    if (at < coveredTo) continue
    for (let inside = at + 1; inside < at + length; inside++) crossed[inside]!++
    coveredTo = at + length
  }
  return crossed
}

/** The domain's terms and those of the library's own codebook, less what is too common to be a find. */
export function termsWith(codebook: string[]): Set<string> {
  const own = codebook.map((term) => fold(term).trim()).filter((term) => term.length > 2 && !commonWords.has(term))
  return new Set([...domainTerms, ...own])
}

/** The words a string is made of, or null where known words do not cover it. */
export function wordsOf(text: string): string[] | null {
  const best: (string[] | null)[] = [[]]
  for (let end = 1; end <= text.length; end++) {
    best.push(null)
    for (let start = Math.max(0, end - longestWord); start <= end - 2; start++) {
      const word = text.slice(start, end)
      const before = best[start]
      if (before === null || before === undefined || !isWord(word)) continue
      if (best[end] === null || before.length + 1 < best[end]!.length) best[end] = [...before, word]
    }
  }
  return best[text.length]!
}

export function isWord(text: string): boolean {
  return domainTerms.has(text) || commonWords.has(text)
}

/** Whether the words are a name for something, and not part of a sentence. */
export function areNominal(words: string[]): boolean {
  return words.length > 1 && !VERBS.has(words[0]!)
}

function longestWordAt(text: string, at: number): number {
  for (let length = Math.min(longestWord, text.length - at); length >= 2; length--) {
    if (isWord(text.slice(at, at + length))) return length
  }
  return 0
}
