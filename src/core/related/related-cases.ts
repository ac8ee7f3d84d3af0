import type { Case, Fact, RelatedCase } from '#api'
import { fold, type WordModel } from '../text'
import { TermIndex } from './term-index'
import { termsOf, type TermKind } from './terms'

interface Read {
  item: Case
  /** Names of the themes it is coded to. */
  themes: string[]
  practices: Fact[]
}

interface Source {
  /** Undefined where there is no such case. */
  read(id: string): Read | undefined
  ids(): Iterable<string>
  words(): Promise<WordModel | null>
  /** Does the steps in the background. */
  run(steps: Iterator<unknown>): Promise<void>
}

const SHARED_SHOWN = 8
/** What a person named is told before what merely stands in the text. */
const KIND_PLACES: Record<TermKind, number> = { practice: 0, tag: 1, theme: 1, region: 2, term: 2 }

/**
 * The cases most like a case by named practices, tags, themes, region and the distinctive words of the text; see
 * `TermIndex` for the measure. Everything is compared folded, so either script is like the other. The index is made
 * when it is first asked, in slices; an edited case is read anew when it is next needed.
 */
export class RelatedCases {
  private readonly index = new TermIndex()
  private readonly stale = new Set<string>()
  private ready: Promise<void> | null = null
  private words: WordModel | null = null

  constructor(private readonly source: Source) {}

  /** Cases that changed, came or went. */
  changed(ids: Iterable<string>): void {
    if (this.ready !== null) for (const id of ids) this.stale.add(id)
  }

  /** The most like first; none where the case is unknown or shares nothing with another. */
  async to(id: string, limit: number): Promise<RelatedCase[]> {
    this.ready ??= this.start()
    await this.ready
    if (this.stale.size > 0) await this.source.run(this.steps())
    const own = this.source.read(id)
    if (own === undefined) return []
    return this.index.nearest(id, limit).flatMap(({ id: other, score }) => {
      const found = this.source.read(other)
      return found === undefined ? [] : [{ id: other, title: found.item.title, score, shared: this.shared(own, other) }]
    })
  }

  private async start(): Promise<void> {
    this.words = await this.source.words()
    for (const id of this.source.ids()) this.stale.add(id)
    await this.source.run(this.steps())
  }

  private *steps(): Generator<void> {
    for (const id of this.stale) {
      this.stale.delete(id)
      const found = this.source.read(id)
      this.index.set(id, found === undefined ? null : termsOf(found, this.words))
      yield
    }
  }

  /** A part of a longer shared term says nothing beside it, and a word that most cases have nothing where there are others. */
  private shared(own: Read, other: string): RelatedCase['shared'] {
    const kept: { kind: TermKind; key: string }[] = []
    const all = this.index.shared(own.item.id, other)
    const telling = all.filter(({ kind, isCommon }) => kind !== 'term' || !isCommon)
    for (const term of (telling.length > 0 ? telling : all).sort((a, b) => KIND_PLACES[a.kind] - KIND_PLACES[b.kind])) {
      if (!kept.some(({ key }) => key.includes(term.key))) kept.push(term)
    }
    return kept.slice(0, SHARED_SHOWN).map(({ kind, key }) => ({ kind, text: asWritten(own, kind, key) }))
  }
}

/** The term as the case writes it. */
function asWritten({ item, themes, practices }: Read, kind: TermKind, key: string): string {
  switch (kind) {
    case 'practice':
      return practices.find((fact) => fact.key === key)?.text ?? key
    case 'tag':
      return item.tags.find((tag) => fold(tag).trim() === key) ?? key
    case 'region':
      return [item.region.province, item.region.city].find((name) => fold(name).trim() === key)?.trim() ?? key
    case 'theme':
      return themes.find((theme) => fold(theme).trim() === key) ?? key
    case 'term': {
      const text = [item.title, ...item.sections.map((section) => section.text)].find((each) => fold(each).includes(key))
      if (text === undefined) return key
      const at = fold(text).indexOf(key)
      return text.slice(at, at + key.length)
    }
  }
}
