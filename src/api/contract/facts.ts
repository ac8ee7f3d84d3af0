import * as z from 'zod'
import { FactKind, Id } from '../entities'
import { Change, method } from './base'

/** A fact of a case as it is shown: of one kind and key there is one. */
export const FactName = z.object({ kind: FactKind, key: z.string() })
export type FactName = z.infer<typeof FactName>

/** A person's word on the facts of a case; it is kept beside what the text says, and never overwritten by it. */
export const facts = {
  /**
   * Says that words of the case are a fact: those nearest to `start`, else the first. Fails with CASE_NOT_FOUND and
   * QUOTE_NOT_FOUND.
   */
  add: method
    .input(z.object({
      id: z.string(), kind: FactKind, quote: z.string().min(1).max(2_000),
      field: z.string().optional(), start: z.number().int().nonnegative().optional(),
    }))
    .output(z.object({ correctionId: Id, change: Change.nullable() })),
  /** Gives a fact another kind, or with null says that it is none. Fails with CASE_NOT_FOUND and FACT_NOT_FOUND. */
  correct: method
    .input(z.object({ id: z.string(), fact: FactName, kind: FactKind.nullable() }))
    .output(z.object({ change: Change.nullable() })),
  /** Takes a correction back, so that what the text says stands again. Fails with FACT_NOT_FOUND. */
  restore: method.input(z.object({ correctionId: z.string() })).output(z.object({ change: Change.nullable() })),
}
