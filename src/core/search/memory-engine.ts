import type { Hit, HitKind, Match } from '#api'
import { indexDocument, type IndexedDocument, type Spot } from './document'
import type { Answer, FacetCount, QueryOptions, SearchDocument, SearchEngine } from './engine'
import { gatherEvidence, type Evidence, type EvidenceOf } from './evidence'
import { filterSpots, passesFilter } from './filters'
import { countFacets } from './facets'
import { parseQuery, parseValidQuery, phrase, type Condition, type TextCondition } from './query'
import { kindOf, scoreOf } from './rank'
import { matchesOf, snippetOf } from './snippet'

/** A document that answers at least one group of the query. */
interface FoundDocument {
  indexed: IndexedDocument
  reasons: Evidence[]
  score: number
  spots: Spot[]
}

/** Keeps every document folded in memory and reads through all of them for each query. */
export class MemorySearchEngine implements SearchEngine {
  private readonly documents = new Map<string, IndexedDocument>()

  update(id: string, document: SearchDocument | null): void {
    if (document === null) this.documents.delete(id)
    else this.documents.set(id, indexDocument(document))
  }

  query(query: string, { limit, offset = 0, only, order }: QueryOptions): Answer {
    const { groups, problems } = parseQuery(query)
    const answers = [...this.answers(groups).values()]
      .filter(({ indexed }) => only?.(indexed.document.id) ?? true)
      .sort(order === undefined
        ? (a, b) => b.score - a.score || (a.indexed.document.id < b.indexed.document.id ? -1 : 1)
        : (a, b) => order(a.indexed.document.id, b.indexed.document.id))
    return { total: answers.length, hits: answers.slice(offset, offset + limit).map(hitOf), problems }
  }

  matching(query: string): Set<string> {
    return new Set(this.documentsFor(parseValidQuery(query)).map(({ document }) => document.id))
  }

  facets(query: string, only?: (id: string) => boolean): { total: number; counts: FacetCount[] } {
    const found = this.documentsFor(parseQuery(query).groups).filter(({ document }) => only?.(document.id) ?? true)
    return { total: found.length, counts: countFacets(found) }
  }

  find(id: string, text: string): { matches: Match[]; kind: HitKind | null } {
    const indexed = this.documents.get(id)
    const condition = phrase(text)
    if (indexed === undefined || condition === null) return { matches: [], kind: null }
    const reason = gatherEvidence([[condition]], [indexed]).get(condition)!.get(indexed)
    return reason === undefined ? { matches: [], kind: null } : { matches: matchesOf(indexed, reason.spots), kind: reason.kind }
  }

  settled(): Promise<void> {
    return Promise.resolve()
  }

  progress(): { done: number; total: number } {
    return { done: this.documents.size, total: this.documents.size }
  }

  private documentsFor(groups: Condition[][]): IndexedDocument[] {
    const documents = [...this.documents.values()]
    if (groups.length === 0) return documents
    const evidence = gatherEvidence(groups, documents)
    return [...new Set(groups.flatMap((group) => this.answering(group, evidence)))]
  }

  private answers(groups: Condition[][]): Map<IndexedDocument, FoundDocument> {
    const evidence = gatherEvidence(groups, [...this.documents.values()])
    const answers = new Map<IndexedDocument, FoundDocument>()
    for (const group of groups) {
      for (const indexed of this.answering(group, evidence)) {
        const reasons = reasonsOf(group, indexed, evidence)
        const score = scoreOf(indexed, reasons)
        const spots = [...reasons.flatMap((reason) => reason.spots), ...filterSpotsOf(group, indexed)]
        const known = answers.get(indexed)
        if (known === undefined) {
          answers.set(indexed, { indexed, reasons, score, spots })
        } else {
          known.spots.push(...spots)
          if (score > known.score) Object.assign(known, { reasons, score })
        }
      }
    }
    return answers
  }

  /** Documents for which all conditions of a group hold. */
  private answering(group: Condition[], evidence: EvidenceOf): IndexedDocument[] {
    const rarest = group.filter(isWanted)
      .map((condition) => evidence.get(condition)!)
      .reduce<Map<IndexedDocument, Evidence> | null>((least, found) => (least === null || found.size < least.size ? found : least), null)
    const candidates = rarest === null ? this.documents.values() : rarest.keys()
    const answering: IndexedDocument[] = []
    for (const indexed of candidates) {
      if (group.every((condition) => holds(condition, indexed, evidence) !== condition.negated)) answering.push(indexed)
    }
    return answering
  }
}

function isWanted(condition: Condition): condition is TextCondition {
  return condition.type === 'text' && !condition.negated
}

function holds(condition: Condition, indexed: IndexedDocument, evidence: EvidenceOf): boolean {
  return condition.type === 'text' ? evidence.get(condition)!.has(indexed) : passesFilter(indexed, condition)
}

function reasonsOf(group: Condition[], indexed: IndexedDocument, evidence: EvidenceOf): Evidence[] {
  return group.filter(isWanted).map((condition) => evidence.get(condition)!.get(indexed)!)
}

function filterSpotsOf(group: Condition[], indexed: IndexedDocument): Spot[] {
  return group.flatMap((condition) => (condition.type === 'text' || condition.negated ? [] : filterSpots(indexed, condition)))
}

function hitOf({ indexed, reasons, score, spots }: FoundDocument): Hit {
  return {
    id: indexed.document.id,
    title: indexed.document.title,
    score,
    kind: kindOf(reasons),
    matches: matchesOf(indexed, spots),
    snippet: snippetOf(indexed, spots),
  }
}
