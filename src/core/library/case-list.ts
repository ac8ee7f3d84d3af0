import { Region, type CaseSort } from '#api'
import { comparePinyin, pinyinKey } from '../text'
import { latestMillisecond, textOf } from './case'
import type { Library } from './library'
import type { StoredRecord } from './model'
import { fieldValue } from './record'

/** What lists need to know of a case. */
interface Row {
  id: string
  title: string
  updated: number
  /** The latest year of the period; 0 where it names none. */
  year: number
  province: string
  city: string
  tags: string[]
}

type Compare = (a: Row, b: Row) => number

const byTitle: Compare = (a, b) => comparePinyin(a.title, b.title) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

const compares: Record<CaseSort, Compare> = {
  title: byTitle,
  updated: (a, b) => b.updated - a.updated || byTitle(a, b),
  period: (a, b) => b.year - a.year || byTitle(a, b),
  region: (a, b) => comparePinyin(a.province, b.province) || comparePinyin(a.city, b.city) || byTitle(a, b),
}

/** With fewer cases than one in so many it is quicker to sort them than to go through the whole order. */
const FEW = 64
/** With more changes than this at once, sorting anew is quicker than putting each in its place. */
const MANY_CHANGES = 500

/**
 * The cases of a library in the orders of lists. An order is made when it is first asked for and from then on kept: a
 * change moves one case. Read from the records themselves, so that no case is made for it that is not shown.
 */
export class CaseList {
  private rows: Map<string, Row> | null = null
  private readonly orders = new Map<CaseSort, Row[]>()

  constructor(private readonly library: Library) {
    library.subscribe({ changed: (ids) => this.follow(ids) })
  }

  /** The ids of all cases, in order. Not to be changed. */
  all(sort: CaseSort): string[] {
    return this.order(sort).map(({ id }) => id)
  }

  /** How many there are, and the ids from `offset`, of all cases or of those for which `only` holds. */
  page(sort: CaseSort, offset: number, limit: number, only?: CaseScope): { total: number; ids: string[] } {
    const rows = only === undefined ? this.order(sort) : this.within(sort, only)
    return { total: rows.length, ids: rows.slice(offset, offset + limit).map(({ id }) => id) }
  }

  /** Tells whether a case has the tag or one below it. */
  tagged(tag: string): (id: string) => boolean {
    const rows = this.known()
    const below = `${tag}/`
    return (id) => rows.get(id)?.tags.some((each) => each === tag || each.startsWith(below)) ?? false
  }

  /** Prepares what makes the first list slow, in steps short enough to do something else in between. */
  *warmUp(): Generator<void> {
    for (const { title } of this.known().values()) {
      pinyinKey(title)
      yield
    }
  }

  private within(sort: CaseSort, { ids, holds }: CaseScope): Row[] {
    const rows = this.known()
    if (ids !== undefined && ids.size * FEW < rows.size) {
      const few = [...ids].map((id) => rows.get(id)).filter((row) => row !== undefined && (holds?.(row.id) ?? true)) as Row[]
      return few.sort(compares[sort])
    }
    return this.order(sort).filter(({ id }) => (ids?.has(id) ?? true) && (holds?.(id) ?? true))
  }

  private known(): Map<string, Row> {
    if (this.rows === null) {
      this.rows = new Map()
      for (const record of this.library.liveOfKind('case')) this.rows.set(record.id, rowOf(record))
    }
    return this.rows
  }

  private order(sort: CaseSort): Row[] {
    let order = this.orders.get(sort)
    if (order === undefined) {
      order = [...this.known().values()].sort(compares[sort])
      this.orders.set(sort, order)
    }
    return order
  }

  private follow(ids: string[]): void {
    if (this.rows === null) return
    if (ids.length > MANY_CHANGES) this.orders.clear()
    for (const id of ids) {
      const before = this.rows.get(id)
      const record = this.library.live(id, 'case')
      if (before === undefined && record === undefined) continue
      const after = record === undefined ? undefined : rowOf(record)
      if (after === undefined) this.rows.delete(id)
      else this.rows.set(id, after)
      for (const [sort, order] of this.orders) move(order, before, after, compares[sort])
    }
  }
}

/** Which cases: those of a set, those for which something holds, or those for which both do. */
export interface CaseScope {
  ids?: ReadonlySet<string> | undefined
  holds?: ((id: string) => boolean) | undefined
}

function rowOf(record: StoredRecord): Row {
  const { province, city } = Region.safeParse(fieldValue(record, 'region')).data ?? { province: '', city: '' }
  return {
    id: record.id,
    title: textOf(record, 'title'),
    updated: latestMillisecond(record),
    year: latestYear(textOf(record, 'period')),
    province, city,
    tags: Object.keys(record.fields).filter((field) => field.startsWith('tags/') && record.fields[field]![0].value === true).map((field) => field.slice('tags/'.length)),
  }
}

function latestYear(period: string): number {
  return Math.max(0, ...[...period.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/gu)].map(([year]) => Number(year)))
}

function move(order: Row[], before: Row | undefined, after: Row | undefined, compare: Compare): void {
  if (before !== undefined) order.splice(placeOf(order, before, compare), 1)
  if (after !== undefined) order.splice(placeOf(order, after, compare), 0, after)
}

/** The first place whose row does not come before this one. */
function placeOf(order: Row[], row: Row, compare: Compare): number {
  let low = 0
  let high = order.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (compare(order[middle]!, row) < 0) low = middle + 1
    else high = middle
  }
  return low
}
