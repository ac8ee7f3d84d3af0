import { AppError } from '#api'
import { SCHEMA, type Snapshot } from './model'

/** One step for each schema number: `migrations[n]` brings a snapshot of schema n to n + 1. */
const migrations: Record<number, (snapshot: Snapshot) => Snapshot> = {}

/**
 * The snapshot in this program's schema.
 * @throws AppError LIBRARY_NEWER where a later program wrote it, LIBRARY_DAMAGED where a step is unknown.
 */
export function migrate(snapshot: Snapshot): Snapshot {
  if (snapshot.schema > SCHEMA) throw new AppError('LIBRARY_NEWER', { detail: String(snapshot.schema) })
  let current = snapshot
  while (current.schema < SCHEMA) {
    const step = migrations[current.schema]
    if (step === undefined) throw new AppError('LIBRARY_DAMAGED', { detail: `schema ${current.schema}` })
    current = step(current)
  }
  return current
}
