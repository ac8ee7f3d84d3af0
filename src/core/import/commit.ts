import type { DraftDecision, DuplicateChoice, DuplicateOf, ImportPreview, ImportResult, ImportWarning, Original, Repair, RepairDecision, RepairKind } from '#api'
import type { AppContext } from '../context'
import { attachWrites, newCaseWrites, type Command, type Write } from '../library'
import { sectionsOf, type PreparedCase, type WholeDraft } from './draft'
import { headOf } from './draft-parts'
import { KnownTexts, textKeys, type Known } from './duplicates'
import { newVersionWrites } from './new-version'
import { isRecognised, shownPictures } from './picture-pages'
import { attachedPictures, type PictureAttachments } from './picture-attachments'
import type { SplitFile } from './split-file'
import type { Preview } from './previews'

interface Outcome {
  result: ImportResult
  writes: Write[]
}

/** What is asked of a preview: decisions for single drafts and repairs, and what becomes of those without one. */
export interface CommitWishes {
  decisions: readonly DraftDecision[]
  kinds: Partial<Record<RepairKind, boolean>>
  repairs: readonly RepairDecision[]
  duplicates?: DuplicateChoice | undefined
  dryRun: boolean
}

/** Writes a preview as one command; with `dryRun` only says what would be written. */
export async function commitPreview(context: AppContext, preview: Preview, wishes: CommitWishes): Promise<ImportResult> {
  if (wishes.dryRun) return outcomeOf(context, preview, wishes).result
  // Contents that nothing refers to yet must not be cleared away before the command is written.
  return context.contents.exclusively(async () => {
    const attachments = await attachedPictures(context, preview.files.filter(({ file }) => isRecognised(file.pictures)), (): Set<string> => {
      const { imported, updated } = outcomeOf(context, preview, wishes).result
      return new Set([...imported, ...updated].map(({ file }) => file))
    })
    let outcome: Outcome | null = null
    const command = await context.library.execute('import', () => {
      outcome = outcomeOf(context, preview, wishes, attachments)
      return outcome.writes
    })
    return withChange(outcome!, command)
  })
}

function withChange({ result }: Outcome, command: Command | null): ImportResult {
  const caseIds = [...result.imported, ...result.updated].map(({ id }) => id)
  return { ...result, change: command === null ? null : { commandId: command.commandId, caseIds } }
}

export function shownPreview(preview: Preview): ImportPreview {
  return {
    previewId: preview.id,
    files: preview.files.map(({ info }) => info),
    drafts: preview.files.flatMap(({ cases }) => cases.map(headOf)),
    pictures: preview.files.flatMap(({ file }) => (file.pictures === null ? [] : [shownPictures(file.name, file.pictures)])),
    warnings: warningsOf(preview),
    canUndo: preview.canUndo,
    canRedo: preview.canRedo,
  }
}

function outcomeOf(
  context: AppContext, preview: Preview, { decisions, duplicates, kinds, repairs }: CommitWishes, attachments: PictureAttachments = new Map(),
): Outcome {
  const { library, ports } = context
  const now = new Date(ports.clock.now()).toISOString()
  const known = new KnownTexts(context.cases.all())
  const byDraft = new Map(decisions.map((decision) => [decision.draftId, decision]))
  const single = decisionsByFile(repairs)
  const taken = new Set<string>()
  const result: ImportResult = { imported: [], duplicates: [], updated: [], similar: [], repairs: [], warnings: warningsOf(preview), change: null }
  const writes: Write[] = []
  const attach = (id: string, file: string) => {
    const attachment = attachments.get(file)
    if (attachment !== undefined) writes.push(...attachWrites(id, { ...attachment, id: ports.ids.id() }))
  }
  for (const split of preview.files) {
    for (const prepared of split.cases) {
      const decision = byDraft.get(prepared.draft.draftId)
      if (decision?.include === false) continue
      const draft = repaired(decided(prepared.draft, decision), prepared, kinds, single.get(split.file.name))
      const keys = textKeys(draft.original, prepared.draft.sections)
      const of = duplicateNow(context, known.find(keys, prepared.statedId), prepared, taken)
      // A case that says the same to the letter has no new version in it, unless one is asked for by name.
      const isSame = of !== null && known.find(keys, undefined)?.id === of.id
      const choice = of === null ? 'keep' : choiceFor(of, decision, isSame && duplicates === 'update' ? 'skip' : duplicates)
      // A section that a person left out whole stays in the original alone.
      const written = { ...draft, sections: draft.sections.filter(({ text }) => text !== ''), original: originalOf(draft, now) }
      const { file, title } = draft
      if (choice === 'skip') {
        result.duplicates.push({ file, title, of: of!.id, similarity: of!.similarity })
        continue
      }
      if (choice === 'update' && !taken.has(of!.id)) {
        taken.add(of!.id)
        writes.push(...newVersionWrites(context, of!.id, written))
        attach(of!.id, file)
        result.updated.push({ id: of!.id, title: context.cases.get(of!.id).title, file, similarity: of!.similarity })
        result.repairs.push(...repairsOf(split, prepared, draft, of!.id))
        continue
      }
      const id = taken.has(draft.draftId) || library.record(draft.draftId) !== undefined ? ports.ids.id() : draft.draftId
      taken.add(id)
      known.add(keys, { id, title, inLibrary: false })
      result.imported.push({ id, title, file })
      if (of?.kind === 'near') result.similar.push({ id, title, file, of: of.id, similarity: of.similarity })
      result.repairs.push(...repairsOf(split, prepared, draft, id))
      writes.push(...newCaseWrites(id, now, written))
      attach(id, file)
    }
  }
  return { result, writes }
}

