import * as z from 'zod'
import { ProposedField, Region, Repair, RepairKind, Section, Source } from '../entities'
import { DraftLayout } from './reshape'

/**
 * The case of the library, or the earlier draft of this preview, that says the same: `exact` letter by letter, whatever
 * the script and the spacing; `near` with small differences.
 */
export const DuplicateOf = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.enum(['exact', 'near']),
  /** Of what both say, how much they have in common: 0 to 1, and 1 only where all of it. */
  similarity: z.number().min(0).max(1),
  /** In the library; else it is an earlier draft of this preview. */
  inLibrary: z.boolean(),
})
export type DuplicateOf = z.infer<typeof DuplicateOf>

/**
 * What becomes of a draft that the library has already: `skip` leaves it out, `update` makes it a new version of the
 * case (its history keeps the old one; tags, notes and codings stay), `keep` imports it beside.
 */
export const DuplicateChoice = z.enum(['skip', 'update', 'keep'])
export type DuplicateChoice = z.infer<typeof DuplicateChoice>

/** How many repairs there are of each kind, and how many of them would be applied; kinds without any are absent. */
export const RepairCounts = z.partialRecord(RepairKind, z.object({ total: z.number().int(), applied: z.number().int() }))
export type RepairCounts = z.infer<typeof RepairCounts>

const fields = {
  draftId: z.string(),
  file: z.string(),
  title: z.string(),
  organisation: z.string(),
  modelName: z.string(),
  region: Region,
  period: z.string(),
  proposed: z.array(ProposedField),
  tags: z.array(z.string()),
  duplicateOf: DuplicateOf.nullable(),
}

/** What is told of every draft of a preview at once: all but its text. */
export const DraftHead = z.object({
  ...fields,
  /** Offset into the text of its file. */
  start: z.number().int().nonnegative(),
  characters: z.number().int().nonnegative(),
  repairs: RepairCounts,
})
export type DraftHead = z.infer<typeof DraftHead>

/** Characters of the longest part that a draft's text is sent in. */
export const LONGEST_PART = 50_000

/** A stretch of a draft's text that is sent at once; it ends with a line. */
export const DraftPart = z.object({ start: z.number().int().nonnegative(), end: z.number().int().nonnegative(), repairs: RepairCounts })
export type DraftPart = z.infer<typeof DraftPart>

/**
 * A case as the importer sees it before anything is written. All offsets are into `original`: its text, or the part of
 * it that was asked for; sections that reach beyond a part end with it.
 */
export const Draft = z.object({
  ...fields,
  sections: z.array(Section),
  sources: z.array(Source),
  notes: z.string().default(''),
  original: z.string(),
  layout: DraftLayout,
  /** The sections' texts are Markdown; else their line ends are paragraphs. */
  isMarkdown: z.boolean(),
  encoding: z.string(),
  repairs: z.array(Repair),
  /** All parts of its text, with offsets into the whole of it; one where it is not long. */
  parts: z.array(DraftPart),
  /** Which of them this is, from 0. */
  part: z.number().int().nonnegative(),
})
export type Draft = z.infer<typeof Draft>

/** What the user decided in the preview, per draft; what is not named stays as proposed. */
export const DraftDecision = z.object({
  draftId: z.string(),
  include: z.boolean().optional(),
  /** Where the draft has `duplicateOf`; without it exact duplicates are skipped and near ones kept. */
  duplicate: DuplicateChoice.optional(),
  title: z.string().max(300).optional(),
  organisation: z.string().optional(),
  modelName: z.string().optional(),
  region: Region.optional(),
  period: z.string().max(200).optional(),
  tags: z.array(z.string()).optional(),
})
export type DraftDecision = z.infer<typeof DraftDecision>

/** A repair is known by its file and its id there, whichever draft it stands in; `after` chooses another reading. */
export const RepairDecision = z.object({ file: z.string(), id: z.string(), applied: z.boolean(), after: z.string().optional() })
export type RepairDecision = z.infer<typeof RepairDecision>
