import { contract } from '#api'
import { implement } from '@orpc/server'
import { scriptConverter } from './convert'

/** The contract's `script`: texts as they read in the other script; nothing is stored. */
export function scriptFeature() {
  const os = implement(contract.script)
  return os.router({
    convert: os.convert.handler(async ({ input }) => {
      const convert = await scriptConverter(input.to)
      return { texts: input.texts.map(convert) }
    }),
  })
}
