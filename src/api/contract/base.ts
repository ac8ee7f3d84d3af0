import { oc } from '@orpc/contract'
import * as z from 'zod'
import { errorMap } from '../errors'

/** The start of every method of the contract: it carries the shared error map. */
export const method = oc.errors(errorMap)

/** How far a long method is; `total` 0 means not known yet. */
export const Progress = z.object({
  stage: z.enum(['read', 'split', 'repair', 'write', 'render', 'index', 'recognise']),
  done: z.number().int().nonnegative(),
  total: z.number().int().nonnegative(),
  /** What is being worked on, such as a file's name. */
  label: z.string().default(''),
  /** How much is done of the one that is being worked on, from 0 to 1, where a single one takes long. */
  part: z.number().min(0).max(1).optional(),
})
export type Progress = z.infer<typeof Progress>

/** What every change answers: the command that history shows and undo takes back. */
export const Change = z.object({
  commandId: z.string(),
  /** Ids of the cases it touched. */
  caseIds: z.array(z.string()),
})
export type Change = z.infer<typeof Change>

/** Which cases an action is about; the first that is given wins, and none of them means the whole library. */
export const Selection = z.object({
  cases: z.array(z.string()).optional(),
  query: z.string().max(10_000).optional(),
  collection: z.string().optional(),
})
export type Selection = z.infer<typeof Selection>
