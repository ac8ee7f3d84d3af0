import type { Case } from '#api'
import { documentOf } from '#core/library-search'
import { newCaseWrites, type StoredRecord } from '#core/library/index'
import type { SearchDocument } from '#core/search/index'
import gazetteer from '#resources/gazetteer.json'
import { recordOf } from '../lib/generate'
import { randomFrom, type Random } from '../lib/random'
import { readVocabulary, type Vocabulary, type Words } from './vocabulary'

export type Draft = Pick<Case, 'id' | 'title' | 'organisation' | 'modelName' | 'region' | 'period' | 'sections' | 'tags' | 'sources' | 'notes'>

const SEED = 20_261_124
const TRADITIONAL_SHARE = 0.2
/** Words that a case comes back to, and how often it does: real texts repeat themselves. */
const OWN_WORDS = 50
const OWN_SHARE = 0.3
const TOPIC_SHARE = 0.16
const CHAMBER_SHARE = 0.08
const NUMBER_SHARE = 0.01

const CLAUSE_ENDS = ['，', '，', '，', '，', '、', '；', '：', '。', '。', '。']
const ORGANISATIONS = ['商会', '商会', '商会', '行业协会', '异地商会', '企业家联合会']
const SECTIONS = [['highlight', '看点', 0.12], ['features', '特色', 0.2], ['practice', '做法', 0.48], ['outcome', '成效', 0.2]] as const
const TRADITIONAL: Record<string, string> = {
  看点: '看點', 商会: '商會', 行业协会: '行業協會', 异地商会: '異地商會', 企业家联合会: '企業家聯合會', 基层党建: '基層黨建', 年: '年', 余家: '餘家', 万元: '萬元',
}
const regions = gazetteer.flatMap(({ name, cities }) => (cities.length === 0 ? [{ province: name, city: name }] : cities.map((city) => ({ province: name, city: city.name }))))

/**
 * Made-up cases, the same for the same index whatever the size: 600 to 900 characters with Chinese punctuation, words as
 * frequent as in Chinese at large, mixed with those of the case's topic; a fifth in traditional characters.
 */
export class Corpus {
  private readonly vocabulary: Vocabulary = readVocabulary()

  documents(size: number): SearchDocument[] {
    return Array.from({ length: size }, (_, index) => this.document(index))
  }

  document(index: number): SearchDocument {
    return documentOf({ ...this.draft(index), attachments: [], proposed: [], original: null, createdAt: '', updatedAt: '', conflicts: [] }, [], () => '')
  }

  record(index: number): StoredRecord {
    const { id, ...fields } = this.draft(index)
    return recordOf(newCaseWrites(id, '2026-01-01T00:00:00.000Z', fields))
  }

  draft(index: number): Draft {
    const random = randomFrom(SEED + Math.imul(index + 1, 0x9e37_79b1))
    const writer = new Writer(random, this.vocabulary, random() < TRADITIONAL_SHARE)
    const region = regions[Math.floor(regions.length * random())]!
    const organisation = `${region.city}${writer.name()}${writer.fixed(pick(random, ORGANISATIONS))}`
    const modelName = `${writer.name()}${writer.topic()}`
    const length = 520 + 280 * random()
    const first = 2008 + Math.floor(14 * random())
    return {
      id: idOf(index),
      title: `${organisation}“${modelName}”${writer.name()}${writer.name()}`,
      organisation,
      modelName,
      region,
      period: random() < 0.6 ? `${first}–${first + 1 + Math.floor(4 * random())}` : '',
      sections: SECTIONS.map(([role, heading, share], at) => ({ id: `s${at + 1}`, role, heading: writer.fixed(heading), text: writer.text(length * share) })),
      tags: [...new Set([writer.fixed('基层党建'), writer.topic(), writer.name()])],
      sources: random() < 0.5 ? [{ title: writer.text(14), date: String(first + 1) }] : [],
      notes: random() < 0.2 ? writer.text(30) : '',
    }
  }
}

const PREFIX = '01900000-0000-7000-8000-'

export function idOf(index: number): string {
  return PREFIX + index.toString(16).padStart(12, '0')
}

export function indexOf(id: string): number {
  return Number.parseInt(id.slice(PREFIX.length), 16)
}

/** Writes one case. */
class Writer {
  private readonly form: 'simplified' | 'traditional'
  private readonly topicWords: Words
  private readonly own: string[]

  constructor(private readonly random: Random, private readonly vocabulary: Vocabulary, private readonly isTraditional: boolean) {
    this.form = isTraditional ? 'traditional' : 'simplified'
    this.topicWords = pick(random, vocabulary.topics)
    this.own = Array.from({ length: OWN_WORDS }, () => this.draw(random() < TOPIC_SHARE ? this.topicWords : vocabulary.naming))
  }

  name(): string {
    return this.draw(this.vocabulary.naming)
  }

  topic(): string {
    return this.draw(this.topicWords)
  }

  fixed(word: string): string {
    return this.isTraditional ? TRADITIONAL[word] ?? word : word
  }

  text(length: number): string {
    const parts: string[] = []
    let written = 0
    while (written < length) {
      const count = 2 + Math.floor(4 * this.random())
      for (let word = 0; word < count; word++) {
        const next = this.word()
        parts.push(next)
        written += next.length
      }
      parts.push(written >= length ? '。' : pick(this.random, CLAUSE_ENDS))
      written++
    }
    return parts.join('')
  }

  private word(): string {
    const chance = this.random()
    if (chance < NUMBER_SHARE) return this.number()
    if (chance < NUMBER_SHARE + CHAMBER_SHARE) return this.draw(this.vocabulary.chamber)
    if (chance < NUMBER_SHARE + CHAMBER_SHARE + TOPIC_SHARE) return this.topic()
    if (chance < NUMBER_SHARE + CHAMBER_SHARE + TOPIC_SHARE + OWN_SHARE) return pick(this.random, this.own)
    return this.draw(this.vocabulary.general)
  }

  private number(): string {
    const value = Math.floor(1000 * this.random() ** 2)
    return this.random() < 0.4 ? `${2005 + (value % 20)}年` : `${value}${this.fixed(pick(this.random, ['余家', '万元']))}`
  }

  private draw(words: Words): string {
    return words[this.form][words.sampler.draw(this.random)]!
  }
}

function pick<Item>(random: Random, items: readonly Item[]): Item {
  return items[Math.floor(items.length * random())]!
}
