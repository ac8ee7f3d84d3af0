import type { Problem, ProblemCode } from '#api'
import type { AppContext } from '../context'
import { referencedBy, stillReferenced } from './references'

/** Codes that tell of something and of no damage. */
export const HARMLESS: ReadonlySet<ProblemCode> = new Set(['ATTACHMENT_UNUSED', 'ATTACHMENT_NOT_HERE'])

/** Reads every content anew: what is damaged, what a case lacks, gone or never come, and what nothing refers to. */
export async function checkAttachments(context: AppContext): Promise<Problem[]> {
  const { cases, library, ports } = context
  const problems: Problem[] = []
  const wanted = new Map<string, string>()
  for (const { title, attachments } of cases.all()) {
    for (const { sha256, name } of attachments) if (!wanted.has(sha256)) wanted.set(sha256, `${title}: ${name}`)
  }
  const known = referencedBy(library.allRecords())
  const unnamed: string[] = []
  const here = new Set<string>()
  for await (const { sha256, whole } of ports.attachments.verify()) {
    here.add(sha256)
    if (!whole) problems.push({ code: 'ATTACHMENT_DAMAGED', detail: wanted.get(sha256) ?? sha256 })
    else if (!known.has(sha256)) unnamed.push(sha256)
  }
  const held = await ports.attachments.held()
  for (const [sha256, detail] of wanted) {
    if (!here.has(sha256)) problems.push({ code: held.has(sha256) ? 'ATTACHMENT_MISSING' : 'ATTACHMENT_NOT_HERE', detail })
  }
  if (unnamed.length === 0) return problems
  // Where a backup cannot be read, nothing can be said to be unused.
  const past = await stillReferenced(context).catch(() => new Set(unnamed))
  return [...problems, ...unnamed.filter((sha256) => !past.has(sha256)).map((detail): Problem => ({ code: 'ATTACHMENT_UNUSED', detail }))]
}
