import type { Repair } from '#api'

const CHARACTERS = 18

/** A few characters of the original on either side of a repair, not beyond its line. */
export function contextOf(original: string, { start, end }: Pick<Repair, 'start' | 'end'>): { before: string; after: string } {
  const lineStart = original.lastIndexOf('\n', start - 1) + 1
  const newline = original.indexOf('\n', end)
  const lineEnd = newline < 0 ? original.length : newline
  const from = Math.max(lineStart, start - CHARACTERS)
  const to = Math.min(lineEnd, end + CHARACTERS)
  return {
    before: `${from > lineStart ? '…' : ''}${original.slice(from, start)}`,
    after: `${original.slice(end, to)}${to < lineEnd ? '…' : ''}`,
  }
}
