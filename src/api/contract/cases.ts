import * as z from 'zod'
import { Case, CaseSummary, Collection, Fact, Id, Passage, RepairKind, Section, TagCount } from '../entities'
import { Change, method } from './base'

export const CaseSort = z.enum(['title', 'updated', 'period', 'region'])
export type CaseSort = z.infer<typeof CaseSort>

/** Fields a person may set. `sections` replaces the list; a section keeps its id so that passages stay anchored. */
export const CaseEdit = Case.pick({
  title: true, organisation: true, modelName: true, region: true, period: true, sources: true, notes: true,
}).extend({ sections: z.array(Section) }).partial()
export type CaseEdit = z.infer<typeof CaseEdit>

export const CaseDetail = z.object({
  case: Case,
  passages: z.array(Passage),
  facts: z.array(Fact),
  /** What was read out of the text and a person said is none, each with the correction that says so. */
  rejectedFacts: z.array(Fact),
  collections: z.array(Collection.pick({ id: true, name: true })),
})
export type CaseDetail = z.infer<typeof CaseDetail>

export const cases = {
  /** Titles sort by pinyin; `region` by province, then city, then title; `updated` newest first; `period` latest year first. */
  list: method
    .input(z.object({
      query: z.string().max(10_000).optional(),
      tag: z.string().optional(),
      collection: Id.optional(),
      /** Only these; those that are not there are left out. */
      ids: z.array(z.string()).max(10_000).optional(),
      sort: CaseSort.default('title'),
      offset: z.number().int().nonnegative().default(0),
      limit: z.number().int().positive().max(100_000).default(100_000),
    }))
    .output(z.object({ total: z.number().int(), cases: z.array(CaseSummary) })),
  get: method.input(z.object({ id: z.string() })).output(CaseDetail),
  create: method.input(CaseEdit.extend({ title: z.string().min(1) })).output(z.object({ id: Id, change: Change })),
  /** Fields that do not change are not written; nothing to write answers with `change: null`. */
  edit: method.input(z.object({ id: z.string(), set: CaseEdit })).output(z.object({ case: Case, change: Change.nullable() })),
  /** Takes a proposed value as confirmed. */
  confirm: method.input(z.object({ id: z.string(), fields: z.array(z.string()) })).output(z.object({ change: Change.nullable() })),
  tag: method
    .input(z.object({ ids: z.array(z.string()).min(1), add: z.array(z.string().min(1).max(80)).default([]), remove: z.array(z.string()).default([]) }))
    .output(z.object({ change: Change.nullable() })),
  delete: method.input(z.object({ ids: z.array(z.string()).min(1) })).output(z.object({ change: Change })),
  /**
   * Applies an offered repair to the case's text, or takes an applied one back; the original text stays as it is.
   * Fails with QUOTE_NOT_FOUND where the spot has been edited since.
   */
  setRepair: method
    .input(z.object({ id: z.string(), repairId: z.string(), applied: z.boolean(), after: z.string().optional() }))
    .output(z.object({ case: Case, change: Change.nullable() })),
  /**
   * Does so for all repairs of a kind, or of every kind, that have a reading. Those whose text has been edited since stay
   * as they are and are named in `missed`.
   */
  setRepairs: method
    .input(z.object({ id: z.string(), kind: RepairKind.optional(), applied: z.boolean() }))
    .output(z.object({ case: Case, missed: z.array(z.string()), change: Change.nullable() })),
  tags: method.output(z.array(TagCount)),
  renameTag: method.input(z.object({ from: z.string(), to: z.string().min(1).max(80) })).output(z.object({ change: Change.nullable() })),
}
