import { AppError, contract, type CaseDetail } from '#api'
import { implement } from '@orpc/server'
import { passagesOf } from '../../coding'
import type { AppContext } from '../../context'
import type { CaseScope } from '../case-list'
import { editWrites, newCaseWrites, write } from '../case'
import { summaryOf } from '../case-reader'
import { tombstone } from '../inverse'
import { DELETED, type Write } from '../model'
import { changeOf, mustChange } from './change'
import { collectionsOf } from './collection-record'
import { kindWrites, repairWrites } from './repair'
import { renameTagWrites, tagCounts, tidyTag } from './tags'

/** The contract's `cases`: list, read, create, edit, tag, delete. */
export function casesFeature(context: AppContext) {
  const { library, cases, ports, backups } = context
  const os = implement(contract.cases)

  return os.router({
    list: os.list.handler(async ({ input }) => {
      if (asksSearch(input)) await context.searchReady()
      const { total, ids } = context.list.page(input.sort, input.offset, input.limit, selection(context, input))
      return { total, cases: ids.map((id) => summaryOf(cases.get(id))) }
    }),

    get: os.get.handler(({ input }): CaseDetail => {
      const item = cases.get(input.id)
      const { facts } = context
      return { case: item, passages: passagesOf(context, item.id), facts: facts.of(item), rejectedFacts: facts.rejectedOf(item), collections: collectionsOf(context, item.id) }
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

    setRepairs: os.setRepairs.handler(async ({ input }) => {
      let missed: string[] = []
      const command = await library.execute(input.applied ? 'case.repair' : 'case.unrepair', () => {
        const decided = kindWrites(cases.get(input.id), input.kind, input.applied)
        missed = decided.missed
        return decided.writes
      })
      return { case: cases.get(input.id), missed, change: changeOf(command) }
    }),

    tags: os.tags.handler(() => tagCounts(cases.all())),

    renameTag: os.renameTag.handler(async ({ input }) => {
      const command = await library.execute('tag.rename', () => renameTagWrites(cases.all(), input.from, tidyTag(input.to)))
      return { change: changeOf(command) }
    }),
  })
}

/** Most lists of a program that starts do not, and need not wait for it. */
function asksSearch({ query = '', theme, collection }: { query?: string | undefined; theme?: string | undefined; collection?: string | undefined }): boolean {
  return query.trim() !== '' || theme !== undefined || collection !== undefined
}

/** Undefined for all cases. */
function selection(
  { search, scope }: AppContext, input: { query?: string | undefined; tag?: string | undefined; collection?: string | undefined; ids?: string[] | undefined },
): CaseScope | undefined {
  const within = scope(input)
  const matching = input.query === undefined || input.query.trim() === '' ? undefined : search.matching(input.query)
  const chosen = input.ids === undefined ? undefined : new Set(input.ids)
  const sets = [chosen, matching, within?.ids].filter((ids) => ids !== undefined)
  if (sets.length === 0) return within
  const [ids, ...others] = sets
  return { ids, holds: (id) => others.every((other) => other.has(id)) && (within?.holds?.(id) ?? true) }
}
