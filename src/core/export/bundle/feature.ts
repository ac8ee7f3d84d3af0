import { AppError, contract } from '#api'
import { implement } from '@orpc/server'
import type { AppContext } from '../../context'
import { changeOf, mergeRecords, type Merge } from '../../library'
import { readBundle, type Bundle } from './read'

/** The contract's `bundles`: a colleague's bundle becomes one command, which undo takes back. */
export function bundlesFeature({ library, backups }: AppContext) {
  const os = implement(contract.bundles)
  return os.router({
    merge: os.merge.handler(async ({ input }) => {
      const { records } = await readNamed(input.file)
      const mergeNow = () => mergeRecords((id) => library.record(id), records)
      if (input.dryRun) return { ...told(mergeNow()), change: null }
      await backups.before('merge')
      let merge: Merge | undefined
      const command = await library.execute('bundle.merge', () => {
        merge = mergeNow()
        return merge.writes
      })
      return { ...told(merge ?? mergeNow()), change: changeOf(command) }
    }),
  })
}

/** The bundle; an error names the file, as its text does. */
async function readNamed(file: File): Promise<Bundle> {
  try {
    return await readBundle(file)
  } catch (cause) {
    throw cause instanceof AppError ? new AppError(cause.code, { ...cause.data, file: file.name }, { cause }) : cause
  }
}

function told({ added, updated, unchanged, conflicts }: Merge): Omit<Merge, 'writes'> {
  return { added, updated, unchanged, conflicts }
}
