import { Converter } from 'opencc-js'
import type { SearchDocument } from '#core/search/index'
import { fold, syllablesOf } from '#core/text/index'
import { randomFrom, type Random } from '../lib/random'
import { nothing, spoil, spoilTwice } from './spoil'
import type { Answers, Truth } from './truth'
import { segmenter } from './segmenter'

export interface Question {
  group: string
  text: string
  /** Every case that answers the query. */
  answers: Answers
  /** Cases that may come besides: who types from memory leaves punctuation out. */
  allowed: Answers | null
  /** Cases with the very passage it was made from, where that is not all of them. */
  meant: Answers | null
  /** The query stands in its answers as it is, so that their number can be known. */
  isLiteral: boolean
}

const HAN = /^[\u4e00-\u9fff]+$/u
const TITLE_SHARE = 0.2
const ATTEMPTS = 20_000
/** Letters that spell something in names and in texts alike; fewer are looked for in names alone. */
const FEWEST_LETTERS = 5

const toSimplified = Converter({ from: 't', to: 'cn' })
const toTraditional = Converter({ from: 'cn', to: 't' })

type Maker = (asker: Asker, round: number) => Omit<Question, 'group'>

/**
 * What is asked, by group; each maker gives one query with its true answers. Passages never reach over punctuation.
 * - one error: a passage of 4-8 characters (5-8 where one goes missing) with one wrong, missing, extra or swapped
 *   character, such that the result stands nowhere. The answers are all cases within one error of the query;
 *   those that are so if their punctuation is left out may come as well.
 * - two errors: passages of 6-10 characters, results that are nowhere within one error; the answers are within two.
 * - pinyin: the answers are all cases that can be spelt so, by any reading of their characters; initials, in names.
 * - no match: nothing within two errors, nothing that could be spelt so.
 */
const makers: Record<string, Maker> = {
  'exact 1': (asker) => asker.literal(asker.passage(1)),
  'exact 2': (asker) => asker.literal(asker.passage(2)),
  'exact 3': (asker) => asker.literal(asker.passage(3)),
  'exact 4-8': (asker) => asker.literal(asker.passage(4, 8)),
  'wrong character': (asker) => asker.spoilt('wrong', 4, 8),
  'missing character': (asker) => asker.spoilt('missing', 5, 8),
  'extra character': (asker) => asker.spoilt('extra', 4, 8),
  'swapped characters': (asker) => asker.spoilt('swapped', 4, 8),
  'two errors': (asker) => asker.spoiltTwice(),
  'simplified for traditional': (asker) => asker.inOtherScript(toSimplified),
  'traditional for simplified': (asker) => asker.inOtherScript(toTraditional),
  'pinyin of titles': (asker) => asker.pinyin(() => asker.titlePart(3, 6), (part) => syllablesOf(part).join('')),
  'initials of titles': (asker) => asker.initials(),
  'Han and pinyin of titles': (asker, round) => asker.pinyin(() => asker.titlePart(4, 6), (part) => (round % 2 === 0
    ? part.slice(0, 2) + syllablesOf(part.slice(2)).join('')
    : syllablesOf(part.slice(0, 2)).join('') + part.slice(2))),
  'pinyin of texts': (asker) => asker.pinyin(() => asker.words(), (part) => syllablesOf(part).join('')),
  'two words': (asker) => asker.together(2),
  'three words': (asker) => asker.together(3),
  'no match': (asker, round) => asker.nothing(round),
}

/** `count` queries of each group, the same for the same cases, in an order that goes round the groups. */
export function makeQuestions(documents: SearchDocument[], truth: Truth, count: number): Question[] {
  const asker = new Asker(documents, truth, randomFrom(documents.length))
  return Array.from({ length: count }, (_, round) => Object.entries(makers).map(([group, make]) => ({ group, ...make(asker, round) }))).flat()
}

class Asker {
  private readonly asked = new Set<string>()
  private readonly segment = segmenter()

  constructor(private readonly documents: SearchDocument[], private readonly truth: Truth, private readonly random: Random) {}

  literal(text: string): Omit<Question, 'group'> {
    return { text, answers: this.truth.holding([text]), allowed: null, meant: null, isLiteral: true }
  }

  /** A run of Han characters out of a section, or now and then a title. */
  passage(least: number, most = least): string {
    return this.fresh(() => {
      const document = this.anyDocument()
      return this.windowOf(this.random() < TITLE_SHARE ? document.title : this.sectionOf(document), least, most)
    })
  }

  titlePart(least: number, most: number): string {
    return this.fresh(() => this.windowOf(this.anyDocument().title, least, most))
  }

