import { AppError, type Case, type CaseSummary } from '#api'
import { caseOf } from './case'
import type { Library } from './library'
import type { StoredRecord } from './model'

const EXCERPT_LENGTH = 160

/** Cases as views see them. Records are immutable, so each is read once and remembered with its record. */
export class CaseReader {
  private readonly remembered = new WeakMap<StoredRecord, Case>()

  constructor(private readonly library: Library) {}

  /** Undefined where there is no such case, or it is deleted. */
  find(id: string): Case | undefined {
    const record = this.library.live(id, 'case')
    return record === undefined ? undefined : this.read(record)
  }

  /** @throws AppError CASE_NOT_FOUND. */
  get(id: string): Case {
    const found = this.find(id)
    if (found === undefined) throw new AppError('CASE_NOT_FOUND', { id })
    return found
  }

  *all(): IterableIterator<Case> {
    for (const record of this.library.liveOfKind('case')) yield this.read(record)
  }

  private read(record: StoredRecord): Case {
    let found = this.remembered.get(record)
    if (found === undefined) {
      found = caseOf(record)
      this.remembered.set(record, found)
    }
    return found
  }
}

export function summaryOf(item: Case): CaseSummary {
  const { id, title, organisation, modelName, region, tags, updatedAt } = item
  const lead = item.sections.find((section) => section.role === 'highlight') ?? item.sections[0]
  return {
    id, title, organisation, modelName, region, tags, updatedAt,
    excerpt: firstCharacters((lead?.text ?? '').replace(/\s+/gu, ' ').trim(), EXCERPT_LENGTH),
    proposedTitle: item.proposed.includes('title'),
    openRepairs: item.original?.repairs.filter((repair) => !repair.applied && !repair.decided).length ?? 0,
  }
}

function firstCharacters(text: string, length: number): string {
  const characters = [...text]
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`
}
