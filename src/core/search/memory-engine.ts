import type { Hit } from '#api'
import { indexDocument, type IndexedDocument, type Spot } from './document'
import type { SearchDocument, SearchEngine } from './engine'
import { gatherEvidence, type Evidence, type EvidenceOf } from './evidence'
import { filterSpots, passesFilter } from './filters'
import { parseQuery, type Condition, type ParsedQuery, type TextCondition } from './query'
import { kindOf, scoreOf } from './rank'
import { matchesOf, snippetOf } from './snippet'

/** A document that answers at least one group of the query. */
interface Answer {
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

  /** A blank query asks for nothing and finds nothing. */
  query(query: string, limit: number): { total: number; hits: Hit[] } {
    const parsed = parseQuery(query)
    const answers = [...this.answers(parsed).values()].sort(
      (a, b) => b.score - a.score || (a.indexed.document.id < b.indexed.document.id ? -1 : 1),
    )
    return { total: answers.length, hits: answers.slice(0, limit).map(hitOf) }
  }

  /** A blank query is no restriction: every id. */
  matching(query: string): Set<string> {
    const parsed = parseQuery(query)
    if (parsed.length === 0) return new Set(this.documents.keys())
    const evidence = gatherEvidence(parsed, [...this.documents.values()])
    return new Set(parsed.flatMap((group) => this.answering(group, evidence).map(({ document }) => document.id)))
  }

  private answers(parsed: ParsedQuery): Map<IndexedDocument, Answer> {
    const evidence = gatherEvidence(parsed, [...this.documents.values()])
    const answers = new Map<IndexedDocument, Answer>()
    for (const group of parsed) {
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

function hitOf({ indexed, reasons, score, spots }: Answer): Hit {
  return {
    id: indexed.document.id,
    title: indexed.document.title,
    score,
    kind: kindOf(reasons),
    matches: matchesOf(indexed, spots),
    snippet: snippetOf(indexed, spots),
  }
}
