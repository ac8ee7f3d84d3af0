import type { IndexedDocument, Spot } from './document'

/** More places than this of one term in one case change neither its rank nor what a reader sees. */
export const SPOTS_KEPT = 200

const FEW_TERMS = 8

/** Finds all of a query's terms in a document's folded text. */
export type TermFinder = (indexed: IndexedDocument) => Map<string, Spot[]>

/**
 * A finder for literal terms. A few terms are looked for one by one; many share one walk through a trie, so that the
 * time for a thousand terms grows with the text and not with the terms.
 */
export function termFinder(terms: string[]): TermFinder {
  const distinct = [...new Set(terms)].filter((term) => term !== '')
  return distinct.length <= FEW_TERMS ? oneByOne(distinct) : together(distinct)
}

function oneByOne(terms: string[]): TermFinder {
  return ({ folded }) => {
    const found = new Map<string, Spot[]>()
    for (const term of terms) {
      let at = folded.indexOf(term)
      if (at < 0) continue
      const spots: Spot[] = []
      while (at >= 0 && spots.length < SPOTS_KEPT) {
        spots.push({ start: at, end: at + term.length })
        at = folded.indexOf(term, at + term.length)
      }
      found.set(term, spots)
    }
    return found
  }
}

interface TrieNode {
  next: Map<number, TrieNode>
  term: string | null
}

function together(terms: string[]): TermFinder {
  const root: TrieNode = { next: new Map(), term: null }
  const begins = new Uint8Array(0x1_0000)
  for (const term of terms) {
    begins[term.charCodeAt(0)] = 1
    insert(root, term)
  }
  return ({ folded }) => {
    const found = new Map<string, Spot[]>()
    for (let at = 0; at < folded.length; at++) {
      if (begins[folded.charCodeAt(at)] === 0) continue
      let node = root.next.get(folded.charCodeAt(at))
      for (let end = at + 1; node !== undefined; end++) {
        if (node.term !== null) addSpot(found, node.term, { start: at, end })
        node = node.next.get(folded.charCodeAt(end))
      }
    }
    return found
  }
}

function insert(root: TrieNode, term: string): void {
  let node = root
  for (let index = 0; index < term.length; index++) {
    const unit = term.charCodeAt(index)
    let next = node.next.get(unit)
    if (next === undefined) {
      next = { next: new Map(), term: null }
      node.next.set(unit, next)
    }
    node = next
  }
  node.term = term
}

function addSpot(found: Map<string, Spot[]>, term: string, spot: Spot): void {
  const spots = found.get(term)
  if (spots === undefined) found.set(term, [spot])
  else if (spots.length < SPOTS_KEPT && spots.at(-1)!.end <= spot.start) spots.push(spot)
}
