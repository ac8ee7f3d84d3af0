import { AppError } from '#api'
import { SCHEMA, type Snapshot } from './model'

/**
 * One step for each schema number: `migrations[n]` brings a snapshot of schema n to n + 1 and leaves the one it is given
 * as it is. Commands need none: they write values to fields, and a field that changes its meaning gets a new name.
 */
export type Migrations = Readonly<Record<number, (snapshot: Snapshot) => Snapshot>>

export const builtInMigrations: Migrations = {}

/**
 * The snapshot in this program's schema.
 * @throws AppError LIBRARY_NEWER where a later program wrote it, LIBRARY_DAMAGED where a step is unknown.
 */
export function migrate(snapshot: Snapshot, migrations: Migrations): Snapshot {
  if (snapshot.schema > SCHEMA) throw new AppError('LIBRARY_NEWER', { detail: String(snapshot.schema) })
  let current = snapshot
  while (current.schema < SCHEMA) {
    const step = migrations[current.schema]
    if (step === undefined) throw new AppError('LIBRARY_DAMAGED', { detail: `schema ${current.schema}` })
    current = { ...step(current), schema: current.schema + 1 }
  }
  return current
}
