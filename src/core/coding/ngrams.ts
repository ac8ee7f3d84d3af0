/** A string that a text says often enough, and with different neighbours, to be a term of its own. */
export interface FrequentTerm {
  /** Folded. */
  term: string
  count: number
  /** Where it first stands. */
  at: number
}

const SHORTEST = 3
const LONGEST = 8
const FEWEST = 3
/** A case is a few thousand characters; a whole book is not read for its tags. */
const READ = 60_000
/** Different characters that must stand on either side: a part of a longer word has the same neighbour everywhere. */
const NEIGHBOURS = 2
/** Words that hold a sentence together are no ends of a term. */
const EMPTY_START = /^[的了和与在是为把被将对从以及其而并或之等也都就还很更最不没有个这那我你他她它们各每所于由向到让使着过地得又再]/u
const EMPTY_END = /[的了和与在是为把被将对从以及其而并或之等也都就还很更最不没有这那我你他她它各每于由向到让使着过地得又再一]$/u
const RUN = /\p{Script=Han}{3,}/gu

/**
 * Strings of three to eight characters that stand in the text at least three times, by their count and the variety of
 * their neighbours (accessor variety: Feng et al., 2004); what stands only within a longer one is left out.
 * @param folded the folded text.
 */
export function frequentTerms(folded: string): FrequentTerm[] {
  const text = folded.slice(0, READ)
  const terms = termsByText(text)
  const kept: FrequentTerm[] = []
  const all = [...terms.entries()].filter(([term, { count, before, behind }]) =>
    count >= FEWEST && before.size >= NEIGHBOURS && behind.size >= NEIGHBOURS && !EMPTY_START.test(term) && !EMPTY_END.test(term))
  for (const [term, { count, at }] of all.sort(([a, x], [b, y]) => b.length - a.length || y.count - x.count)) {
    const within = kept.filter((other) => other.term.includes(term)).reduce((most, other) => Math.max(most, other.count), 0)
    if (count - within >= FEWEST) kept.push({ term, count, at })
  }
  return kept.sort((a, b) => b.count * b.term.length - a.count * a.term.length || a.at - b.at)
}

interface Seen {
  count: number
  at: number
  before: Set<string>
  behind: Set<string>
}

function termsByText(text: string): Map<string, Seen> {
  const seen = new Map<string, Seen>()
  for (const match of text.matchAll(RUN)) {
    const [run] = match
    for (let start = 0; start < run.length; start++) {
      for (let length = SHORTEST; length <= LONGEST && start + length <= run.length; length++) {
        const at = match.index + start
        const term = run.slice(start, start + length)
        let known = seen.get(term)
        if (known === undefined) seen.set(term, (known = { count: 0, at, before: new Set(), behind: new Set() }))
        known.count++
        // Punctuation and line ends are different neighbours each time: a term may well end a clause.
        known.before.add(start === 0 ? `^${at}` : run[start - 1]!)
        known.behind.add(start + length === run.length ? `$${at}` : run[start + length]!)
      }
    }
  }
  return seen
}
