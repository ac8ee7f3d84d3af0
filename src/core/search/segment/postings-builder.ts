import { bytesFor, type Postings } from './postings'

/**
 * Builds postings of few different keys in two passes over the same pairs of key and number, numbers of a key ascending
 * (repeated ones are dropped): `count` every pair, `lay`, then `write` every pair again. No list ever has to grow.
 */
export class PostingsBuilder {
  private readonly last: Int32Array
  /** By key: first the length of its list, then where its next number goes. */
  private readonly places: Uint32Array
  private postings: Postings | null = null

  /** @param keys all are below this. */
  constructor(keys: number) {
    this.last = new Int32Array(keys).fill(-1)
    this.places = new Uint32Array(keys)
  }

  count(key: number, number: number): void {
    const last = this.last[key]!
    if (last === number) return
    this.places[key]! += bytesFor(last < 0 ? number : number - last)
    this.last[key] = number
  }

  lay(): void {
    const { places } = this
    const keys: number[] = []
    const offsets = [0]
    let end = 0
    for (let key = 0; key < places.length; key++) {
      const length = places[key]!
      if (length === 0) continue
      places[key] = end
      end += length
      keys.push(key)
      offsets.push(end)
    }
    this.last.fill(-1)
    this.postings = { keys: Uint32Array.from(keys), offsets: Uint32Array.from(offsets), bytes: new Uint8Array(end) }
  }

  write(key: number, number: number): void {
    const last = this.last[key]!
    if (last === number) return
    let step = last < 0 ? number : number - last
    let at = this.places[key]!
    const { bytes } = this.postings!
    while (step >= 0x80) {
      bytes[at++] = (step & 0x7f) | 0x80
      step >>>= 7
    }
    bytes[at++] = step
    this.places[key] = at
    this.last[key] = number
  }

  finish(): Postings {
    return this.postings!
  }
}
