import { AppError, contract, type Case, type CaseDetail } from '#api'
import { implement } from '@orpc/server'
import { factsOf, passagesOf } from '../../coding'
import type { AppContext } from '../../context'
import { comparePinyin } from '../../text'
import { editWrites, newCaseWrites, write } from '../case'
import { summaryOf } from '../case-reader'
import { tombstone } from '../inverse'
import { DELETED, type Write } from '../model'
import { changeOf, mustChange } from './change'
import { collectionsOf, collectionCaseIds } from './collection-record'
import { repairWrites } from './repair'
import { renameTagWrites, tagCounts, tidyTag } from './tags'

/** The contract's `cases`: list, read, create, edit, tag, delete. */
export function casesFeature(context: AppContext) {
  const { library, cases, ports, backups } = context
  const os = implement(contract.cases)

  return os.router({
    list: os.list.handler(({ input }) => {
      const found = [...selected(context, input)].sort(orders[input.sort])
      return { total: found.length, cases: found.slice(input.offset, input.offset + input.limit).map(summaryOf) }
    }),

    get: os.get.handler(({ input }): CaseDetail => {
      const item = cases.get(input.id)
      return { case: item, passages: passagesOf(context, item.id), facts: factsOf(item), collections: collectionsOf(context, item.id) }
    }),

    create: os.create.handler(async ({ input }) => {
      const id = ports.ids.id()
      const now = new Date(ports.clock.now()).toISOString()
      const command = await library.execute('case.create', () => newCaseWrites(id, now, input))
      return { id, change: changeOf(mustChange(command)) }
    }),

    edit: os.edit.handler(async ({ input }) => {
      const command = await library.execute('case.edit', () => editWrites(input.id, cases.get(input.id), input.set, library.record(input.id)))
      return { case: cases.get(input.id), change: changeOf(command) }
    }),

    confirm: os.confirm.handler(async ({ input }) => {
      const command = await library.execute('case.confirm', () => {
        const { proposed } = cases.get(input.id)
        return proposed.filter((field) => input.fields.includes(field)).map((field) => write(input.id, `proposed/${field}`, false))
      })
      return { change: changeOf(command) }
    }),

    tag: os.tag.handler(async ({ input }) => {
      const command = await library.execute('case.tag', () => input.ids.flatMap((id) => {
        const { tags } = cases.get(id)
        return [
          ...input.add.map(tidyTag).filter((tag) => tag !== '' && !tags.includes(tag)).map((tag) => write(id, `tags/${tag}`, true)),
          ...input.remove.filter((tag) => tags.includes(tag)).map((tag) => write(id, `tags/${tag}`, false)),
        ]
      }))
      return { change: changeOf(command) }
    }),

    delete: os.delete.handler(async ({ input }) => {
      await backups.beforeMany('delete', input.ids.length)
      const command = await library.execute('case.delete', () => input.ids.map((id): Write => {
        const record = library.live(id, 'case')
        if (record === undefined) throw new AppError('CASE_NOT_FOUND', { id })
        return { record: id, kind: 'case', field: DELETED, value: tombstone(record) }
      }))
      return { change: changeOf(mustChange(command)) }
    }),

    setRepair: os.setRepair.handler(async ({ input }) => {
      const command = await library.execute(input.applied ? 'case.repair' : 'case.unrepair', () => repairWrites(cases.get(input.id), input))
      return { case: cases.get(input.id), change: changeOf(command) }
    }),

    tags: os.tags.handler(() => tagCounts(cases.all())),

    renameTag: os.renameTag.handler(async ({ input }) => {
      const command = await library.execute('tag.rename', () => renameTagWrites(cases.all(), input.from, tidyTag(input.to)))
      return { change: changeOf(command) }
    }),
  })
}

function* selected({ cases, search, library }: AppContext, input: { query?: string | undefined; tag?: string | undefined; collection?: string | undefined; ids?: string[] | undefined }): Iterable<Case> {
  const matching = input.query === undefined || input.query.trim() === '' ? null : search.matching(input.query)
  const collected = input.collection === undefined ? null : collectionCaseIds({ library, search }, input.collection)
  const among = input.ids === undefined ? cases.all() : [...new Set(input.ids)].flatMap((id) => cases.find(id) ?? [])
  for (const item of among) {
    if (matching !== null && !matching.has(item.id)) continue
    if (collected !== null && !collected.has(item.id)) continue
    if (input.tag !== undefined && !item.tags.some((tag) => tag === input.tag || tag.startsWith(`${input.tag}/`))) continue
    yield item
  }
}

const byTitle = (a: Case, b: Case) => comparePinyin(a.title, b.title) || (a.id < b.id ? -1 : 1)

const orders = {
  title: byTitle,
  updated: (a: Case, b: Case) => (a.updatedAt === b.updatedAt ? byTitle(a, b) : a.updatedAt > b.updatedAt ? -1 : 1),
  period: (a: Case, b: Case) => latestYear(b) - latestYear(a) || byTitle(a, b),
  region: (a: Case, b: Case) =>
    comparePinyin(a.region.province, b.region.province) || comparePinyin(a.region.city, b.region.city) || byTitle(a, b),
}

/** 0 where the period names none. */
function latestYear({ period }: Case): number {
  return Math.max(0, ...[...period.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/gu)].map(([year]) => Number(year)))
}
