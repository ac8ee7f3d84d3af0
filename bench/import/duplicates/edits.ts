import { Converter } from 'opencc-js'
import type { Random } from '../../lib/random'

/** What an edit may take from: sentences and words of other cases. */
export interface Stock {
  sentences: readonly string[]
  random: Random
}

/** Changes about `amount`, from 0 to 1, of the characters of a text. */
export type Edit = (text: string, amount: number, stock: Stock) => string

const traditional = Converter({ from: 'cn', to: 'tw' })
const HAN = /\p{Script=Han}/u
const MARKS: Record<string, string> = { '，': ',', '。': '.', '；': ';', '：': ':', '、': ',', '“': '"', '”': '"', '（': '(', '）': ')' }
const READINGS = ['(yuán)', '(huì)', '(dǎng yuán)', '(jīng)', '（shāng）']

export const edits: Record<string, Edit> = {
  'words replaced': wordsReplaced,
  'sentences left out': (text, amount, { random }) => {
    const sentences = sentencesOf(text)
    const left = [...sentences]
    for (let gone = 0; gone < amount * text.length && left.length > 1;) gone += left.splice(below(random, left.length), 1)[0]!.length
    return left.join('')
  },
  'sentences added': (text, amount, { sentences, random }) => {
    const all = sentencesOf(text)
    for (let added = 0; added < amount * text.length;) {
      const one = pick(random, sentences)
      all.splice(below(random, all.length + 1), 0, one)
      added += one.length
    }
    return all.join('')
  },
  'sentences moved': (text, amount, { random }) => {
    const all = sentencesOf(text)
    for (let moved = 0; moved < amount * text.length;) {
      const [one] = all.splice(below(random, all.length), 1)
      all.splice(below(random, all.length + 1), 0, one!)
      moved += one!.length
    }
    return all.join('')
  },
  'other script, words replaced': (text, amount, stock) => traditional(wordsReplaced(text, amount, stock)),
  'characters damaged': (text, amount, { sentences, random }) => [...text].map((character) => {
    if (random() >= amount) return character
    return random() < 0.5 ? '�' : hanFrom(pick(random, sentences), random)
  }).join(''),
  'readings in brackets': (text, amount, { random }) => (
    // A reading stands behind each so many characters, as converters leave them.
    [...text].map((character) => (HAN.test(character) && random() < amount ? character + pick(random, READINGS) : character)).join('')),
  'punctuation and spacing': (text, amount, { random }) => [...text].map((character) => {
    if (MARKS[character] !== undefined && random() < amount * 2.5) return MARKS[character]!
    return random() < amount ? `${character}${pick(random, [' ', '\n', '　'])}` : character
  }).join(''),
}

export function sentencesOf(text: string): string[] {
  return text.match(/[^。\n]*(?:[。\n]+|$)/gu)!.filter((sentence) => sentence.trim() !== '')
}

export function below(random: Random, limit: number): number {
  return Math.floor(random() * limit)
}

export function pick<One>(random: Random, from: readonly One[]): One {
  return from[below(random, from.length)]!
}

/** Runs of two characters become two of another text, each place once. */
function wordsReplaced(text: string, amount: number, { sentences, random }: Stock): string {
  const units = text.split('')
  const places = units.flatMap((unit, at) => (at % 2 === 0 && HAN.test(unit) && HAN.test(units[at + 1] ?? '') ? [at] : []))
  for (let left = amount * text.length; left > 0 && places.length > 0; left -= 2) {
    const [at] = places.splice(below(random, places.length), 1)
    units[at!] = hanFrom(pick(random, sentences), random)
    units[at! + 1] = hanFrom(pick(random, sentences), random)
  }
  return units.join('')
}

function hanFrom(text: string, random: Random): string {
  const all = [...text].filter((character) => HAN.test(character))
  return all.length === 0 ? '会' : pick(random, all)
}
