import { contract } from '#api'
import { implement } from '@orpc/server'
import type { AppContext } from '../../context'
import { migrate } from '../migrations'
import { changeOf } from './change'
import { restoreWrites } from './restore'

/** The contract's `backups`. */
export function backupsFeature({ library, cases, ports }: AppContext) {
  const os = implement(contract.backups)

  return os.router({
    list: os.list.handler(() => ports.backups.list()),

    create: os.create.handler(() => ports.backups.create(library.snapshot())),

    restore: os.restore.handler(async ({ input }) => {
      const snapshot = migrate(await ports.backups.read(input.name))
      await ports.backups.create(library.snapshot())
      const command = await library.execute('backup.restore', () => restoreWrites(library.allRecords(), snapshot.records))
      return { change: changeOf(command), cases: [...cases.all()].length }
    }),
  })
}
