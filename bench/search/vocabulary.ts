import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Converter } from 'opencc-js'
import lexicon from '#resources/lexicon.json'
import { Sampler } from '../lib/sampler'
import { words as chamberWords } from '../lib/generate'

/** Words as written in simplified and, under the same index, in traditional characters. */
export interface Words {
  simplified: string[]
  traditional: string[]
  sampler: Sampler
}

export interface Vocabulary {
  /** As frequent as in Chinese at large, from the words that ship with the program. */
  general: Words
  /** Words of two or more characters, the rare not as rare: for names. */
  naming: Words
  /** What chambers of commerce and their party branches write about, one theme each. */
  topics: Words[]
  chamber: Words
}

const NAMING_FLATNESS = 0.6
const LONGEST = 5

export function readVocabulary(): Vocabulary {
  const known = readWeights()
  return {
    general: wordsOf(known, ({ logCount }) => Math.exp(logCount)),
    naming: wordsOf(known, ({ word, logCount }) => (word.length < 2 ? 0 : Math.exp(logCount * NAMING_FLATNESS))),
    topics: lexicon.groups.map(({ terms }) => zipf(terms.filter(isHanOnly))),
    chamber: zipf(chamberWords),
  }
}

interface KnownWord {
  word: string
  traditional: string
  logCount: number
}

/** The first line is `total N`; each other one 10 × ln(occurrences) and the words that occur so often. */
function readWeights(): KnownWord[] {
  const [, ...lines] = readFileSync(path.join(process.cwd(), 'resources/word-frequencies.txt'), 'utf8').split('\n')
  const known = lines.flatMap((line) => {
    const [weight, ...words] = line.split(' ')
    return words.filter((word) => isHanOnly(word) && word.length <= LONGEST).map((word) => ({ word, logCount: Number(weight) / 10 }))
  })
  const traditional = allToTraditional(known.map(({ word }) => word))
  return known.map((each, index) => ({ ...each, traditional: traditional[index]! }))
}

const toTraditional = Converter({ from: 'cn', to: 't' })

function allToTraditional(words: string[]): string[] {
  return toTraditional(words.join('\n')).split('\n')
}

function wordsOf(known: KnownWord[], weightOf: (word: KnownWord) => number): Words {
  return { simplified: known.map(({ word }) => word), traditional: known.map(({ traditional }) => traditional), sampler: new Sampler(known.map(weightOf)) }
}

function zipf(words: string[]): Words {
  return { simplified: words, traditional: allToTraditional(words), sampler: new Sampler(words.map((_, rank) => 1 / (rank + 1))) }
}

function isHanOnly(word: string): boolean {
  return /^[\u4e00-\u9fff]+$/u.test(word)
}
