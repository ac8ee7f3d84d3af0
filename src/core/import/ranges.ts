import type { Range } from './document'

/** The index of the first of some parts in order that starts at or behind a place. */
export function firstFrom(parts: readonly Range[], place: number): number {
  let [low, high] = [0, parts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (parts[middle]!.start < place) low = middle + 1
    else high = middle
  }
  return low
}
