import { contract } from '#api'
import { implement, type Router } from '@orpc/server'
import { attachmentsFeature, Contents } from './attachments'
import { Background } from './background'
import { loadWordModel } from './cleanup'
import { CaseFacts, codingFeature, factsFeature, suggestionsFeature } from './coding'
import type { AppContext } from './context'
import { bundlesFeature, exportsFeature } from './export'
import { importsFeature, readableEndings } from './import'
import { historyFeature } from './history'
import { BackupKeeper, CaseList, CaseReader, Library } from './library'
import { backupsFeature, casesFeature, collectionsFeature, conflictsFeature, libraryFeature, scopeOf } from './library/features'
import { builtInMigrations, type Migrations } from './library/migrations'
import { matrixFeature } from './matrix'
import type { Ports } from './ports'
import { RelatedCases } from './related'
import { scriptFeature } from './script'
import { searchFeature } from './search'
import { LibrarySearch } from './library-search'
import { trashFeature } from './trash'
import { typedErrors } from './typed-errors'

export { readableEndings }

export type AppRouter = Router<typeof contract, Record<never, never>>

export interface App {
  router: AppRouter
  /** Makes a backup unless a sound one holds all there is; for a timer. A failure shows in the library's status. */
  backUpIfChanged(): Promise<void>
  /** Prepares lists and search in the background, for a host that stays; without it they are prepared when first asked. */
  warmUp(): void
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
  const background = new Background()
  const list = new CaseList(library)
  const facts = new CaseFacts(library)
  const librarySearch = new LibrarySearch({ library, cases, facts, ports })
  const search = librarySearch.asEngine()
  const related = new RelatedCases({
    read(id) {
      const item = cases.find(id)
      return item === undefined ? undefined : { item, themes: librarySearch.themes.of(id), practices: facts.practicesOf(item) }
    },
    ids: () => Array.from(library.liveOfKind('case'), ({ id }) => id),
    words: () => loadWordModel(ports.resources),
    run: (steps) => background.run(steps),
  })
  librarySearch.subscribe((ids) => related.changed(ids))
  const context: AppContext = {
    ports, library, cases, list, contents, facts, backups, search, related,
    names: () => librarySearch.filledNames(),
    searchReady: async () => {
      if (!librarySearch.isReady) await background.run(librarySearch.fill())
    },
    attachmentsRead: () => librarySearch.attachmentsRead(),
    scope: (input) => scopeOf({ library, search, list }, input),
  }

  const router = implement(contract).use(typedErrors(ports.log)).router({
    library: libraryFeature(context),
    cases: casesFeature(context),
    attachments: attachmentsFeature(context),
    collections: collectionsFeature(context),
    history: historyFeature(context),
    trash: trashFeature(context),
    search: searchFeature(context),
    coding: codingFeature(context),
    facts: factsFeature(context),
    suggestions: suggestionsFeature(context),
    matrix: matrixFeature(context),
    imports: importsFeature(context),
    exports: exportsFeature(context),
    bundles: bundlesFeature(context),
    script: scriptFeature(),
    conflicts: conflictsFeature(context),
    backups: backupsFeature(context),
  })
  async function warmUp(): Promise<void> {
    await background.run(list.warmUp())
    await background.run(librarySearch.fill())
    await background.run(librarySearch.filledNames().warmUp())
  }
  return {
    router,
    backUpIfChanged: () => backups.timed(),
    warmUp: () => void warmUp().catch((cause: unknown) => ports.log.error('search not prepared', cause)),
    async close() {
      background.stop()
      await librarySearch.stop()
      await backups.close()
      await contents.close()
      await library.close()
    },
  }
}
