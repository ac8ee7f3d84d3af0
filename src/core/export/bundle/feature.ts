import { contract } from '#api'
import { implement } from '@orpc/server'
import type { AppContext } from '../../context'
import { changeOf, mergeRecords, type Merge } from '../../library'
import { readBundle } from './read'

/** The contract's `bundles`: a colleague's bundle becomes one command, which undo takes back. */
export function bundlesFeature({ library }: AppContext) {
  const os = implement(contract.bundles)
  return os.router({
    merge: os.merge.handler(async ({ input }) => {
      const { records } = await readBundle(input.file)
      const mergeNow = () => mergeRecords((id) => library.record(id), records)
      if (input.dryRun) return { ...told(mergeNow()), change: null }
      let merge: Merge | undefined
      const command = await library.execute('bundle.merge', () => {
        merge = mergeNow()
        return merge.writes
      })
      return { ...told(merge ?? mergeNow()), change: changeOf(command) }
    }),
  })
}

function told({ added, updated, unchanged, conflicts }: Merge): Omit<Merge, 'writes'> {
  return { added, updated, unchanged, conflicts }
}
