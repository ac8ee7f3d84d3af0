import { Anchor, type Case, type Passage } from '#api'
import type { AppContext } from '../context'
import { fieldValue, membersOf, type StoredRecord } from '../library'
import { anchorAt } from './anchor'
import { fieldsOf, textOf } from './fields'
import { resolve } from './resolve'

/** The passages of a case where they stand now, in the order of the text; lost ones last, as they were. */
export function passagesOf(context: AppContext, caseId: string): Passage[] {
  const item = context.cases.find(caseId)
  if (item === undefined) return []
  const order = new Map(fieldsOf(item).map(({ field }, index) => [field, index]))
  return [...passageRecords(context)]
    .filter((record) => fieldValue(record, 'caseId') === caseId)
    .map((record) => passageOf(context, record, item))
    .filter((passage) => passage !== null)
    .sort((a, b) => Number(a.lost) - Number(b.lost)
      || (order.get(a.anchor.field) ?? 0) - (order.get(b.anchor.field) ?? 0) || a.anchor.start - b.anchor.start || (a.id < b.id ? -1 : 1))
}

export function passageRecords({ library }: AppContext): IterableIterator<StoredRecord> {
  return library.liveOfKind('passage')
}

/** Ids of the live themes a passage is coded to. */
export function themeIdsOf({ library }: AppContext, record: StoredRecord): string[] {
  return membersOf(record, 'themes/').filter((id) => library.live(id, 'theme') !== undefined)
}

/** Null where the record's anchor cannot be read. */
function passageOf(context: AppContext, record: StoredRecord, item: Case): Passage | null {
  const stored = Anchor.safeParse(fieldValue(record, 'anchor')).data
  if (stored === undefined) return null
  const current = currentAnchor(stored, item)
  return { id: record.id, caseId: item.id, anchor: current ?? stored, themeIds: themeIdsOf(context, record), lost: current === null }
}

/** Where it stands now: in its own field, or, where sections were split or joined, in another. */
export function currentAnchor(stored: Anchor, item: Case): Anchor | null {
  const own = textOf(item, stored.field)
  const fields = fieldsOf(item).filter(({ field }) => field !== stored.field)
  for (const each of own === undefined ? fields : [{ field: stored.field, text: own }, ...fields]) {
    const found = resolve(stored, each.text)
    if (found !== null) return anchorAt(each, found.start, found.end)
  }
  return null
}
