import type { Term } from './terms'

/** A case's terms by number, with their weights; those that it shares with another are found quickly. */
interface Entry {
  id: string
  terms: number[]
  weights: number[]
}

/** The cases that have a term, by number, with the term's weight in each. */
interface Posting {
  term: Pick<Term, 'kind' | 'key'>
  cases: number[]
  weights: number[]
}

/** Of many cases, a term that more than one in so many have is not followed: it tells hardly any of them apart. */
const TOO_COMMON = 4
const MANY = 2000
/** Among fewer cases none is common. */
const FEW = 6

/**
 * Cases by their weighted terms. How alike two are is the cosine of their terms, each weighted by what it says of the
 * case and by its rarity among the cases, ln(1 + N / df) (Salton & Buckley, 1988).
 */
export class TermIndex {
  private readonly numbers = new Map<string, number>()
  private readonly postings: Posting[] = []
  private readonly places = new Map<string, number>()
  private readonly entries: (Entry | undefined)[] = []
  private readonly free: number[] = []

  /** Takes a case in anew, or with null out. */
  set(id: string, terms: Term[] | null): void {
    this.takeOut(id)
    if (terms === null) return
    const place = this.free.pop() ?? this.entries.length
    const entry: Entry = { id, terms: terms.map((term) => this.numberOf(term)), weights: terms.map(({ weight }) => weight) }
    this.places.set(id, place)
    this.entries[place] = entry
    for (const [index, term] of entry.terms.entries()) {
      this.postings[term]!.cases.push(place)
      this.postings[term]!.weights.push(entry.weights[index]!)
    }
  }

  /** The cases most like one, the most like first. `score` is 0..1. */
  nearest(id: string, limit: number): { id: string; score: number }[] {
    const place = this.places.get(id)
    if (place === undefined) return []
    const own = this.entries[place]!
    const length = this.lengthOf(own)
    const best: { id: string; score: number }[] = []
    for (const [other, product] of this.products(own)) {
      if (other === place) continue
      const entry = this.entries[other]!
      const score = Math.min(1, product / (length * this.lengthOf(entry)))
      if (best.length === limit && score < best.at(-1)!.score) continue
      best.push({ id: entry.id, score })
      best.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      best.splice(limit)
    }
    return best
  }

  /**
   * The terms that both cases have, those that make them most alike first; `isCommon` where most cases have it.
   */
  shared(a: string, b: string): (Pick<Term, 'kind' | 'key'> & { isCommon: boolean })[] {
    const [left, right] = [a, b].map((id) => this.entries[this.places.get(id) ?? -1])
    if (left === undefined || right === undefined) return []
    return left.terms
      .map((term, index) => ({ term, at: right.terms.indexOf(term), weight: left.weights[index]! }))
      .filter(({ at }) => at >= 0)
      .map(({ term, at, weight }) => ({ term, weight: weight * right.weights[at]! * this.rarity(term) ** 2 }))
      .sort((x, y) => y.weight - x.weight)
      .map(({ term }) => ({ ...this.postings[term]!.term, isCommon: this.postings[term]!.cases.length * 2 > Math.max(FEW, this.places.size) }))
  }

  private products({ terms, weights }: Entry): Map<number, number> {
    const count = this.places.size
    const products = new Map<number, number>()
    for (const [index, term] of terms.entries()) {
      const { cases, weights: others } = this.postings[term]!
      if (count > MANY && cases.length * TOO_COMMON > count) continue
      const weight = weights[index]! * this.rarity(term) ** 2
      for (let at = 0; at < cases.length; at++) products.set(cases[at]!, (products.get(cases[at]!) ?? 0) + weight * others[at]!)
    }
    return products
  }

  private lengthOf({ terms, weights }: Entry): number {
    let sum = 0
    for (let index = 0; index < terms.length; index++) sum += (weights[index]! * this.rarity(terms[index]!)) ** 2
    return Math.sqrt(sum)
  }

  private rarity(term: number): number {
    return Math.log(1 + this.places.size / Math.max(1, this.postings[term]!.cases.length))
  }

  private numberOf({ kind, key }: Term): number {
    const name = `${kind} ${key}`
    let number = this.numbers.get(name)
    if (number === undefined) {
      number = this.postings.length
      this.numbers.set(name, number)
      this.postings.push({ term: { kind, key }, cases: [], weights: [] })
    }
    return number
  }

  private takeOut(id: string): void {
    const place = this.places.get(id)
    if (place === undefined) return
    for (const term of this.entries[place]!.terms) {
      const { cases, weights } = this.postings[term]!
      const at = cases.indexOf(place)
      cases[at] = cases.at(-1)!
      weights[at] = weights.at(-1)!
      cases.pop()
      weights.pop()
    }
    this.places.delete(id)
    this.entries[place] = undefined
    this.free.push(place)
  }
}
