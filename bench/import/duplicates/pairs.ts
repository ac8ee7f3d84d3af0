import { readFileSync } from 'node:fs'
import { randomFrom, type Random } from '../../lib/random'
import { below, edits, pick, sentencesOf } from './edits'

const SEED = 20_261_125
const TEXTS = 120
const SENTENCES = 10
export const AMOUNTS = [0, 0.05, 0.1, 0.2, 0.3, 0.4]
/** What an excerpt leaves out. */
export const EXCERPTS = [0.5, 0.65]
/** Of the sentences, how many two different cases have in common to the letter. */
const SHARED = [0, 0.2, 0.4, 0.5]

/** Two texts of which it is known whether they are one case. */
export interface Pair {
  /** What was done to one of them, or what two different cases have in common. */
  kind: string
  amount: number
  isSame: boolean
  /** Which of the texts it is made from. */
  base: number
  one: string
  other: string
}

interface Frames {
  frames: string[]
  topics: string[]
  places: string[]
  bodies: string[]
}

/** Texts of cases, half in sentences of the sample library and of the labelled facts, half in those of the repairs' fixtures. */
export class Corpus {
  readonly random: Random
  readonly sentences: string[]
  private readonly frames = JSON.parse(readFileSync('test/fixtures/repairs/texts.json', 'utf8')) as Frames

  constructor(seed = SEED) {
    this.random = randomFrom(seed)
    this.sentences = [...sampleTexts(), ...labelledTexts()].flatMap(sentencesOf)
  }

  text(sentences = SENTENCES): string {
    return Array.from({ length: sentences }, (_, index) => this.sentence(index)).join('')
  }

  sentence(index = 0): string {
    return index % 2 === 0 ? pick(this.random, this.sentences) : this.filled(pick(this.random, this.frames.frames))
  }

  /** Two cases that fill in the same form: each sentence is the same but for names, subjects and numbers. */
  ofOneForm(): [string, string] {
    const forms = Array.from({ length: SENTENCES }, () => pick(this.random, this.frames.frames))
    return [forms.map((form) => this.filled(form)).join(''), forms.map((form) => this.filled(form)).join('')]
  }

  private filled(frame: string): string {
    const { places, bodies, topics } = this.frames
    return frame.replaceAll(/\{(\w+)\}/gu, (_, slot: string) => {
      if (slot === 'n') return String(2 + below(this.random, 900))
      if (slot === 'year') return String(1978 + below(this.random, 45))
      return pick(this.random, slot === 'place' ? places : slot === 'body' ? bodies : topics)
    })
  }
}

/** Each text with every edit in every amount, and as many pairs of different cases of the same kind. */
export function labelledPairs(corpus: Corpus): { texts: string[]; pairs: Pair[] } {
  const texts = Array.from({ length: TEXTS }, () => corpus.text())
  const stock = { sentences: [...corpus.sentences, ...Array.from({ length: 200 }, () => corpus.sentence(1))], random: corpus.random }
  const pairs = texts.flatMap((one, base) => [
    ...Object.entries(edits).flatMap(([kind, edit]) => AMOUNTS.map((amount): Pair => ({ kind, amount, isSame: true, base, one, other: edit(one, amount, stock) }))),
    ...EXCERPTS.map((amount): Pair => ({ kind: 'excerpt', amount, isSame: true, base, one, other: edits['sentences left out']!(one, amount, stock) })),
    ...SHARED.map((amount): Pair => ({ kind: `different, ${amount * 100} % alike`, amount, isSame: false, base, one, other: withShared(one, amount, corpus) })),
    ofOneForm(corpus, base),
  ])
  return { texts, pairs }
}

function withShared(text: string, share: number, corpus: Corpus): string {
  const sentences = sentencesOf(text)
  const kept = sentences.slice(0, Math.round(sentences.length * share))
  return [...kept, ...Array.from({ length: sentences.length - kept.length }, (_, index) => corpus.sentence(index))].join('')
}

function ofOneForm(corpus: Corpus, base: number): Pair {
  const [one, other] = corpus.ofOneForm()
  return { kind: 'different, one form', amount: 1, isSame: false, base, one, other }
}

function sampleTexts(): string[] {
  const { cases } = JSON.parse(readFileSync('resources/sample-library.json', 'utf8')) as { cases: { sections: { text: string }[] }[] }
  return cases.map(({ sections }) => sections.map(({ text }) => text).join('\n').replaceAll('**', ''))
}

function labelledTexts(): string[] {
  return ['tuned', 'held'].flatMap((part) => (
    (JSON.parse(readFileSync(`bench/import/facts/${part}.json`, 'utf8')) as { text: string }[]).map(({ text }) => text.replaceAll(/〔\w+:|〕/gu, ''))))
}