  spoilt(how: Parameters<typeof spoil>[0], least: number, most: number): Omit<Question, 'group'> {
    for (;;) {
      const passage = this.passage(least, most)
      const text = spoil(how, passage, this.random, () => this.anyCharacter())
      if (text === null || this.truth.occurs(text)) continue
      return { text, ...this.nearAnswers(text, 1), meant: this.truth.holding([passage]), isLiteral: false }
    }
  }

  spoiltTwice(): Omit<Question, 'group'> {
    for (;;) {
      const passage = this.passage(6, 10)
      const text = spoilTwice(passage, this.random, () => this.anyCharacter())
      if (text === null || this.truth.isNear(text, 1)) continue
      return { text, ...this.nearAnswers(text, 2), meant: this.truth.holding([passage]), isLiteral: false }
    }
  }

  private nearAnswers(text: string, errors: number): Pick<Question, 'answers' | 'allowed'> {
    return { answers: this.truth.near(text, errors), allowed: this.truth.nearWithoutPunctuation(text, errors) }
  }

  /** A passage whose other form is different, asked for in that form. */
  inOtherScript(convert: (text: string) => string): Omit<Question, 'group'> {
    for (;;) {
      const passage = this.passage(2, 8)
      const text = convert(passage)
      if (text !== passage && fold(text) === fold(passage)) return this.literal(text)
    }
  }

  pinyin(take: () => string, spell: (part: string) => string): Omit<Question, 'group'> {
    for (;;) {
      const part = take()
      const text = spell(fold(part))
      if (text.length < FEWEST_LETTERS) continue
      const answers = this.truth.spelling(text)
      if (answers.count > 0) return { text, answers, allowed: null, meant: this.truth.holding([part]), isLiteral: false }
    }
  }

  initials(): Omit<Question, 'group'> {
    const part = this.titlePart(3, 6)
    const text = syllablesOf(fold(part)).map((syllable) => syllable[0]).join('')
    return { text, answers: this.truth.initials(text), allowed: null, meant: this.truth.named(part), isLiteral: false }
  }

  /** Two to four words that follow each other in a text. */
  words(): string {
    return this.fresh(() => {
      const found = this.segment(this.runOf(this.sectionOf(this.anyDocument())))
      const count = 2 + Math.floor(3 * this.random())
      const start = Math.floor(this.random() * (found.length - count + 1))
      const part = found.slice(Math.max(0, start), Math.max(0, start) + count).join('')
      return found.length >= count && part.length >= 3 ? part : null
    })
  }

  /** Words of two or more characters from anywhere in one case. */
  together(count: number): Omit<Question, 'group'> {
    const text = this.fresh(() => {
      const document = this.anyDocument()
      const chosen = Array.from({ length: count }, () => {
        const long = this.segment(this.runOf(this.sectionOf(document))).filter((word) => word.length >= 2)
        return long[Math.floor(this.random() * long.length)]
      })
      return chosen.includes(undefined) || new Set(chosen).size < count ? null : chosen.join(' ')
    })
    return { text, answers: this.truth.holding(text.split(' ')), allowed: null, meant: null, isLiteral: true }
  }

  nothing(round: number): Omit<Question, 'group'> {
    const text = this.fresh(() => {
      const candidate = nothing(round, this.random, () => this.anyCharacter())
      return this.truth.isNear(candidate, 2) || this.truth.spelling(candidate).count > 0 ? null : candidate
    })
    const has = new Uint8Array(this.documents.length)
    return { text, answers: { has, count: 0 }, allowed: null, meant: null, isLiteral: true }
  }

  private fresh(make: () => string | null): string {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const text = make()
      if (text === null || this.asked.has(text)) continue
      this.asked.add(text)
      return text
    }
    throw new Error('no more queries of this kind can be made of so few cases')
  }

  private windowOf(text: string, least: number, most: number): string | null {
    const length = least + Math.floor((most - least + 1) * this.random())
    const start = Math.floor(this.random() * (text.length - length + 1))
    const found = text.slice(start, start + length)
    return HAN.test(found) && found.length === length ? found : null
  }

  private runOf(text: string): string {
    const runs = text.match(/[\u4e00-\u9fff]+/gu) ?? ['']
    return runs[Math.floor(runs.length * this.random())]!
  }

  private anyDocument(): SearchDocument {
    return this.documents[Math.floor(this.documents.length * this.random())]!
  }

  private sectionOf(document: SearchDocument): string {
    const sections = document.fields.filter(({ field }) => field.startsWith('sections/') && !field.endsWith('/heading'))
    return sections[Math.floor(sections.length * this.random())]!.text
  }

  private anyCharacter(): string {
    return this.windowOf(this.sectionOf(this.anyDocument()), 1, 1) ?? this.anyCharacter()
  }
}
