import type { AppContext } from '../context'
import { contentNamedBy, type StoredRecord } from '../library'

/**
 * Takes away contents that nothing can ask for any more (see `stillReferenced`).
 * @returns how many went, and the bytes that freed.
 * @throws AppError where a backup cannot be read: what it needs is not known, so nothing is removed.
 */
export function removeUnreferenced(context: AppContext): Promise<{ removed: number; bytes: number }> {
  const { attachments } = context.ports
  return context.contents.exclusively(async () => {
    const named = referencedBy(context.library.allRecords())
    // Reading the journal and every backup takes long in a large library, and most of the time nothing can go.
    if ([...await attachments.held()].every((sha256) => named.has(sha256))) return { removed: 0, bytes: 0 }
    return attachments.removeExcept(await stillReferenced(context))
  })
}

/** What any record refers to, deleted ones included, or a step that undo or history could bring back, or a backup. */
export async function stillReferenced({ library, ports }: AppContext): Promise<Set<string>> {
  const found = referencedBy(library.allRecords())
  for await (const { operations } of library.commands()) {
    for (const { field, old, new: written } of operations) {
      note(found, contentNamedBy(field, old))
      note(found, contentNamedBy(field, written))
    }
  }
  for (const { name } of await ports.backups.list()) {
    for (const sha256 of referencedBy((await ports.backups.read(name)).records)) found.add(sha256)
  }
  return found
}

/** What records refer to, in any version of any of their fields. */
export function referencedBy(records: Iterable<StoredRecord>): Set<string> {
  const found = new Set<string>()
  for (const { fields } of records) {
    for (const [field, register] of Object.entries(fields)) {
      for (const { value } of register) note(found, contentNamedBy(field, value))
    }
  }
  return found
}

function note(found: Set<string>, sha256: string | undefined): void {
  if (sha256 !== undefined) found.add(sha256)
}
