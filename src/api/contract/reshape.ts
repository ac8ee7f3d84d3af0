import * as z from 'zod'
import { SectionRole } from '../entities'

const Offset = z.number().int().nonnegative()
const draftId = z.string()
const section = z.string()

/** A stretch of a text; `end` is behind its last character. */
export const TextRange = z.object({ start: Offset, end: Offset })
export type TextRange = z.infer<typeof TextRange>

/**
 * A change of where the cases of a file, and the sections in them, begin and end. `at` and `to` are offsets into the
 * text of the draft that `draftId` names (`original`); sections go by their ids in that draft.
 */
export const Reshape = z.discriminatedUnion('kind', [
  /** What follows becomes a case of its own. */
  z.object({ kind: z.literal('splitCase'), draftId, at: Offset }),
  /** A case is joined to the one before it, which keeps its id. */
  z.object({ kind: z.literal('mergeCase'), draftId }),
  /** A case begins later, or earlier: `to` below 0 counts back from its beginning into the case before. */
  z.object({ kind: z.literal('moveBorder'), draftId, to: z.number().int() }),
  /** A section begins here; a short line or heading at its beginning becomes its heading, unless one is given. */
  z.object({ kind: z.literal('splitSection'), draftId, at: Offset, role: SectionRole.optional(), heading: z.string().max(200).optional() }),
  /** A section is joined to the one before it. */
  z.object({ kind: z.literal('mergeSection'), draftId, section }),
  /** The border between a section and the one before it is moved. */
  z.object({ kind: z.literal('moveSection'), draftId, section, to: Offset }),
  z.object({ kind: z.literal('setSection'), draftId, section, role: SectionRole.optional(), heading: z.string().max(200).optional() }),
  /** The stretch is in no section any more; it stays in the original. */
  z.object({ kind: z.literal('leaveOut'), draftId, ...TextRange.shape }),
  z.object({ kind: z.literal('leaveOutSection'), draftId, section }),
  /** Takes back what was left out. */
  z.object({ kind: z.literal('takeIn'), draftId, ...TextRange.shape }),
  z.object({ kind: z.literal('takeInSection'), draftId, section }),
])
export type Reshape = z.infer<typeof Reshape>

/** Where the parts of a draft stand in its `original`. */
export const DraftLayout = z.object({
  title: TextRange.nullable(),
  /** One for each section; `head` is what names it in the text, where it was given another heading. */
  sections: z.array(TextRange.extend({ head: TextRange.optional() })),
  /** What a person left out of its sections. */
  leftOut: z.array(TextRange),
})
export type DraftLayout = z.infer<typeof DraftLayout>
