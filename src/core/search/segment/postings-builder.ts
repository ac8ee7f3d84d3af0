import { bytesFor, KeyTable, type Postings } from './postings'

const KEYS_AT_ONCE = 4096
const BLOCKS = 256

/**
 * Builds postings in two passes over the same pairs of key and number, numbers of a key ascending (repeated ones are
 * dropped): `count` every pair, `lay`, then `write` every pair again. No list ever has to grow.
 */
export class PostingsBuilder {
  private readonly table = new KeyTable()
  private last = new Int32Array(1 << 11).fill(-1)
  private lengths = new Uint32Array(1 << 11)
  private postings: Postings | null = null

  count(key: number, number: number): void {
    const index = this.table.indexOf(key)
    if (index >= this.last.length) this.grow()
    const last = this.last[index]!
    if (last === number) return
    this.lengths[index]! += bytesFor(last < 0 ? number : number - last)
    this.last[index] = number
  }

  /** Pauses while sorting the keys, block by block. */
  *lay(): Generator<void> {
    const { table, lengths } = this
    const keys = yield* sorted(table.keys.subarray(0, table.size))
    const offsets = new Uint32Array(keys.length + 1)
    for (let place = 0; place < keys.length; place++) {
      const index = table.indexOf(keys[place]!)
      const length = lengths[index]!
      lengths[index] = offsets[place]!
      offsets[place + 1] = offsets[place]! + length
      if (place % KEYS_AT_ONCE === 0) yield
    }
    this.last.fill(-1)
    this.postings = { keys, offsets, bytes: new Uint8Array(offsets[keys.length]!) }
  }

  write(key: number, number: number): void {
    const index = this.table.indexOf(key)
    const last = this.last[index]!
    if (last === number) return
    let step = last < 0 ? number : number - last
    let at = this.lengths[index]!
    const { bytes } = this.postings!
    while (step >= 0x80) {
      bytes[at++] = (step & 0x7f) | 0x80
      step >>>= 7
    }
    bytes[at++] = step
    this.lengths[index] = at
    this.last[index] = number
  }

  finish(): Postings {
    return this.postings!
  }

  private grow(): void {
    const size = this.last.length
    const last = new Int32Array(size * 2).fill(-1)
    last.set(this.last)
    this.last = last
    const lengths = new Uint32Array(size * 2)
    lengths.set(this.lengths)
    this.lengths = lengths
  }
}

/** Ascending: first into blocks by their highest byte, then each block, with a pause after each. */
function* sorted(keys: Uint32Array): Generator<void, Uint32Array> {
  const starts = new Uint32Array(BLOCKS + 1)
  for (const key of keys) starts[(key >>> 24) + 1]!++
  for (let block = 1; block <= BLOCKS; block++) starts[block]! += starts[block - 1]!
  const next = starts.slice()
  const result = new Uint32Array(keys.length)
  for (const key of keys) result[next[key >>> 24]!++] = key
  yield
  for (let block = 0; block < BLOCKS; block++) {
    result.subarray(starts[block]!, starts[block + 1]!).sort()
    yield
  }
  return result
}
