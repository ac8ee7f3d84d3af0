import type { AppContext } from '../../context'
import type { CaseScope } from '../case-list'
import { collectionCaseIds } from './collection-record'

/**
 * The cases of a tag, those below it included, and of a collection; undefined for all cases.
 * @throws AppError COLLECTION_NOT_FOUND, or QUERY_INVALID where the collection's saved query is.
 */
export function scopeOf(
  { library, search, list }: Pick<AppContext, 'library' | 'search' | 'list'>, { tag, collection }: { tag?: string | undefined; collection?: string | undefined },
): CaseScope | undefined {
  const ids = collection === undefined ? undefined : collectionCaseIds({ library, search }, collection)
  const holds = tag === undefined ? undefined : (id: string) => list.hasTag(id, tag)
  return ids === undefined && holds === undefined ? undefined : { ids, holds }
}
