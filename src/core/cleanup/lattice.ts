import { EMPTY_HASH, foldUnit, hashOn, START_HASH, type WordModel, type WordPairs } from '../text'

/** A character that may stand at a place, and the node behind it. */
export interface Arc {
  character: string
  to: number
  /** What it costs more than its words say, in natural logarithm. */
  cost: number
}

export interface Path {
  text: string
  /** Natural logarithm of its probability, less what its arcs cost. */
  score: number
}

interface Hypothesis extends Path {
  /** The last word's hash. */
  last: number
}

interface Word {
  /** Of the model's words. */
  state: number
  hash: number
  text: string
  cost: number
}

/** How often marks are in running text, in natural logarithm; a model of words has none. */
const MARKS = new Map<string, number>([['，', -3.2], ['。', -4], ['、', -4.2], ['“', -5], ['”', -5], ['：', -5.5], ['；', -6], ['\n', -4.5], ['？', -10], ['！', -10], ['《', -8], ['》', -8], ['（', -8], ['）', -8]])
/** Of any other mark, letter or digit within Chinese text: a little less than an everyday character. */
const OTHER = -8
const HAN = /\p{Script=Han}/u
const LONGEST_WORD = 5

/** Characters that may follow one another. Nodes are made in order: every arc leads to a later one. */
export class Lattice {
  private readonly arcs: Arc[][] = []

  node(): number {
    return this.arcs.push([]) - 1
  }

  add(from: number, character: string, to: number, cost = 0): void {
    this.arcs[from]!.push({ character, to, cost })
  }

  /** A row of nodes with one character from each to the next; gives the last one. */
  addText(from: number, text: string): number {
    let at = from
    for (let index = 0; index < text.length; index++) {
      const next = this.node()
      this.add(at, text[index]!, next)
      at = next
    }
    return at
  }

  /**
   * The likeliest ways from the first node to the last one as words (Viterbi over the lattice, each word judged by the
   * one before it), best first.
   * @param keep how many are kept at each node.
   */
  bestPaths(words: WordModel, keep: number): Path[] {
    const best: Hypothesis[][] = this.arcs.map(() => [])
    best[0] = [{ text: '', score: 0, last: START_HASH }]
    for (let node = 0; node < this.arcs.length; node++) {
      const here = best[node]!
      if (here.length > 0) this.walk(node, node, { state: 0, hash: EMPTY_HASH, text: '', cost: 0 }, here, words, best, keep)
    }
    return best.at(-1) ?? []
  }

  private walk(start: number, node: number, word: Word, here: readonly Hypothesis[], words: WordModel, best: Hypothesis[][], keep: number): void {
    for (const arc of this.arcs[node]!) {
      const unit = foldUnit(arc.character.charCodeAt(0))
      const next = words.step(word.state, unit)
      const known = next < 0 ? Number.NaN : words.weightAt(next)
      const isAlone = node === start
      const weight = Number.isNaN(known) && isAlone ? weightOf(arc.character, words) : known
      const text = word.text + arc.character
      const cost = word.cost + arc.cost
      const hash = hashOn(word.hash, unit)
      if (!Number.isNaN(weight)) {
        const alone = words.pairs?.alone(hash) ?? Number.NaN
        const own = Number.isNaN(alone) ? weight : alone
        for (const path of here) insert(best[arc.to]!, path, text, path.score + weightBehind(path.last, hash, own, words.pairs) - cost, hash, keep)
      }
      if (next >= 0 && text.length < LONGEST_WORD) this.walk(start, arc.to, { state: next, hash, text, cost }, here, words, best, keep)
    }
  }
}

/** Pairs count for so much of a word's probability. */
const SHARE_OF_PAIRS = 0.7

/** Of a word behind another one: as their pair is, and as it is alone where the two make no pair (back-off, interpolated). */
function weightBehind(last: number, word: number, alone: number, pairs: WordPairs | null): number {
  if (pairs === null) return alone
  const backed = alone + pairs.backOff(last)
  const known = pairs.following(last, word)
  return Number.isNaN(known) ? backed : Math.log(Math.exp(backed) + SHARE_OF_PAIRS * Math.exp(known))
}

function weightOf(character: string, words: WordModel): number {
  return MARKS.get(character) ?? (HAN.test(character) ? words.unknownWeight : OTHER)
}

/** Keeps a list of different texts, best first. */
function insert(paths: Hypothesis[], before: Hypothesis, word: string, score: number, last: number, keep: number): void {
  if (paths.length === keep && paths[keep - 1]!.score >= score) return
  const text = before.text + word
  const same = paths.findIndex((path) => path.text === text)
  if (same >= 0) {
    if (paths[same]!.score >= score) return
    paths.splice(same, 1)
  }
  let at = paths.length
  while (at > 0 && paths[at - 1]!.score < score) at--
  paths.splice(at, 0, { text, score, last })
  if (paths.length > keep) paths.pop()
}
