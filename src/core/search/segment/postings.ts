/**
 * Ascending numbers for each of many keys: each list as differences in variable-length bytes, seven bits a byte, the last
 * of a number without the high bit (Manning, Raghavan, Schütze: Introduction to Information Retrieval, 5.3).
 */
export interface Postings {
  /** Ascending. */
  keys: Uint32Array
  /** Where the list of each key begins in `bytes`, and where the last one ends. */
  offsets: Uint32Array
  bytes: Uint8Array
}

/** The place of a key in `keys`, or -1. */
export function placeOfKey({ keys }: Postings, key: number): number {
  const at = firstPlace(keys, key)
  return at < keys.length && keys[at] === key ? at : -1
}

/** The first place whose key is not below this one. */
export function firstPlace(keys: Uint32Array, key: number): number {
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (keys[middle]! < key) low = middle + 1
    else high = middle
  }
  return low
}

/** Length of a list in bytes: nearly how many numbers it has, and at once at hand. */
export function weightOf({ offsets }: Postings, place: number): number {
  return offsets[place + 1]! - offsets[place]!
}

export function listAt({ offsets, bytes }: Postings, place: number): Uint32Array {
  const end = offsets[place + 1]!
  const list = new Uint32Array(end - offsets[place]!)
  let count = 0
  let last = 0
  let at = offsets[place]!
  while (at < end) {
    let byte = bytes[at++]!
    let step = byte & 0x7f
    for (let shift = 7; byte >= 0x80; shift += 7) {
      byte = bytes[at++]!
      step |= (byte & 0x7f) << shift
    }
    last += step
    list[count++] = last
  }
  return list.subarray(0, count)
}

/**
 * Keeps those of some ascending numbers to which a list has the one that is greater by `distance`, at the beginning of their
 * array, and gives how many they are. The list is read no further than it has to be.
 */
export function keepTogether({ offsets, bytes }: Postings, place: number, numbers: Uint32Array, distance: number): number {
  const end = offsets[place + 1]!
  let at = offsets[place]!
  let other = -1
  let kept = 0
  for (let index = 0; index < numbers.length; index++) {
    const wanted = numbers[index]! + distance
    while (other < wanted && at < end) {
      let byte = bytes[at++]!
      let step = byte & 0x7f
      for (let shift = 7; byte >= 0x80; shift += 7) {
        byte = bytes[at++]!
        step |= (byte & 0x7f) << shift
      }
      other = other < 0 ? step : other + step
    }
    if (other < wanted) break
    if (other === wanted) numbers[kept++] = numbers[index]!
  }
  return kept
}

/** Sets a byte for each number of a list. */
export function mark(postings: Postings, place: number, marks: Uint8Array): void {
  for (const number of listAt(postings, place)) marks[number] = 1
}

export function bytesFor(step: number): number {
  return step < 0x80 ? 1 : step < 0x4000 ? 2 : step < 0x20_0000 ? 3 : step < 0x1000_0000 ? 4 : 5
}
