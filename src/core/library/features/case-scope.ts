import type { AppContext, ScopeInput } from '../../context'
import type { CaseScope } from '../case-list'
import { collectionCaseIds } from './collection-record'

/**
 * The cases of a tag, those below it included, of a theme, of a collection, or a single case; undefined for all cases.
 * @throws AppError COLLECTION_NOT_FOUND, or QUERY_INVALID where the collection's saved query is.
 */
export function scopeOf(
  { library, search, list }: Pick<AppContext, 'library' | 'search' | 'list'>, { tag, theme, collection, id }: ScopeInput,
): CaseScope | undefined {
  const sets = [
    id === undefined ? undefined : new Set([id]),
    collection === undefined ? undefined : collectionCaseIds({ library, search }, collection),
    theme === undefined ? undefined : search.matching(`theme:"${theme.replaceAll('"', '')}"`),
  ].filter((ids) => ids !== undefined)
  if (sets.length === 0 && tag === undefined) return undefined
  const [ids, ...others] = sets
  const isTagged = tag === undefined ? () => true : list.tagged(tag)
  const holds = (each: string) => others.every((other) => other.has(each)) && isTagged(each)
  return { ids, ...(tag === undefined && others.length === 0 ? {} : { holds }) }
}
