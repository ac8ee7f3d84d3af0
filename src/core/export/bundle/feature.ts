import { AppError, contract } from '#api'
import { implement } from '@orpc/server'
import type { AppContext } from '../../context'
import {
  changeOf, describeConflict, fieldValue, isDeleted, isPartOfCase, isPurged, mergeRecord, mergeRecords, takenBack, type Library, type Merge, type StoredRecord,
  type TakenBack,
} from '../../library'
import { arrive, contentsNamedIn, store } from './arriving'
import { readBundle, type Bundle } from './read'

/** The contract's `bundles`: a colleague's bundle becomes one command, which undo takes back. */
export function bundlesFeature({ library, backups, contents, ports }: AppContext) {
  const os = implement(contract.bundles)
  return os.router({
    merge: os.merge.handler(async ({ input }) => {
      const bundle = await readNamed(input.file)
      const records = bundle.records.filter((record) => !quotesPurged(record, library))
      const offered = new Map(records.map((record) => [record.id, record]))
      const takenBackNow = await takenBack(library, [MERGE, SETTLE], records)
      const plan = (): Plan => {
        const merge = mergeRecords((id) => library.record(id), records)
        const again = takenBackNow()
        return { merge: input.again ? withAgain(merge, again, (id) => library.record(id)!) : merge, takenBack: again.length }
      }
      const told = ({ merge: { added, updated, unchanged, conflicts }, takenBack: count }: Plan) => ({
        added, updated, unchanged, takenBack: count,
        conflicts: conflicts.map((conflict) => ({
          ...conflict, ...describeConflict(asNamed(offered.get(conflict.id)!, library), conflict.field, (id) => library.record(id) ?? offered.get(id)),
        })),
      })
      const arriving = (take: (bytes: Uint8Array) => Promise<unknown>) =>
        arrive(bundle, contentsNamedIn(records.map((record) => afterwards(record, library, input.again))), ports.attachments, take)
      if (input.dryRun) return { ...told(plan()), ...await arriving(async () => undefined), change: null }
      await backups.before('merge')
      // Contents first: a crash in between leaves content that nothing refers to, and never a reference to nothing.
      return contents.exclusively(async () => {
        const arrival = await arriving((bytes) => store(ports.attachments, bytes))
        let planned: Plan | undefined
        const command = await library.execute(MERGE, () => {
          planned = plan()
          return planned.merge.writes
        })
        return { ...told(planned ?? plan()), ...arrival, change: changeOf(command) }
      })
    }),
  })
}

/** The commands by which a colleague's value comes to be shown: a merge, and what is made of its conflicts. */
const MERGE = 'bundle.merge'
const SETTLE = 'conflict.settle'

interface Plan {
  merge: Merge
  takenBack: number
}

/** The merge with the colleague's values written anew. Where one takes the place of the user's own, both are told. */
function withAgain(merge: Merge, again: TakenBack[], recordOf: (id: string) => StoredRecord): Merge {
  const touched = new Set(merge.writes.map(({ record }) => record))
  const anew = [...new Set(again.map(({ write }) => write.record))].filter((id) => !touched.has(id))
  const added = anew.filter((id) => isDeleted(recordOf(id))).length
  const replaced = again.filter(({ replacesOwn }) => replacesOwn).map(({ write: { record, field, value } }) =>
    ({ id: record, field, mine: fieldValue(recordOf(record), field), theirs: value, kept: 'theirs' as const }))
  return {
    writes: [...merge.writes, ...again.map(({ write }) => write)], conflicts: [...merge.conflicts, ...replaced],
    added: merge.added + added, updated: merge.updated + anew.length - added, unchanged: merge.unchanged - anew.length,
  }
}

/** The bundle; an error names the file, as its text does. */
async function readNamed(file: File): Promise<Bundle> {
  try {
    return await readBundle(file)
  } catch (cause) {
    throw cause instanceof AppError ? new AppError(cause.code, { ...cause.data, file: file.name }, { cause }) : cause
  }
}

/** The record as the merge leaves it, near enough to know which contents it names. */
function afterwards(offered: StoredRecord, library: Library, again: boolean): StoredRecord {
  const merged = mergeRecord(library.record(offered.id), offered)
  return again && !isPurged(merged) ? offered : merged
}

/** The record as it will be here; of one that was purged only the colleague's copy still has a name. */
function asNamed(offered: StoredRecord, library: Library): StoredRecord {
  const merged = mergeRecord(library.record(offered.id), offered)
  return isPurged(merged) ? offered : merged
}

/** A passage or a fact quotes its case: of one that was purged here no word comes in by one that was not known. */
function quotesPurged({ kind, fields }: StoredRecord, library: Library): boolean {
  return isPartOfCase({ kind }) && (fields.caseId?.some(({ value }) => {
    const record = library.record(String(value))
    return record !== undefined && isPurged(record)
  }) ?? false)
}
