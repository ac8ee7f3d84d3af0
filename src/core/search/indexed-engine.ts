import type { Hit, HitKind, Match } from '#api'
import { answering, groupsOf, ORDERED_FINELY, ranked, type Group } from './answers'
import { Corpus } from './corpus'
import type { Answer, FacetCount, QueryOptions, SearchDocument, SearchEngine } from './engine'
import { countFacets } from './facets'
import { filterSpots } from './filters'
import { layFields, originalOf, type LaidField, type Spot } from './layout'
import { parseQuery, parseValidQuery, phrase, type Condition } from './query'
import { fineScore, kindOf } from './rank'
import { matchesOf, snippetOf } from './snippet'
import type { TermHits } from './term-hits'
import { KINDS } from './term-value'

/** Gives a document as it is now. */
export type DocumentSource = (id: string) => SearchDocument | undefined

/** The engine over a corpus of segments: see docs/decisions/0015-search-engine.md. */
export class IndexedSearchEngine implements SearchEngine {
  private readonly corpus = new Corpus()
  private readonly kept: Map<string, SearchDocument> | null
  private readonly documentOf: DocumentSource
  private single: { document: SearchDocument; corpus: Corpus } | null = null

  /** @param source where documents are looked up to show hits; without it the engine keeps them. */
  constructor(source: DocumentSource | null) {
    this.kept = source === null ? new Map() : null
    this.documentOf = source ?? ((id) => this.kept!.get(id))
  }

  update(id: string, document: SearchDocument | null): void {
    this.corpus.update(id, document)
    if (this.kept === null) return
    if (document === null) this.kept.delete(id)
    else this.kept.set(id, document)
  }

  query(query: string, { limit, offset = 0, only, arrange }: QueryOptions): Answer {
    const { groups: conditions, problems } = parseQuery(query)
    const groups = groupsOf(this.corpus, conditions)
    const { found, documents, group, floor } = ranked(this.corpus, groups, offset + limit, only)
    if (arrange !== undefined && found.length > 0) {
      const page = arrange(new Set(Array.from(found, (document) => this.corpus.ids[document]!)))
      const numbers = page.ids.map((id) => this.corpus.numberOf(id)!)
      return { total: page.total, hits: numbers.map((document) => this.hit(document, group(document), groups)), problems }
    }
    return {
      total: found.length,
      hits: Array.from(documents.subarray(offset, offset + limit), (document, index) => {
        const hit = this.hit(document, group(document), groups)
        return offset + index >= ORDERED_FINELY ? { ...hit, score: Math.min(floor, hit.score) } : hit
      }),
      problems,
    }
  }

  matching(query: string): Set<string> {
    return new Set(Array.from(this.found(parseValidQuery(query)), (document) => this.corpus.ids[document]!))
  }

  facets(query: string, only?: (id: string) => boolean): { total: number; counts: FacetCount[] } {
    const { corpus } = this
    const documents = [...this.found(parseQuery(query).groups)].filter((document) => only?.(corpus.ids[document]!) ?? true)
    return { total: documents.length, counts: countFacets(documents.map((document) => corpus.values[document]!)) }
  }

  find(id: string, text: string): { matches: Match[]; kind: HitKind | null } {
    const condition = phrase(text)
    const document = this.documentOf(id)
    if (condition === null || document === undefined) return { matches: [], kind: null }
    const single = this.singleOf(document)
    const [group] = groupsOf(single, [[condition]])
    const [number] = answering(single, group!)
    if (number === undefined) return { matches: [], kind: null }
    const { fields } = layFields(document)
    const spots = relativeSpots(single, group!.terms, number)
    return { matches: matchesOf(fields, spots), kind: kindShown(fields, group!.terms, number, spots) }
  }

  settled(): Promise<void> {
    return this.corpus.settled()
  }

  progress(): { done: number; total: number } {
    const { size } = this.corpus
    // A few that are read through at each query stay so: nothing is on its way that one could wait for.
    return { done: this.corpus.isBehind ? this.corpus.indexed() : size, total: size }
  }

  /** A corpus of one document, kept while the words looked for in it change and it does not. */
  private singleOf(document: SearchDocument): Corpus {
    if (this.single === null || !isSame(this.single.document, document)) {
      this.single = { document, corpus: new Corpus() }
      this.single.corpus.update(document.id, document)
    }
    return this.single.corpus
  }

  /** A query without conditions is no restriction. */
  private found(conditions: Condition[][]): Set<number> {
    const { corpus } = this
    const groups = groupsOf(corpus, conditions)
    return new Set(groups.length === 0 ? corpus.numbers() : groups.flatMap((group) => [...answering(corpus, group)]))
  }

  private hit(number: number, best: Group, groups: Group[]): Hit {
    const { corpus } = this
    const id = corpus.ids[number]!
    const document = this.documentOf(id)!
    const { fields } = layFields(document)
    const others = groups.filter((group) => group !== best && group.terms.length > 0 && group.terms.every((term) => term.has(number)))
    const spots = relativeSpots(corpus, [best, ...others].flatMap(({ terms }) => terms), number)
    const marked = [...spots, ...best.filters.filter(({ negated }) => !negated).flatMap((filter) => filterSpots(fields, filter))]
    return {
      id,
      title: document.title,
      score: fineScore(corpus, best.terms, number),
      kind: kindShown(fields, best.terms, number, spots),
      matches: matchesOf(fields, marked),
      snippet: snippetOf(fields, marked),
    }
  }
}

function isSame(a: SearchDocument, b: SearchDocument): boolean {
  return a.id === b.id && a.fields.length === b.fields.length
    && a.fields.every(({ field, text }, index) => field === b.fields[index]!.field && text === b.fields[index]!.text)
}

function relativeSpots(corpus: Corpus, terms: TermHits[], number: number): (Spot & { kind: number })[] {
  const { segment, slot } = corpus.placeOf(number)
  const origin = segment.starts[slot]!
  return terms.flatMap((term) => term.spotsOf(number)).map(({ start, end, kind }) => ({ start: start - origin, end: end - origin, kind }))
}

/** Folding maps several characters to one, so whether a find is spelt as typed is looked up once more in the original. */
function kindShown(fields: LaidField[], terms: TermHits[], number: number, spots: Spot[]): HitKind {
  const kind = KINDS[kindOf(terms, number)]!
  if (kind !== 'exact') return kind
  const originals = new Set(spots.map((spot) => originalOf(fields, spot)))
  return terms.every((term) => originals.has(term.original)) ? 'exact' : 'folded'
}
