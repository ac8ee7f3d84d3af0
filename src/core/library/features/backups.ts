import { contract } from '#api'
import { implement } from '@orpc/server'
import type { AppContext } from '../../context'
import { reborn } from '../purge'
import { isPurged } from '../record'
import { previewOf } from './backup-preview'
import { changeOf } from './change'
import { restoreWrites } from './restore'

/** The contract's `backups`. */
export function backupsFeature({ library, ports, backups }: AppContext) {
  const os = implement(contract.backups)
  const recordsIn = async (name: string) => library.migrated(await ports.backups.read(name)).records
  const purgedHere = (id: string): boolean => {
    const record = library.record(id)
    return record !== undefined && isPurged(record)
  }

  return os.router({
    list: os.list.handler(() => ports.backups.list()),

    create: os.create.handler(() => backups.create()),

    preview: os.preview.handler(async ({ input }) => previewOf(library.allRecords(), await recordsIn(input.name))),

    restore: os.restore.handler(async ({ input }) => {
      const records = reborn(await recordsIn(input.name), purgedHere, () => ports.ids.id())
      await backups.before('restore')
      const command = await library.execute('backup.restore', () => restoreWrites(library.allRecords(), records))
      return { change: changeOf(command), cases: library.count('case') }
    }),
  })
}
