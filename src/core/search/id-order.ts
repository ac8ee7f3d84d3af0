/** So many new documents are sorted at once. */
const RUN = 256
/** So many are put into their places one by one instead. */
const FEW = 32

/**
 * Documents in the order of their ids, kept as documents come and go: as sorted runs, each longer than the next, so that
 * no single step takes long, however many come at once.
 */
export class IdOrder {
  private readonly runs: number[][] = []
  private added: number[] = []
  private ranks: Uint32Array | null = null

  /** @param ids by the document's number. */
  constructor(private readonly ids: readonly (string | undefined)[]) {}

  add(document: number): void {
    this.added.push(document)
    this.ranks = null
    if (this.added.length < RUN) return
    this.closeRun()
    while (this.runs.length > 1 && this.runs.at(-2)!.length < this.runs.at(-1)!.length * 2) this.mergeLast()
  }

  /** Call it while the document still has its id. */
  remove(document: number): void {
    this.ranks = null
    for (const run of [this.added, ...this.runs]) {
      const at = run === this.added ? run.indexOf(document) : this.placeIn(run, document)
      if (run[at] !== document) continue
      run.splice(at, 1)
      return
    }
  }

  /** By number: place of each document in the order of ids. */
  ranksByNumber(): Uint32Array {
    if (this.ranks === null) {
      const sorted = this.sorted()
      this.ranks = new Uint32Array(this.ids.length)
      for (let rank = 0; rank < sorted.length; rank++) this.ranks[sorted[rank]!] = rank
    }
    return this.ranks
  }

  private sorted(): number[] {
    if (this.runs.length === 1 && this.added.length <= FEW) {
      const [run] = this.runs as [number[]]
      for (const document of this.added) run.splice(this.placeIn(run, document), 0, document)
      this.added = []
      return run
    }
    this.closeRun()
    while (this.runs.length > 1) this.mergeLast()
    return this.runs[0]!
  }

  private closeRun(): void {
    const { ids } = this
    this.runs.push(this.added.sort((a, b) => (ids[a]! < ids[b]! ? -1 : 1)))
    this.added = []
  }

  private mergeLast(): void {
    const { ids } = this
    const later = this.runs.pop()!
    const earlier = this.runs.pop()!
    this.runs.push(merged(earlier, later, (a, b) => ids[a]! < ids[b]!))
  }

  private placeIn(run: number[], document: number): number {
    const id = this.ids[document]!
    let low = 0
    let high = run.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.ids[run[middle]!]! < id) low = middle + 1
      else high = middle
    }
    return low
  }
}

function merged(a: number[], b: number[], isBefore: (a: number, b: number) => boolean): number[] {
  if (a.length === 0 || b.length === 0 || isBefore(a.at(-1)!, b[0]!)) return a.concat(b)
  const result: number[] = []
  let right = 0
  for (const document of a) {
    while (right < b.length && isBefore(b[right]!, document)) result.push(b[right++]!)
    result.push(document)
  }
  while (right < b.length) result.push(b[right++]!)
  return result
}
