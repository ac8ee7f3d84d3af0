import * as z from 'zod'
import { Collection, Id } from '../entities'
import { Change, method } from './base'

export const collections = {
  list: method.output(z.array(Collection.extend({ count: z.number().int() }))),
  /** Fails with QUERY_INVALID where a part of the query can never match. */
  create: method
    .input(z.object({ name: z.string().min(1).max(120), query: z.string().default(''), caseIds: z.array(Id).default([]) }))
    .output(z.object({ id: Id, change: Change })),
  rename: method.input(z.object({ id: Id, name: z.string().min(1).max(120) })).output(z.object({ change: Change.nullable() })),
  delete: method.input(z.object({ id: Id })).output(z.object({ change: Change })),
  /** Adds cases to, and removes them from, a list kept by hand; or gives a saved query other words, which fails with INVALID_INPUT for a list. */
  update: method
    .input(z.object({ id: Id, add: z.array(Id).default([]), remove: z.array(Id).default([]), query: z.string().trim().min(1).max(10_000).optional() }))
    .output(z.object({ change: Change.nullable() })),
}
