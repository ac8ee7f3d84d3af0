import { contract, type CaseSort } from '#api'
import { implement } from '@orpc/server'
import type { AppContext } from '../context'
import type { Answer } from './engine'
import { facetList } from './facet-list'
import { parseQuery, validPart } from './query'
import { suggestionsAt } from './suggest'

type Scope = ReturnType<AppContext['scope']>

/** The contract's `search`: the answer to a query, what narrows and completes it, and cases like a case. */
export function searchFeature(context: AppContext) {
  const os = implement(contract.search)
  return os.router({
    query: os.query.handler(async ({ input }) => {
      const start = performance.now()
      await context.searchReady()
      await context.attachmentsRead()
      const { sort, offset, limit } = input
      const scope = context.scope(input)
      const { total, hits, problems } = sort === 'relevance'
        ? context.search.query(input.query, { limit, offset, ...onlyOf(scope) })
        : sorted(context, input.query, sort, { offset, limit, scope })
      return { query: input.query, total, tookMs: performance.now() - start, hits, problems, index: context.search.progress() }
    }),

    facets: os.facets.handler(async ({ input }) => {
      await context.searchReady()
      const { total, counts } = context.search.facets(input.query, onlyOf(context.scope(input)).only)
      return { total, facets: facetList(input.query, total, counts) }
    }),

    suggest: os.suggest.handler(async ({ input }) => {
      await context.searchReady()
      return { suggestions: suggestionsAt(input, context.names()) }
    }),

    related: os.related.handler(async ({ input }) => {
      context.cases.get(input.id)
      return { cases: await context.related.to(input.id, input.limit) }
    }),

    find: os.find.handler(({ input }) => {
      context.cases.get(input.id)
      return context.search.find(input.id, input.text)
    }),
  })
}

/** The order of lists is kept, so only the hits of the page are made. */
function sorted(
  { search, list }: AppContext, query: string, sort: CaseSort, { offset, limit, scope }: { offset: number; limit: number; scope: Scope },
): Answer {
  const { groups, problems } = parseQuery(query)
  if (groups.length === 0) return { total: 0, hits: [], problems }
  const { total, ids } = list.page(sort, offset, limit, { ids: search.matching(validPart(query)), holds: onlyOf(scope).only })
  const places = new Map(ids.map((id, place) => [id, place]))
  if (places.size === 0) return { total, hits: [], problems }
  const { hits } = search.query(query, { limit: places.size, only: (id) => places.has(id) })
  return { total, hits: hits.sort((a, b) => places.get(a.id)! - places.get(b.id)!), problems }
}

function onlyOf(scope: Scope): { only?: (id: string) => boolean } {
  if (scope === undefined) return {}
  const { ids, holds } = scope
  return { only: (id) => (ids?.has(id) ?? true) && (holds?.(id) ?? true) }
}
