import type { RecordKind } from './model'

const PARTS = new Set<RecordKind>(['passage', 'fact'])

/**
 * Whether records of a kind belong to the case that their `caseId` names and quote it: passages, and corrections of
 * facts. They go where the case goes: into bundles, into its history, and away with it.
 */
export function isPartOfCase({ kind }: { kind: RecordKind }): boolean {
  return PARTS.has(kind)
}
