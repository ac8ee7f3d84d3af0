import { AppError, contract, type Collection } from '#api'
import { implement } from '@orpc/server'
import type { AppContext } from '../../context'
import { confined } from '../../search'
import { tombstone } from '../inverse'
import { DELETED, type Json, type Write } from '../model'
import { changeOf, mustChange } from './change'
import { byName, collectionCaseIds, collectionOf, getCollection } from './collection-record'

/** The contract's `collections`: lists of cases by hand, and saved queries. */
export function collectionsFeature(context: AppContext) {
  const { library, ports, search } = context
  const os = implement(contract.collections)
  const write = (record: string, field: string, value: Json): Write => ({ record, kind: 'collection', field, value })

  return os.router({
    list: os.list.handler(async () => {
      if (allOf(library).some(({ query }) => query !== '')) await context.searchReady()
      return allOf(library)
        // A query with a part that can never match, as an older version kept it, must not hide the other collections.
        .map((collection) => ({ ...collection, count: collection.query === '' ? collectionCaseIds(context, collection.id).size : search.facets(collection.query).total }))
        .sort(byName)
    }),

    create: os.create.handler(async ({ input }) => {
      const { name, caseIds } = input
      const query = queryWithin(input)
      if (query !== '') {
        await context.searchReady()
        search.matching(query)
      }
      const id = ports.ids.id()
      const command = await library.execute('collection.create', () => [
        write(id, DELETED, false),
        write(id, 'name', name),
        write(id, 'query', query),
        ...caseIds.map((caseId, position) => write(id, `cases/${caseId}`, position)),
      ])
      return { id, change: changeOf(mustChange(command)) }
    }),

    rename: os.rename.handler(async ({ input }) => {
      const command = await library.execute('collection.rename', () => {
        getCollection(library, input.id)
        return [write(input.id, 'name', input.name)]
      })
      return { change: changeOf(command) }
    }),

    delete: os.delete.handler(async ({ input }) => {
      const command = await library.execute('collection.delete', () => {
        const record = library.live(input.id, 'collection')
        if (record === undefined) throw new AppError('COLLECTION_NOT_FOUND', { id: input.id })
        return [write(input.id, DELETED, tombstone(record))]
      })
      return { change: changeOf(mustChange(command)) }
    }),

    update: os.update.handler(async ({ input }) => {
      if (input.query !== undefined) {
        await context.searchReady()
        search.matching(input.query)
      }
      const command = await library.execute('collection.update', () => {
        const { caseIds, query } = getCollection(library, input.id)
        if (input.query !== undefined && query === '') throw new AppError('INVALID_INPUT', { detail: 'query' })
        const added = input.add.filter((id) => !caseIds.includes(id))
        return [
          ...(input.query === undefined ? [] : [write(input.id, 'query', input.query)]),
          ...added.map((caseId, index) => write(input.id, `cases/${caseId}`, caseIds.length + index)),
          ...input.remove.filter((id) => caseIds.includes(id)).map((caseId) => write(input.id, `cases/${caseId}`, false)),
        ]
      })
      return { change: changeOf(command) }
    }),
  })
}

function queryWithin({ query, tag, theme }: { query: string; tag?: string | undefined; theme?: string | undefined }): string {
  const inTag = tag === undefined ? query : confined(query, 'tag', tag)
  return theme === undefined ? inTag : confined(inTag, 'theme', theme)
}

function allOf(library: AppContext['library']): Collection[] {
  return Array.from(library.liveOfKind('collection'), collectionOf)
}
