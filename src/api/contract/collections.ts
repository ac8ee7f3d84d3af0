import * as z from 'zod'
import { Collection, Id } from '../entities'
import { Change, method } from './base'

export const collections = {
  list: method.output(z.array(Collection.extend({ count: z.number().int() }))),
  /**
   * A list kept by hand, or with a query the cases that match; with a tag, or a theme by its name, only those of them that
   * have it, on either side of every OR. Fails with QUERY_INVALID where a part of the query can never match.
   */
  create: method
    .input(z.object({
      name: z.string().min(1).max(120),
      query: z.string().default(''),
      caseIds: z.array(Id).default([]),
      tag: z.string().optional(),
      theme: z.string().optional(),
    }))
    .output(z.object({ id: Id, change: Change })),
  rename: method.input(z.object({ id: Id, name: z.string().min(1).max(120) })).output(z.object({ change: Change.nullable() })),
  delete: method.input(z.object({ id: Id })).output(z.object({ change: Change })),
  /** Adds cases to, and removes them from, a list kept by hand; or gives a saved query other words, which fails with INVALID_INPUT for a list. */
  update: method
    .input(z.object({ id: Id, add: z.array(Id).default([]), remove: z.array(Id).default([]), query: z.string().trim().min(1).max(10_000).optional() }))
    .output(z.object({ change: Change.nullable() })),
}
