import * as z from 'zod'
import { method } from './base'

/** Scripts a text can be shown in; it is stored as it was written. */
export const ConvertedScript = z.enum(['simplified', 'traditional'])
export type ConvertedScript = z.infer<typeof ConvertedScript>

/** How texts are shown and handed over. */
export const Script = z.enum(['asWritten', ...ConvertedScript.options])
export type Script = z.infer<typeof Script>

export const script = {
  /** The texts in the order given, each with as many UTF-16 code units as before, so that offsets hold. */
  convert: method
    .input(z.object({ texts: z.array(z.string()).max(10_000), to: ConvertedScript }))
    .output(z.object({ texts: z.array(z.string()) })),
}
