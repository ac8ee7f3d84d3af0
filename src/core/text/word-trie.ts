const FIRST_SIZE = 1 << 16
const FACTOR = 0x9e37_79b1

/** Numbers by word, unit by unit, so that the words that begin at a place of a text are found without a string for each. */
export class WordTrie {
  private count = 1
  /** By node; not a number where no word ends. */
  private values = new Float64Array(FIRST_SIZE).fill(Number.NaN)
  /** An open-addressing table of the ways on: from which node, by which unit, to which node. */
  private mask = FIRST_SIZE * 4 - 1
  private froms = new Int32Array(FIRST_SIZE * 4).fill(-1)
  private units = new Uint16Array(FIRST_SIZE * 4)
  private targets = new Int32Array(FIRST_SIZE * 4)

  set(word: string, value: number): void {
    let node = 0
    for (let at = 0; at < word.length; at++) node = this.added(node, word.charCodeAt(at))
    this.values[node] = value
  }

  get(word: string): number | undefined {
    let node = 0
    for (let at = 0; at < word.length && node >= 0; at++) node = this.child(node, word.charCodeAt(at))
    const value = node < 0 ? Number.NaN : this.values[node]!
    return Number.isNaN(value) ? undefined : value
  }

  /** Where a unit leads from a node, the first of which is 0; -1 where no word goes on so. */
  child(node: number, unit: number): number {
    const slot = this.slotOf(node, unit)
    return this.froms[slot]! < 0 ? -1 : this.targets[slot]!
  }

  /** Of the word that ends at the node; not a number where none does. */
  valueAt(node: number): number {
    return this.values[node]!
  }

  private added(node: number, unit: number): number {
    const slot = this.slotOf(node, unit)
    if (this.froms[slot]! >= 0) return this.targets[slot]!
    if (this.count === this.values.length) {
      this.grow()
      return this.added(node, unit)
    }
    this.put(slot, node, unit, this.count)
    return this.count++
  }

  private put(slot: number, from: number, unit: number, target: number): void {
    this.froms[slot] = from
    this.units[slot] = unit
    this.targets[slot] = target
  }

  private slotOf(node: number, unit: number): number {
    let slot = (Math.imul(Math.imul(node, FACTOR) ^ unit, FACTOR) >>> 8) & this.mask
    while (this.froms[slot]! >= 0 && (this.froms[slot] !== node || this.units[slot] !== unit)) slot = (slot + 1) & this.mask
    return slot
  }

  private grow(): void {
    const { froms, units, targets } = this
    const values = new Float64Array(this.values.length * 2).fill(Number.NaN)
    values.set(this.values)
    this.values = values
    const size = froms.length * 2
    this.mask = size - 1
    this.froms = new Int32Array(size).fill(-1)
    this.units = new Uint16Array(size)
    this.targets = new Int32Array(size)
    for (let slot = 0; slot < froms.length; slot++) {
      if (froms[slot]! >= 0) this.put(this.slotOf(froms[slot]!, units[slot]!), froms[slot]!, units[slot]!, targets[slot]!)
    }
  }
}
