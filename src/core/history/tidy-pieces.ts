import type { TextPiece } from '#api'

/** A stretch of words (or sentences) that is in both texts or in one of them. */
export interface Run {
  kind: TextPiece['kind']
  words: string[]
}

/** What both texts have in common between two changes is kept apart from them only if it is longer than this, whatever they are. */
const LONGEST_COINCIDENCE = 10
const WHOLE_BORDER = 4
/** One character that is in both a removed and an added word says nothing. */
const SHORTEST_KEPT = 2

/**
 * The same difference, easier to read: a word or two that happen to be the same between two larger changes belong to
 * them ("semantic clean-up": Fraser, "Diff Strategies", 2006), each change is first what was removed and then what was added,
 * and a change that could as well stand a little further on stands where a sentence, clause or line ends.
 */
export function tidyPieces(runs: Run[]): Run[] {
  let current = joined(runs)
  for (;;) {
    const next = joined(withoutCoincidences(current))
    if (next.length === current.length) break
    current = next
  }
  return joined(withContainedKept(joined(current.map((_, index) => index).reduce(slid, current))))
}

/** Neighbours of one kind as one, and in each change the removed before the added. */
export function joined(runs: Run[]): Run[] {
  const result: Run[] = []
  let removed: string[] = []
  let added: string[] = []
  const closeChange = (): void => {
    if (removed.length > 0) result.push({ kind: 'removed', words: removed })
    if (added.length > 0) result.push({ kind: 'added', words: added })
    removed = []
    added = []
  }
  for (const { kind, words } of runs) {
    if (words.length === 0) continue
    if (kind === 'removed') removed.push(...words)
    else if (kind === 'added') added.push(...words)
    else {
      closeChange()
      const last = result.at(-1)
      if (last?.kind === 'same') last.words.push(...words)
      else result.push({ kind, words: [...words] })
    }
  }
  closeChange()
  return result
}

function withoutCoincidences(runs: Run[]): Run[] {
  return runs.flatMap((run, index) => {
    if (run.kind !== 'same' || index === 0 || index === runs.length - 1) return [run]
    const length = lengthOf(run)
    const isCoincidence = length <= LONGEST_COINCIDENCE && length <= changeAround(runs, index, -1) && length <= changeAround(runs, index, 1)
    return isCoincidence ? [{ kind: 'removed' as const, words: run.words }, { kind: 'added' as const, words: run.words }] : [run]
  })
}

/** Where words were only added around what stood there, or taken away around what stays, no more than that is a change. */
function withContainedKept(runs: Run[]): Run[] {
  return runs.flatMap((run, index) => {
    const [before, next] = [runs[index - 1], runs[index + 1]]
    if (run.kind === 'removed' && next?.kind === 'added') return aroundContained(run, next) ?? [run]
    if (run.kind === 'added' && before?.kind === 'removed') return aroundContained(before, run) === null ? [run] : []
    return [run]
  })
}

function aroundContained(removed: Run, added: Run): Run[] | null {
  const [old, next] = [removed.words.join(''), added.words.join('')]
  const [inner, outer, kind] = old.length < next.length ? [old, next, 'added' as const] : [next, old, 'removed' as const]
  const at = inner.length < SHORTEST_KEPT ? -1 : outer.indexOf(inner)
  if (at < 0) return null
  return [{ kind, words: [outer.slice(0, at)] }, { kind: 'same', words: [inner] }, { kind, words: [outer.slice(at + inner.length)] }]
    .filter(({ words }) => words[0] !== '') as Run[]
}

/** How long the change before or behind a stretch is: the longer of what was removed and added there. */
function changeAround(runs: Run[], index: number, step: 1 | -1): number {
  let longest = 0
  for (let at = index + step; runs[at] !== undefined && runs[at]!.kind !== 'same'; at += step) longest = Math.max(longest, lengthOf(runs[at]!))
  return longest
}

function lengthOf({ words }: Run): number {
  return words.reduce((sum, word) => sum + word.length, 0)
}

/** `A[BC]B` says the same as `[AB]CB` where A and B are alike: of all such places the one with the best borders is taken. */
function slid(runs: Run[], index: number): Run[] {
  const [before, change, after] = [runs[index - 1], runs[index], runs[index + 1]]
  if (change === undefined || change.kind === 'same' || before?.kind !== 'same' || after?.kind !== 'same') return runs
  const words = [...before.words, ...change.words, ...after.words]
  const size = change.words.length
  const start = before.words.length
  let best = { at: start, score: scoreOf(words, start, size) }
  const consider = (at: number): void => {
    const score = scoreOf(words, at, size)
    if (score > best.score) best = { at, score }
  }
  for (let at = start; at > 0 && words[at - 1] === words[at + size - 1]; at--) consider(at - 1)
  for (let at = start; at + size < words.length && words[at] === words[at + size]; at++) consider(at + 1)
  if (best.at === start) return runs
  return [
    ...runs.slice(0, index - 1),
    { kind: 'same', words: words.slice(0, best.at) },
    { kind: change.kind, words: words.slice(best.at, best.at + size) },
    { kind: 'same', words: words.slice(best.at + size) },
    ...runs.slice(index + 2),
  ]
}

function scoreOf(words: string[], at: number, size: number): number {
  const end = at + size
  return borderAfter(words[at - 1]) + (end === words.length ? WHOLE_BORDER : borderAfter(words[end - 1]))
}

/** How well a text is cut behind a word: best at either end, then after a line, a sentence, a clause. */
function borderAfter(word: string | undefined): number {
  if (word === undefined || word.includes('\n')) return WHOLE_BORDER
  if (/[。！？!?]$/u.test(word)) return 3
  if (/[，、；：,;:”’」』）)]$/u.test(word)) return 2
  return 0
}