/** What a draft is a duplicate of as the library is now; a near one was found when the preview was made. */
function duplicateNow(context: AppContext, exact: Known | null, { draft }: PreparedCase, taken: ReadonlySet<string>): DuplicateOf | null {
  if (exact !== null) return { ...exact, kind: 'exact', similarity: 1 }
  const { duplicateOf } = draft
  if (duplicateOf?.kind !== 'near') return null
  const isThere = duplicateOf.inLibrary ? context.cases.find(duplicateOf.id) !== undefined : taken.has(duplicateOf.id)
  return isThere ? duplicateOf : null
}

/** Only a case of the library can have a new version; an earlier draft of the same preview is told apart or left out. */
function choiceFor(of: DuplicateOf, decision: DraftDecision | undefined, all: DuplicateChoice | undefined): DuplicateChoice {
  const choice = decision?.duplicate ?? (decision?.include === true ? 'keep' : undefined) ?? all ?? (of.kind === 'exact' ? 'skip' : 'keep')
  if (choice !== 'update' || of.inLibrary) return choice
  return of.kind === 'exact' ? 'skip' : 'keep'
}

function decided(draft: WholeDraft, decision: DraftDecision | undefined): WholeDraft {
  if (decision === undefined) return draft
  const { title, organisation, modelName, region, period, tags } = decision
  const given = Object.fromEntries(Object.entries({ title, organisation, modelName, region, period, tags }).filter(([, value]) => value !== undefined))
  return { ...draft, ...given, proposed: draft.proposed.filter((field) => !(field in given)) }
}

type RepairDecisions = ReadonlyMap<string, RepairDecision>

function decisionsByFile(repairs: readonly RepairDecision[]): Map<string, RepairDecisions> {
  const files = new Map<string, Map<string, RepairDecision>>()
  for (const repair of repairs) {
    const known = files.get(repair.file) ?? new Map<string, RepairDecision>()
    files.set(repair.file, known.set(repair.id, repair))
  }
  return files
}

/** The draft with what was decided about its repairs: for one of them, or for all of a kind. */
function repaired(draft: WholeDraft, prepared: PreparedCase, kinds: CommitWishes['kinds'], single: RepairDecisions | undefined): WholeDraft {
  let isChanged = false
  const repairs = draft.repairs.map((repair): Repair => {
    const wish = single?.get(repair.id)
    const applied = wish?.applied ?? kinds[repair.kind]
    if (applied === undefined) return repair
    isChanged = true
    const after = wish?.after ?? repair.after
    const alternatives = [repair.after, ...repair.alternatives].filter((reading) => reading !== after)
    return { ...repair, after, alternatives, applied, decided: true }
  })
  return isChanged ? { ...draft, repairs, sections: sectionsOf(draft.original, repairs, prepared) } : draft
}

function originalOf({ original, file, encoding, repairs }: WholeDraft, importedAt: string): Original {
  return { text: original, file, encoding, importedAt, repairs }
}

function repairsOf({ file, cases }: SplitFile, prepared: PreparedCase, draft: WholeDraft, caseId: string): ImportResult['repairs'] {
  const spots = draft.repairs.map(({ kind, before, after, applied, confidence }) => ({ kind, file: draft.file, caseId, before, after, applied, confidence }))
  // The whole file was read again; that is one repair, told with the file's first case.
  if (file.encodingRepair === null || cases[0] !== prepared) return spots
  return [{ kind: 'encoding', file: draft.file, caseId, ...file.encodingRepair }, ...spots]
}

function warningsOf(preview: Preview): ImportWarning[] {
  return [...preview.failures, ...preview.files.flatMap(({ warnings }) => warnings)]
}
