/** The last of some ascending starts, between two places, that is not after an offset. */
export function lastStart(starts: ArrayLike<number>, offset: number, from: number, to: number): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return low
}
