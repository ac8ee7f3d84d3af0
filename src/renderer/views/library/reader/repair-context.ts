import type { Repair, RepairKind } from '#api'

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

/** White space that a repair takes away, so that it is seen. */
export function shown(text: string): string {
  return text.replace(/\r?\n/gu, '↵').replace(/^[ \u00a0]+$/u, '␣')
}

/** Repairs by kind, in the order in which the kinds first occur. */
export function repairsByKind(repairs: readonly Repair[]): Map<RepairKind, Repair[]> {
  const kinds = new Map<RepairKind, Repair[]>()
  for (const repair of repairs) {
    const of = kinds.get(repair.kind)
    if (of === undefined) kinds.set(repair.kind, [repair])
    else of.push(repair)
  }
  return kinds
}
