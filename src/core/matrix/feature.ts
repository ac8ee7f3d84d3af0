import { AppError, contract } from '#api'
import { implement } from '@orpc/server'
import { themesOf } from '../coding'
import type { AppContext } from '../context'
import { DEFAULT_ROWS, rowOf } from './rows'
import { termsOf } from './terms'

const FEWEST = 2
const MOST = 12

/** The contract's `matrix`. */
export function matrixFeature(context: AppContext) {
  const os = implement(contract.matrix)
  return os.router({
    compare: os.compare.handler(({ input }) => {
      const ids = [...new Set(input.ids)]
      if (ids.length < FEWEST) throw new AppError('TOO_FEW_CASES', { limit: FEWEST })
      if (ids.length > MOST) throw new AppError('TOO_MANY_CASES', { limit: MOST })
      const cases = ids.map((id) => context.cases.get(id))
      const rows = [...new Set(input.rows ?? DEFAULT_ROWS)].map((row) => rowOf(context, row, cases))
      const heads = cases.map(({ id, title, organisation, modelName }) => ({ id, title, organisation, modelName }))
      return { cases: heads, rows, ...termsOf(cases, context.facts, themesOf(context).flatMap(({ lexicon }) => lexicon)) }
    }),
  })
}
