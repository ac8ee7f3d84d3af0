import type { Case, Fact } from '#api'
import { fieldValue, type Library, type StoredRecord } from '../library'
import { fold } from '../text'
import { corrected, correctionOf } from './fact-corrections'
import { factsOf, practicesOf } from './facts'
import { fieldsOf } from './fields'

/** Kinds whose key is a figure: 5万元 is not part of 15万元. */
const FIGURES = new Set<Fact['kind']>(['amount', 'count', 'year'])

/** The facts of each case: what is read out of its text, and a person's corrections to that. */
export class CaseFacts {
  private corrections: Map<string, Set<string>> | null = null
  private readonly remembered = new WeakMap<Case, { corrections: StoredRecord[]; facts: Fact[]; rejected: Fact[] }>()

  constructor(private readonly library: Library) {}

  of(item: Case): Fact[] {
    return this.both(item).facts
  }

  /** What was read out of the text, and a person said is none. */
  rejectedOf(item: Case): Fact[] {
    return this.both(item).rejected
  }

  /** Only the named practices: comparing all cases needs no more, and reads less for it. */
  practicesOf(item: Case): Fact[] {
    return this.recordsOf(item.id).length === 0 ? practicesOf(item) : this.of(item).filter(({ kind }) => kind === 'practice')
  }

  /**
   * Whether the case has a fact with this folded value: a figure that is equal, or anything else that holds it. Only
   * a case whose text has the value's beginning or end is read for it.
   */
  has(item: Case, value: string): boolean {
    const wanted = value.replace(/[“”‘’"'《》\s]/gu, '')
    if (wanted === '') return false
    if (!this.remembered.has(item) && this.recordsOf(item.id).length === 0 && !mayHave(item, wanted)) return false
    return this.of(item).some(({ kind, key }) => (FIGURES.has(kind) ? key === wanted : key.includes(wanted)))
  }

  /** The cases whose facts a change of these records may change, beyond their texts. */
  follow(ids: string[]): Set<string> {
    const affected = new Set<string>()
    for (const id of ids) {
      const record = this.library.record(id)
      if (record?.kind !== 'fact') continue
      const caseId = String(fieldValue(record, 'caseId'))
      this.enter(record, this.known())
      affected.add(caseId)
    }
    return affected
  }

  private both(item: Case): { facts: Fact[]; rejected: Fact[] } {
    const corrections = this.recordsOf(item.id)
    const known = this.remembered.get(item)
    if (known !== undefined && sameRecords(known.corrections, corrections)) return known
    const read = factsOf(item)
    const found = corrections.length === 0
      ? { facts: read, rejected: [] }
      : corrected(item, read, corrections.map(correctionOf).filter((correction) => correction !== null))
    this.remembered.set(item, { corrections, ...found })
    return found
  }

  /** Live corrections of a case, oldest first. */
  private recordsOf(caseId: string): StoredRecord[] {
    return [...this.known().get(caseId) ?? []].sort().map((id) => this.library.live(id, 'fact')).filter((record) => record !== undefined)
  }

  private known(): Map<string, Set<string>> {
    if (this.corrections === null) {
      this.corrections = new Map()
      for (const record of this.library.allRecords()) if (record.kind === 'fact') this.enter(record, this.corrections)
    }
    return this.corrections
  }

  private enter(record: StoredRecord, known: Map<string, Set<string>>): void {
    const caseId = String(fieldValue(record, 'caseId'))
    known.set(caseId, (known.get(caseId) ?? new Set()).add(record.id))
  }
}

function mayHave(item: Case, wanted: string): boolean {
  const ends = [wanted.slice(0, 2), wanted.slice(-2)]
  return fieldsOf(item).some(({ text }) => {
    const folded = fold(text)
    return ends.some((end) => folded.includes(end))
  })
}

function sameRecords(a: StoredRecord[], b: StoredRecord[]): boolean {
  return a.length === b.length && a.every((record, index) => record === b[index])
}
