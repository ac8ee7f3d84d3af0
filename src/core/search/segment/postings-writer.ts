import type { Postings } from './postings'

const LONGEST = 5

/** Writes postings list by list, in the order of their keys. */
export class PostingsWriter {
  private readonly keys: number[] = []
  private readonly offsets: number[] = [0]
  private bytes: Uint8Array
  private at = 0

  /** @param numbers about how many there will be. */
  constructor(numbers: number) {
    this.bytes = new Uint8Array(2 * numbers + LONGEST)
  }

  /** @param numbers ascending; those from one index up to but without another are the list. */
  add(key: number, numbers: Uint32Array, from: number, end: number): void {
    this.makeRoom((end - from) * LONGEST)
    const { bytes } = this
    let { at } = this
    let last = 0
    for (let index = from; index < end; index++) {
      let step = numbers[index]! - last
      last = numbers[index]!
      while (step >= 0x80) {
        bytes[at++] = (step & 0x7f) | 0x80
        step >>>= 7
      }
      bytes[at++] = step
    }
    this.at = at
    this.keys.push(key)
    this.offsets.push(at)
  }

  finish(): Postings {
    return { keys: Uint32Array.from(this.keys), offsets: Uint32Array.from(this.offsets), bytes: this.bytes.slice(0, this.at) }
  }

  private makeRoom(more: number): void {
    if (this.at + more <= this.bytes.length) return
    const bytes = new Uint8Array(Math.max(this.at + more, Math.ceil(this.bytes.length * 1.5)))
    bytes.set(this.bytes.subarray(0, this.at))
    this.bytes = bytes
  }
}
