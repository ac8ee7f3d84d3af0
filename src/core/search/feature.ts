import { contract } from '#api'
import { implement } from '@orpc/server'
import type { AppContext } from '../context'
import { facetList } from './facet-list'
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
      const { total, hits, problems } = context.search.query(input.query, {
        limit, offset, ...onlyOf(scope),
        // Lists keep their order, so only the hits of the page are made.
        ...(sort === 'relevance' ? {} : { arrange: (ids) => context.list.page(sort, offset, limit, { ids }) }),
      })
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

function onlyOf(scope: Scope): { only?: (id: string) => boolean } {
  if (scope === undefined) return {}
  const { ids, holds } = scope
  return { only: (id) => (ids?.has(id) ?? true) && (holds?.(id) ?? true) }
}
