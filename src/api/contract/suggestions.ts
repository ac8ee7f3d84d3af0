import * as z from 'zod'
import { Anchor, Id } from '../entities'
import { Change, method } from './base'

/**
 * Why a tag is offered: the library has it and its words stand in the text, a word of the user's dictionary does, the
 * text quotes it, a theme's lexicon has it, or the text says it often.
 */
export const TagReason = z.enum(['library', 'dictionary', 'quoted', 'lexicon', 'frequent'])
export type TagReason = z.infer<typeof TagReason>

export const TagSuggestion = z.object({
  tag: z.string(),
  reason: TagReason,
  /** How often its words stand in the text. */
  count: z.number().int(),
})
export type TagSuggestion = z.infer<typeof TagSuggestion>

export const ThemeSuggestion = z.object({
  /** Null for one of the packaged codebook that the library does not have yet: coding to its name makes it. */
  themeId: Id.nullable(),
  name: z.string(),
  /** The words of its lexicon that stand in the text, as the lexicon has them. */
  terms: z.array(z.string()),
  /** The clause in which most of them stand. */
  passage: Anchor.pick({ field: true, start: true, end: true, exact: true }),
})
export type ThemeSuggestion = z.infer<typeof ThemeSuggestion>

/** Tags and themes a case may be given. Nothing of this is ever applied by itself. */
export const suggestions = {
  /** Those for a case, the best first, without what it has already. Fails with CASE_NOT_FOUND. */
  forCase: method
    .input(z.object({ id: z.string() }))
    .output(z.object({ tags: z.array(TagSuggestion), themes: z.array(ThemeSuggestion) })),
  /** Tags for a text that is no case yet, such as a draft of an import. */
  forText: method
    .input(z.object({ texts: z.array(z.string().max(200_000)).max(200), tags: z.array(z.string()).default([]) }))
    .output(z.object({ tags: z.array(TagSuggestion) })),
  /** The user's own words, which suggestions look for, by pinyin. */
  words: method.output(z.array(z.string())),
  /** Fails with INVALID_INPUT where a word is blank. */
  setWords: method
    .input(z.object({ add: z.array(z.string().trim().min(1).max(80)).max(2_000).default([]), remove: z.array(z.string()).default([]) }))
    .output(z.object({ words: z.array(z.string()), change: Change.nullable() })),
}
