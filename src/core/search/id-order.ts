/** More new ids than these are sorted in at once, fewer put in one by one. */
const MANY = 64

/** Documents in the order of their ids, kept as documents come and go. */
export class IdOrder {
  private sorted: number[] = []
  private added: number[] = []
  private ranks: Uint32Array | null = null

  /** @param ids by the document's number. */
  constructor(private readonly ids: readonly (string | undefined)[]) {}

  add(document: number): void {
    this.added.push(document)
    this.ranks = null
  }

  /** Call it while the document still has its id. */
  remove(document: number): void {
    this.takeIn()
    this.sorted.splice(this.placeOf(document), 1)
    this.ranks = null
  }

  /** By number: place of each document in the order of ids. */
  ranksByNumber(): Uint32Array {
    if (this.ranks === null) {
      this.takeIn()
      this.ranks = new Uint32Array(this.ids.length)
      for (const [rank, document] of this.sorted.entries()) this.ranks[document] = rank
    }
    return this.ranks
  }

  private takeIn(): void {
    const { ids, added } = this
    this.added = []
    if (added.length > MANY) this.sorted = [...this.sorted, ...added].sort((a, b) => (ids[a]! < ids[b]! ? -1 : 1))
    else for (const document of added) this.sorted.splice(this.placeOf(document), 0, document)
  }

  private placeOf(document: number): number {
    const id = this.ids[document]!
    let low = 0
    let high = this.sorted.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.ids[this.sorted[middle]!]! < id) low = middle + 1
      else high = middle
    }
    return low
  }
}
