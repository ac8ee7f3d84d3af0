import { inSlices, pause } from '../slices'
import { WordPairs } from './word-pairs'
import { WordTrie } from './word-trie'

const LONGEST = 5
/** What a character that no word covers costs more than the rarest word, in natural logarithm. */
const UNKNOWN_PENALTY = 3
const SLICE_MILLISECONDS = 4

/**
 * Word frequencies of Chinese, to tell how likely a text is. Made from `resources/word-frequencies.txt`: the first line
 * `total N`, then `<10 × ln(occurrences)> <word> …`; words are folded to simplified.
 */
export class WordModel {
  private readonly trie = new WordTrie()
  private readonly unknown: number
  /** Of the text that is being segmented: at each end the best score, and where its last word begins. */
  private best = new Float64Array(512)
  private from = new Uint32Array(512)
  private wordPairs: WordPairs | string | null = null

  private constructor(private readonly logTotal: number) {
    this.unknown = -logTotal - UNKNOWN_PENALTY
  }

  /**
   * @param pairs of `resources/word-pairs.txt`, which are looked into where they are first asked for.
   * @throws Error where the text is not of that form.
   */
  static of(text: string, pairs: string | null = null): WordModel {
    const steps = WordModel.reading(text)
    let step = steps.next()
    while (step.done !== true) step = steps.next()
    step.value.wordPairs = pairs
    return step.value
  }

  /** As `of`, in slices. */
  static async read(text: string, pairs: string | null = null): Promise<WordModel> {
    await pause()
    const model = await inSlices(WordModel.reading(text), SLICE_MILLISECONDS)
    model.wordPairs = pairs
    return model
  }

  private static *reading(text: string): Generator<void, WordModel> {
    const lines = text.split('\n')
    const total = Number(/^total (\d+)$/u.exec(lines[0] ?? '')?.[1])
    if (!(total > 0)) throw new Error('word-frequencies.txt: no total')
    const model = new WordModel(Math.log(total))
    for (let index = 1; index < lines.length; index++) {
      yield
      yield* model.takeIn(lines[index]!)
    }
    return model
  }

  private *takeIn(line: string): Generator<void> {
    const [weight, ...words] = line.split(' ')
    for (const [index, word] of words.entries()) {
      this.trie.set(word, Number(weight) / 10 - this.logTotal)
      if (index % 512 === 511) yield
    }
  }

  /** The natural logarithm of the word's frequency; undefined for a word that is not known. */
  logFrequency(word: string): number | undefined {
    return this.trie.get(word)
  }

  /** Where a unit of a folded text leads on from a state, the first of which is 0; -1 where no word goes on so. */
  step(state: number, unit: number): number {
    return this.trie.child(state, unit)
  }

  /** The natural logarithm of the frequency of the word that ends in a state; not a number where none does. */
  weightAt(state: number): number {
    return this.trie.valueAt(state)
  }

  /** How likely words are behind one another; null where the host carries nothing of it. */
  get pairs(): WordPairs | null {
    if (typeof this.wordPairs === 'string') this.wordPairs = new WordPairs(this.wordPairs)
    return this.wordPairs
  }

  /** As `weightAt`, of a character that no word covers. */
  get unknownWeight(): number {
    return this.unknown
  }

  /**
   * The natural logarithm of the probability of the likeliest segmentation of a folded text into words (unigram
   * Viterbi). Characters that no word covers count as words rarer than any.
   */
  score(folded: string): number {
    this.viterbi(folded)
    return this.best[folded.length]!
  }

  /** The likeliest segmentation of a folded text into words. */
  segment(folded: string): string[] {
    this.viterbi(folded)
    const words: string[] = []
    for (let end = folded.length; end > 0; end = this.from[end]!) words.push(folded.slice(this.from[end]!, end))
    return words.reverse()
  }

  private viterbi(folded: string): void {
    const { length } = folded
    if (length >= this.best.length) {
      this.best = new Float64Array(length * 2)
      this.from = new Uint32Array(length * 2)
    }
    const { best, from, trie, unknown } = this
    best.fill(Number.NEGATIVE_INFINITY, 0, length + 1)
    best[0] = 0
    for (let start = 0; start < length; start++) {
      const before = best[start]!
      const last = Math.min(length, start + LONGEST)
      let node = 0
      for (let end = start + 1; end <= last; end++) {
        if (node >= 0) node = trie.child(node, folded.charCodeAt(end - 1))
        if (node < 0 && end > start + 1) break
        const known = node < 0 ? Number.NaN : trie.valueAt(node)
        const weight = Number.isNaN(known) && end === start + 1 ? unknown : known
        // Not a number where no word ends: never more.
        if (!(before + weight > best[end]!)) continue
        best[end] = before + weight
        from[end] = start
      }
    }
  }
}
