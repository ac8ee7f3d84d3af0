const LONGEST = 5
/** What a character that no word covers costs more than the rarest word, in natural logarithm. */
const UNKNOWN_PENALTY = 3

/**
 * Word frequencies of Chinese, to tell how likely a text is. Made from `resources/word-frequencies.txt`: the first line
 * `total N`, then `<10 × ln(occurrences)> <word> …`; words are folded to simplified.
 */
export class WordModel {
  private readonly weights = new Map<string, number>()
  private readonly unknown: number

  /** @throws Error where the text is not of that form. */
  constructor(text: string) {
    const lines = text.split('\n')
    const total = Number(/^total (\d+)$/u.exec(lines[0] ?? '')?.[1])
    if (!(total > 0)) throw new Error('word-frequencies.txt: no total')
    const logTotal = Math.log(total)
    for (let index = 1; index < lines.length; index++) {
      const [weight, ...words] = lines[index]!.split(' ')
      for (const word of words) this.weights.set(word, Number(weight) / 10 - logTotal)
    }
    this.unknown = -logTotal - UNKNOWN_PENALTY
  }

  /** The natural logarithm of the word's frequency; undefined for a word that is not known. */
  logFrequency(word: string): number | undefined {
    return this.weights.get(word)
  }

  /**
   * The natural logarithm of the probability of the likeliest segmentation of a folded text into words (unigram
   * Viterbi). Characters that no word covers count as words rarer than any.
   */
  score(folded: string): number {
    return this.viterbi(folded).best[folded.length]!
  }

  /** The likeliest segmentation of a folded text into words. */
  segment(folded: string): string[] {
    const { from } = this.viterbi(folded)
    const words: string[] = []
    for (let end = folded.length; end > 0; end = from[end]!) words.push(folded.slice(from[end]!, end))
    return words.reverse()
  }

  private viterbi(folded: string): { best: Float64Array; from: Uint32Array } {
    const best = new Float64Array(folded.length + 1).fill(Number.NEGATIVE_INFINITY)
    const from = new Uint32Array(folded.length + 1)
    best[0] = 0
    for (let start = 0; start < folded.length; start++) {
      for (let length = 1; length <= LONGEST && start + length <= folded.length; length++) {
        const weight = this.weights.get(folded.slice(start, start + length)) ?? (length === 1 ? this.unknown : undefined)
        if (weight === undefined) continue
        const score = best[start]! + weight
        if (score > best[start + length]!) {
          best[start + length] = score
          from[start + length] = start
        }
      }
    }
    return { best, from }
  }
}
