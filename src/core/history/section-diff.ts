import type { Section, SectionDiff } from '#api'
import { textDiff } from './text-diff'

interface Placed {
  section: Section
  index: number
}

/** A section of either version, with the one it is compared to; both have the same id. */
interface Pair {
  id: string
  old: Placed | undefined
  new: Placed | undefined
}

/** The sections that were added, removed, moved among the others or changed, in the order of `next`. */
export function diffSections(old: Section[], next: Section[]): SectionDiff[] {
  const before = new Map(old.map((section, index) => [section.id, { section, index }]))
  const staying = new Set(longestIncreasing(next.flatMap(({ id }) => before.get(id)?.index ?? [])))
  return pairsOf(old, next, before).flatMap((pair) => {
    const isMoved = pair.old !== undefined && pair.new !== undefined && !staying.has(pair.old.index)
    return diffOf(pair, isMoved) ?? []
  })
}

/** Those of `next` in its order; each that is gone stands behind the one it stood behind before. */
function pairsOf(old: Section[], next: Section[], before: ReadonlyMap<string, Placed>): Pair[] {
  const pairs: Pair[] = next.map((section, index) => ({ id: section.id, old: before.get(section.id), new: { section, index } }))
  for (const [index, section] of old.entries()) {
    if (pairs.some(({ id }) => id === section.id)) continue
    const predecessors = new Set(old.slice(0, index).map(({ id }) => id))
    const behind = pairs.findLastIndex(({ id }) => predecessors.has(id))
    pairs.splice(behind + 1, 0, { id: section.id, old: { section, index }, new: undefined })
  }
  return pairs
}

function diffOf({ id, old, new: next }: Pair, isMoved: boolean): SectionDiff | null {
  const [before, after] = [old?.section, next?.section]
  const isSame = before?.role === after?.role && before?.heading === after?.heading && before?.text === after?.text
  if (old !== undefined && next !== undefined && isSame && !isMoved) return null
  return {
    id,
    state: old === undefined ? 'added' : next === undefined ? 'removed' : isMoved ? 'moved' : 'changed',
    role: { old: before?.role ?? null, new: after?.role ?? null },
    heading: textDiff(before?.heading ?? '', after?.heading ?? ''),
    text: textDiff(before?.text ?? '', after?.text ?? ''),
    position: { old: old === undefined ? null : old.index + 1, new: next === undefined ? null : next.index + 1 },
  }
}

/** A longest subsequence that rises: the sections that can be said to have stayed while others moved around them. */
function longestIncreasing(values: number[]): number[] {
  const best: number[][] = []
  for (const [index, value] of values.entries()) {
    let longest: number[] = []
    for (let at = 0; at < index; at++) {
      if (values[at]! < value && best[at]!.length > longest.length) longest = best[at]!
    }
    best.push([...longest, value])
  }
  return best.reduce((a, b) => (b.length > a.length ? b : a), [])
}
