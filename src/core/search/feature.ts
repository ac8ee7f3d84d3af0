import { contract } from '#api'
import { implement } from '@orpc/server'
import type { AppContext } from '../context'

export function searchFeature(context: AppContext) {
  const os = implement(contract.search)
  return os.router({
    query: os.query.handler(({ input }) => {
      const start = performance.now()
      const { total, hits } = context.search.query(input.query, input.limit)
      return { query: input.query, total, tookMs: performance.now() - start, hits }
    }),
  })
}
