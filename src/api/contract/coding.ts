import * as z from 'zod'
import { Id, Passage, Theme } from '../entities'
import { Change, method } from './base'

export const coding = {
  themes: method.output(z.array(Theme.extend({ count: z.number().int() }))),
  /**
   * Codes the place nearest to `start`, else the first, where the quotation stands in the case (folded where it does not
   * stand literally).
   * `theme` is an id or a name; a name that does not exist yet becomes a theme.
   */
  code: method
    .input(z.object({ id: z.string(), theme: z.string().min(1).max(120), quote: z.string().min(1).max(20_000), field: z.string().optional(), start: z.number().int().nonnegative().optional() }))
    .output(z.object({ passageId: Id, anchored: z.boolean(), change: Change.nullable() })),
  uncode: method.input(z.object({ passageId: Id, themeId: Id })).output(z.object({ change: Change.nullable() })),
  passages: method.input(z.object({ id: z.string() })).output(z.array(Passage)),
}
