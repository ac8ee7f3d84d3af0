import * as z from 'zod'
import { method } from './base'

export const HitKind = z.enum(['exact', 'folded', 'pinyin', 'fuzzy'])
export type HitKind = z.infer<typeof HitKind>

export const Match = z.object({
  /** `title`, `notes`, `tags`, `sections/<section id>` … */
  field: z.string(),
  /** Offsets into the original text of the field. */
  start: z.number().int(),
  end: z.number().int(),
  /** The original characters at those offsets. */
  text: z.string(),
})
export type Match = z.infer<typeof Match>

export const Hit = z.object({
  id: z.string(),
  title: z.string(),
  /** 0..1, higher is better; hits come best first. */
  score: z.number(),
  kind: HitKind,
  matches: z.array(Match),
  /** The passage that shows best why this is a hit; `ranges` are offsets into `text`. */
  snippet: z.object({ field: z.string(), text: z.string(), ranges: z.array(z.tuple([z.number(), z.number()])) }),
})
export type Hit = z.infer<typeof Hit>

export const search = {
  /** Syntax: words are AND; "phrase"; -not; OR; tag: region: theme: title: has:source year:2015..2018. */
  query: method
    .input(z.object({ query: z.string().max(10_000), limit: z.number().int().positive().max(10_000).default(50) }))
    .output(z.object({ query: z.string(), total: z.number().int(), tookMs: z.number(), hits: z.array(Hit) })),
}
