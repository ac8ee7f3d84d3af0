import type { HitKind } from '#api'
import { fieldAt, originalOf, type IndexedDocument, type Spot } from './document'
import { fuzzySpots } from './fuzzy'
import { asPinyin, pinyinSpots } from './pinyin'
import type { Condition, TextCondition } from './query'
import { termFinder } from './terms'

/** Why a document answers one condition: where, and how closely. */
export interface Evidence {
  kind: HitKind
  spots: Spot[]
  /** 1 where the term stands as it is, less for each wrong character. */
  similarity: number
}

/** For each text condition of a query, the documents that answer it. */
export type EvidenceOf = Map<TextCondition, Map<IndexedDocument, Evidence>>

/** Beyond this many terms of one query, the rest are not tried as pinyin or with errors. */
const TERMS_GUESSED = 8

/**
 * Looks for every text condition of the query: literally; as pinyin, where it is of letters; and with errors only where
 * no document has it otherwise. A negated condition is only taken literally.
 */
export function gatherEvidence(groups: Condition[][], documents: Iterable<IndexedDocument>): EvidenceOf {
  const conditions = groups.flat().filter((condition) => condition.type === 'text')
  const evidence: EvidenceOf = new Map(conditions.map((condition) => [condition, new Map()]))
  if (conditions.length === 0) return evidence
  literally(conditions, documents, evidence)

  const guessed = new Map<string, Map<IndexedDocument, Evidence>>()
  for (const condition of conditions) {
    if (condition.negated) continue
    const key = `${condition.field} ${condition.folded}`
    if (!guessed.has(key)) {
      if (guessed.size === TERMS_GUESSED) break
      guessed.set(key, guess(condition, documents, evidence.get(condition)!))
    }
    for (const [indexed, reason] of guessed.get(key)!) evidence.get(condition)!.set(indexed, reason)
  }
  return evidence
}

function literally(conditions: TextCondition[], documents: Iterable<IndexedDocument>, evidence: EvidenceOf): void {
  const find = termFinder(conditions.map(({ folded }) => folded))
  const byTerm = new Map<string, TextCondition[]>()
  for (const condition of conditions) byTerm.set(condition.folded, [...(byTerm.get(condition.folded) ?? []), condition])
  for (const indexed of documents) {
    for (const [term, found] of find(indexed)) {
      for (const condition of byTerm.get(term)!) {
        const spots = within(indexed, found, condition)
        if (spots.length === 0) continue
        const isExact = spots.some((spot) => originalOf(indexed, spot) === condition.original)
        evidence.get(condition)!.set(indexed, { kind: isExact ? 'exact' : 'folded', spots, similarity: 1 })
      }
    }
  }
}

function guess(
  condition: TextCondition, documents: Iterable<IndexedDocument>, literal: Map<IndexedDocument, Evidence>,
): Map<IndexedDocument, Evidence> {
  const guessed = new Map<IndexedDocument, Evidence>()
  const letters = asPinyin(condition.folded)
  if (letters !== null) {
    addPinyin('names')
    if (guessed.size === 0 && literal.size === 0) addPinyin('text')
  }
  if (guessed.size > 0 || literal.size > 0) return guessed
  for (const [indexed, found] of fuzzySpots(documents, condition.folded)) {
    const spots = within(indexed, found, condition)
    if (spots.length === 0) continue
    const distance = Math.min(...spots.map((spot) => spot.distance))
    guessed.set(indexed, { kind: 'fuzzy', spots, similarity: 1 - distance / condition.folded.length })
  }
  return guessed

  function addPinyin(where: 'names' | 'text'): void {
    for (const indexed of documents) {
      if (literal.has(indexed)) continue
      const spots = within(indexed, pinyinSpots(indexed, letters!, where), condition)
      if (spots.length > 0) guessed.set(indexed, { kind: 'pinyin', spots, similarity: 1 })
    }
  }
}

function within<T extends Spot>(indexed: IndexedDocument, spots: T[], condition: TextCondition): T[] {
  return condition.field === 'any' ? spots : spots.filter((spot) => fieldAt(indexed, spot.start).field === 'title')
}
