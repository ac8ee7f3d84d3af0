import { contract } from '#api'
import { implement, type Router } from '@orpc/server'
import { attachmentsFeature, Contents } from './attachments'
import { codingFeature } from './coding'
import type { AppContext } from './context'
import { bundlesFeature, exportsFeature } from './export'
import { importsFeature } from './import'
import { historyFeature } from './history'
import { BackupKeeper, CaseReader, Library } from './library'
import { backupsFeature, casesFeature, collectionsFeature, conflictsFeature, libraryFeature } from './library/features'
import { builtInMigrations, type Migrations } from './library/migrations'
import { matrixFeature } from './matrix'
import type { Ports } from './ports'
import { createSearchEngine, searchFeature } from './search'
import { librarySearch } from './library-search'
import { trashFeature } from './trash'
import { typedErrors } from './typed-errors'

export type AppRouter = Router<typeof contract, Record<never, never>>

export interface App {
  router: AppRouter
  /** Makes a backup unless a sound one holds all there is; for a timer. A failure shows in the library's status. */
  backUpIfChanged(): Promise<void>
  /** Waits for changes and backups under way, and writes the snapshot if that is worth its time. */
  close(): Promise<void>
}

/**
 * The composition root of the core: opens the library behind the ports and gives the whole contract over it.
 * @throws AppError LIBRARY_NEWER, LIBRARY_DAMAGED, and DISK_FULL or WRITE_FAILED where an older library cannot be migrated.
 */
export async function createApp(ports: Ports, migrations: Migrations = builtInMigrations): Promise<App> {
  const library = await Library.open(ports, migrations)
  const cases = new CaseReader(library)
  const backups = new BackupKeeper(ports, library)
  const contents = new Contents(ports)
  const context: AppContext = { ports, library, cases, contents, backups, search: librarySearch({ library, cases }, createSearchEngine()) }

  const router = implement(contract).use(typedErrors(ports.log)).router({
    library: libraryFeature(context),
    cases: casesFeature(context),
    attachments: attachmentsFeature(context),
    collections: collectionsFeature(context),
    history: historyFeature(context),
    trash: trashFeature(context),
    search: searchFeature(context),
    coding: codingFeature(context),
    matrix: matrixFeature(context),
    imports: importsFeature(context),
    exports: exportsFeature(context),
    bundles: bundlesFeature(context),
    conflicts: conflictsFeature(context),
    backups: backupsFeature(context),
  })
  return {
    router,
    backUpIfChanged: () => backups.timed(),
    async close() {
      await backups.close()
      await contents.close()
      await library.close()
    },
  }
}
