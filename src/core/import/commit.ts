import type { Draft, DraftDecision, ImportPreview, ImportResult, ImportWarning, Original } from '#api'
import type { AppContext } from '../context'
import { newCaseWrites, type Write } from '../library'
import { sectionsOf, type PreparedCase } from './draft'
import { KnownTexts, textKeys } from './duplicates'
import type { SplitFile } from './prepare'
import type { Preview } from './previews'

interface Outcome {
  result: ImportResult
  writes: Write[]
}

/** Writes a preview as one command; with `dryRun` only says what would be written. */
export async function commitPreview(
  context: AppContext, preview: Preview, decisions: readonly DraftDecision[], dryRun: boolean,
): Promise<ImportResult> {
  if (dryRun) return outcomeOf(context, preview, decisions).result
  let outcome: Outcome | null = null
  const command = await context.library.execute('import', () => {
    outcome = outcomeOf(context, preview, decisions)
    return outcome.writes
  })
  const { result } = outcome!
  return { ...result, change: command === null ? null : { commandId: command.commandId, caseIds: result.imported.map(({ id }) => id) } }
}

export function shownPreview(preview: Preview): ImportPreview {
  return {
    previewId: preview.id,
    files: preview.files.map(({ info }) => info),
    drafts: preview.files.flatMap(({ cases }) => cases.map(({ draft }) => draft)),
    warnings: warningsOf(preview),
  }
}

function outcomeOf(context: AppContext, preview: Preview, decisions: readonly DraftDecision[]): Outcome {
  const { library, ports } = context
  const now = new Date(ports.clock.now()).toISOString()
  const known = new KnownTexts(context.cases.all())
  const byDraft = new Map(decisions.map((decision) => [decision.draftId, decision]))
  const taken = new Set<string>()
  const result: ImportResult = { imported: [], duplicates: [], repairs: [], warnings: warningsOf(preview), change: null }
  const writes: Write[] = []
  for (const split of preview.files) {
    for (const prepared of split.cases) {
      const decision = byDraft.get(prepared.draft.draftId)
      const draft = decided(prepared, decision)
      const keys = textKeys(draft.original, prepared.draft.sections)
      const duplicate = known.find(keys, prepared.statedId)
      if (decision?.include === false) continue
      if (duplicate !== null && decision?.include !== true) {
        result.duplicates.push({ file: draft.file, title: draft.title, of: duplicate.id })
        continue
      }
      const id = taken.has(draft.draftId) || library.record(draft.draftId) !== undefined ? ports.ids.id() : draft.draftId
      taken.add(id)
      known.add(keys, { id, title: draft.title })
      result.imported.push({ id, title: draft.title, file: draft.file })
      result.repairs.push(...repairsOf(split, prepared, draft, id))
      writes.push(...newCaseWrites(id, now, { ...draft, original: originalOf(draft, now) }))
    }
  }
  return { result, writes }
}

function decided(prepared: PreparedCase, decision: DraftDecision | undefined): Draft {
  const { draft, sections, isMarkdown } = prepared
  if (decision === undefined) return draft
  const wishes = new Map(decision.repairs?.map((wish) => [wish.id, wish]))
  const repairs = draft.repairs.map((repair) => {
    const wish = wishes.get(repair.id)
    if (wish === undefined) return repair
    const after = wish.after ?? repair.after
    const alternatives = [repair.after, ...repair.alternatives].filter((reading) => reading !== after)
    return { ...repair, after, alternatives, applied: wish.applied, decided: true }
  })
  const { title, organisation, modelName, region, tags } = decision
  const given = Object.fromEntries(Object.entries({ title, organisation, modelName, region, tags }).filter(([, value]) => value !== undefined))
  return {
    ...draft, ...given, repairs,
    proposed: draft.proposed.filter((field) => !(field in given)),
    sections: wishes.size === 0 ? draft.sections : sectionsOf(draft.original, repairs, sections, isMarkdown),
  }
}

function originalOf({ original, file, encoding, repairs }: Draft, importedAt: string): Original {
  return { text: original, file, encoding, importedAt, repairs }
}

function repairsOf({ file, cases }: SplitFile, prepared: PreparedCase, draft: Draft, caseId: string): ImportResult['repairs'] {
  const spots = draft.repairs.map(({ kind, before, after, applied, confidence }) => ({ kind, file: draft.file, caseId, before, after, applied, confidence }))
  // The whole file was read again; that is one repair, told with the file's first case.
  if (file.encodingRepair === null || cases[0] !== prepared) return spots
  return [{ kind: 'encoding', file: draft.file, caseId, ...file.encodingRepair }, ...spots]
}

function warningsOf(preview: Preview): ImportWarning[] {
  return [...preview.failures, ...preview.files.flatMap(({ warnings }) => warnings)]
}
