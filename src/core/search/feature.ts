import { contract } from '#api'
import { implement } from '@orpc/server'
import type { AppContext } from '../context'

export function searchFeature(context: AppContext) {
  const os = implement(contract.search)
  return os.router({
    query: os.query.handler(({ input }) => {
      const start = performance.now()
      const { total, hits, problems } = context.search.query(input.query, input)
      return { query: input.query, total, tookMs: performance.now() - start, hits, problems, index: context.search.progress() }
    }),

    facets: os.facets.handler(({ input }) => {
      const { total, counts } = context.search.facets(input.query)
      return { total, facets: counts.map((facet) => ({ ...facet, active: false, query: input.query })) }
    }),

    suggest: os.suggest.handler(() => ({ suggestions: [] })),

    related: os.related.handler(({ input }) => {
      context.cases.get(input.id)
      return { cases: [] }
    }),

    find: os.find.handler(({ input }) => {
      context.cases.get(input.id)
      return context.search.find(input.id, input.text)
    }),
  })
}
