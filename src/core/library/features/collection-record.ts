import { AppError, type Collection } from '#api'
import type { AppContext } from '../../context'
import { comparePinyin } from '../../text'
import { millisecondOf } from '../clock'
import type { StoredRecord } from '../model'
import { fieldValue } from '../record'

/** Fields of a collection record: name, query, deleted and `cases/<id>`, whose value is the position, or false. */
export function collectionOf(record: StoredRecord): Collection {
  const members = Object.entries(record.fields).flatMap(([field, [version]]) =>
    field.startsWith('cases/') && typeof version.value === 'number' ? [{ id: field.slice('cases/'.length), position: version.value }] : [])
  const latest = Math.max(0, ...Object.values(record.fields).map(([version]) => millisecondOf(version.time)))
  return {
    id: record.id,
    name: String(fieldValue(record, 'name') ?? ''),
    query: String(fieldValue(record, 'query') ?? ''),
    caseIds: members.sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1)).map(({ id }) => id),
    updatedAt: new Date(latest).toISOString(),
  }
}

/** @throws AppError COLLECTION_NOT_FOUND. */
export function getCollection(library: AppContext['library'], id: string): Collection {
  const record = library.live(id, 'collection')
  if (record === undefined) throw new AppError('COLLECTION_NOT_FOUND', { id })
  return collectionOf(record)
}

/** The cases of a collection that exist: what its query finds, or its list, in the list's order. */
export function collectionCaseIds({ library, search }: Pick<AppContext, 'library' | 'search'>, id: string): Set<string> {
  const collection = getCollection(library, id)
  if (collection.query !== '') return search.matching(collection.query)
  return new Set(collection.caseIds.filter((caseId) => library.live(caseId, 'case') !== undefined))
}

/** By name, and by id where names are the same, so that every library lists alike. */
export function byName(a: Pick<Collection, 'id' | 'name'>, b: Pick<Collection, 'id' | 'name'>): number {
  return comparePinyin(a.name, b.name) || (a.id < b.id ? -1 : 1)
}

/** The collections kept by hand that hold the case, by name. */
export function collectionsOf({ library }: AppContext, caseId: string): Pick<Collection, 'id' | 'name'>[] {
  return [...library.liveOfKind('collection')]
    .map(collectionOf)
    .filter((collection) => collection.query === '' && collection.caseIds.includes(caseId))
    .map(({ id, name }) => ({ id, name }))
    .sort(byName)
}
