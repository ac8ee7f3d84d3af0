import type { Postings } from './postings'

const LONGEST = 5
const BLOCK = 1 << 20

/** Writes postings list by list, in the order of their keys, into blocks, so that none has to be moved as they grow. */
export class PostingsWriter {
  private keys = new Uint32Array(BLOCK >> 6)
  private offsets = new Uint32Array(BLOCK >> 6)
  private count = 0
  private readonly blocks: Uint8Array[] = []
  private length = 0
  private list = new Uint8Array(BLOCK >> 4)

  /** @param numbers ascending; those from one index up to but without another are the list. */
  add(key: number, numbers: Uint32Array, from: number, end: number): void {
    if ((end - from) * LONGEST > this.list.length) this.list = new Uint8Array((end - from) * LONGEST)
    const { list } = this
    let at = 0
    let last = 0
    for (let index = from; index < end; index++) {
      let step = numbers[index]! - last
      last = numbers[index]!
      while (step >= 0x80) {
        list[at++] = (step & 0x7f) | 0x80
        step >>>= 7
      }
      list[at++] = step
    }
    if (this.count + 1 >= this.keys.length) this.grow()
    this.keys[this.count++] = key
    this.append(at)
    this.offsets[this.count] = this.length
  }

  /** Pauses after each block. */
  *finish(): Generator<void, Postings> {
    const bytes = new Uint8Array(this.length)
    for (const [index, block] of this.blocks.entries()) {
      bytes.set(block.subarray(0, Math.min(BLOCK, this.length - index * BLOCK)), index * BLOCK)
      yield
    }
    return { keys: this.keys.slice(0, this.count), offsets: this.offsets.slice(0, this.count + 1), bytes }
  }

  /** Puts so many bytes of the list behind the others. */
  private append(size: number): void {
    for (let from = 0; from < size;) {
      const at = this.length % BLOCK
      if (at === 0) this.blocks.push(new Uint8Array(BLOCK))
      const part = Math.min(size - from, BLOCK - at)
      this.blocks.at(-1)!.set(this.list.subarray(from, from + part), at)
      this.length += part
      from += part
    }
  }

  private grow(): void {
    const keys = new Uint32Array(this.keys.length * 2)
    keys.set(this.keys)
    this.keys = keys
    const offsets = new Uint32Array(keys.length)
    offsets.set(this.offsets)
    this.offsets = offsets
  }
}
