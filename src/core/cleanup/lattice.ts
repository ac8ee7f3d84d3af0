import { foldUnit, type WordModel } from '../text'

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
   * The likeliest ways from the first node to the last one as words (unigram Viterbi over the lattice), best first.
   * @param keep how many are kept at each node.
   */
  bestPaths(words: WordModel, keep: number): Path[] {
    const best: Path[][] = this.arcs.map(() => [])
    best[0] = [{ text: '', score: 0 }]
    for (let node = 0; node < this.arcs.length; node++) {
      const here = best[node]!
      if (here.length > 0) this.walk(node, node, 0, '', 0, here, words, best, keep)
    }
    return best.at(-1) ?? []
  }

  private walk(start: number, node: number, state: number, text: string, cost: number, here: readonly Path[], words: WordModel, best: Path[][], keep: number): void {
    for (const arc of this.arcs[node]!) {
      const next = words.step(state, foldUnit(arc.character.charCodeAt(0)))
      const known = next < 0 ? Number.NaN : words.weightAt(next)
      const isAlone = node === start
      const weight = Number.isNaN(known) && isAlone ? weightOf(arc.character, words) : known
      const written = text + arc.character
      const spent = cost + arc.cost
      if (!Number.isNaN(weight)) for (const path of here) insert(best[arc.to]!, path, written, path.score + weight - spent, keep)
      if (next >= 0 && written.length < LONGEST_WORD) this.walk(start, arc.to, next, written, spent, here, words, best, keep)
    }
  }
}

function weightOf(character: string, words: WordModel): number {
  return MARKS.get(character) ?? (HAN.test(character) ? words.unknownWeight : OTHER)
}

/** Keeps a list of different texts, best first. */
function insert(paths: Path[], before: Path, word: string, score: number, keep: number): void {
  if (paths.length === keep && paths[keep - 1]!.score >= score) return
  const text = before.text + word
  const same = paths.findIndex((path) => path.text === text)
  if (same >= 0) {
    if (paths[same]!.score >= score) return
    paths.splice(same, 1)
  }
  let at = paths.length
  while (at > 0 && paths[at - 1]!.score < score) at--
  paths.splice(at, 0, { text, score })
  if (paths.length > keep) paths.pop()
}
