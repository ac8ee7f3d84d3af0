import type { Draft, DraftDecision, DuplicateChoice, Repair, RepairKind } from '#api'

export interface RepairChoice {
  applied: boolean
  after?: string
}

/** What the user changed in one draft of a preview; what is absent stays as the importer proposed it. */
export interface DraftEdit extends Omit<DraftDecision, 'draftId' | 'repairs'> {
  repairs?: Record<string, RepairChoice>
}

/** By draft id. */
export type Edits = Readonly<Record<string, DraftEdit>>

export interface KindSummary {
  kind: RepairKind
  total: number
  applied: number
  /** Offered and not yet decided. */
  open: number
}

const KIND_ORDER: RepairKind[] = ['damage', 'encoding', 'ocr', 'line', 'page', 'pinyin', 'ruby', 'punctuation', 'radical', 'layout']

/** A draft as it would be written now: the importer's proposal under the user's edits. */
export function edited(draft: Draft, edit: DraftEdit = {}): Draft {
  const { title, organisation, modelName, region, period, tags } = edit
  const proposed = draft.proposed.filter((field) => edit[field] === undefined)
  return {
    ...draft,
    title: title ?? draft.title,
    organisation: organisation ?? draft.organisation,
    modelName: modelName ?? draft.modelName,
    region: region ?? draft.region,
    period: period ?? draft.period,
    tags: tags ?? draft.tags,
    proposed,
    repairs: draft.repairs.map((repair) => chosen(repair, edit.repairs?.[repair.id])),
  }
}

function chosen(repair: Repair, choice: RepairChoice | undefined): Repair {
  if (choice === undefined) return repair
  return { ...repair, applied: choice.applied, after: choice.after ?? repair.after, decided: true }
}

/** Every proposed field of a draft as it stands, so that it counts as confirmed. */
export function confirmed({ proposed, title, organisation, modelName, region, period }: Draft): DraftEdit {
  const all = { title, organisation, modelName, region, period }
  return Object.fromEntries(proposed.map((field) => [field, all[field]])) as DraftEdit
}

/**
 * Choices about repairs go with the text: where it has come to stand in another draft of its file, they are that draft's.
 * A repair has one id in its file, whichever draft it stands in.
 */
export function rehomed(drafts: readonly Draft[], edits: Edits): Edits {
  const homes = new Map(drafts.map((draft) => [draft.draftId, new Set(draft.repairs.map(({ id }) => id))]))
  // A draft that was joined to another is gone; that it was of the only file is all that is known of it then.
  const onlyFile = drafts.every(({ file }) => file === drafts[0]!.file) ? drafts[0]?.file : undefined
  let next = edits
  for (const [draftId, { repairs = {} }] of Object.entries(edits)) {
    const file = drafts.find((draft) => draft.draftId === draftId)?.file ?? onlyFile
    for (const [id, choice] of Object.entries(repairs)) {
      if (file === undefined || homes.get(draftId)?.has(id) === true) continue
      const home = drafts.find((draft) => draft.file === file && homes.get(draft.draftId)!.has(id))
      if (home !== undefined && next[home.draftId]?.repairs?.[id] === undefined) next = withRepair(next, home.draftId, id, choice)
    }
  }
  return next
}

/**
 * What becomes of a draft that the library, or an earlier draft, has already; null where it is no duplicate. Exact ones
 * stay out unless the user takes them in by hand; near ones are told of, and come in.
 */
export function choiceOf({ duplicateOf }: Draft, edit: DraftEdit | undefined): DuplicateChoice | null {
  if (duplicateOf === null) return null
  const proposed = duplicateOf.kind === 'exact' ? 'skip' : 'keep'
  if (edit?.duplicate === 'update' && !duplicateOf.inLibrary) return proposed
  if (edit?.duplicate !== undefined) return edit.duplicate
  return edit?.include === undefined ? proposed : edit.include ? 'keep' : 'skip'
}

export function isIncluded(draft: Draft, edit: DraftEdit | undefined): boolean {
  const choice = choiceOf(draft, edit)
  return choice === null ? edit?.include ?? true : choice !== 'skip'
}

/** Ticks drafts, or takes the tick away. Of a duplicate it is the choice that changes; one that comes in anyway keeps it. */
export function withIncluded(edits: Edits, drafts: readonly Draft[], draftIds: readonly string[], include: boolean): Edits {
  const chosen = new Set(draftIds)
  let next = edits
  for (const draft of drafts) {
    const { draftId } = draft
    if (!chosen.has(draftId) || isIncluded(draft, next[draftId]) === include) continue
    next = withEdit(next, draftId, draft.duplicateOf === null ? { include } : { include: undefined, duplicate: include ? 'keep' : 'skip' })
  }
  return next
}

export function withEdit(edits: Edits, draftId: string, change: DraftEdit): Edits {
  return { ...edits, [draftId]: { ...edits[draftId], ...change } }
}

export function withRepair(edits: Edits, draftId: string, repairId: string, choice: RepairChoice): Edits {
  return withEdit(edits, draftId, { repairs: { ...edits[draftId]?.repairs, [repairId]: choice } })
}

/** Accepts or refuses every repair of one kind in all the drafts. A reading the user picked by hand is kept. */
export function withKind(edits: Edits, drafts: readonly Draft[], kind: RepairKind, applied: boolean): Edits {
  let next = edits
  for (const draft of drafts) {
    for (const repair of draft.repairs) {
      if (repair.kind !== kind) continue
      next = withRepair(next, draft.draftId, repair.id, { ...next[draft.draftId]?.repairs?.[repair.id], applied })
    }
  }
  return next
}

/** Repairs per kind, kinds that may need a decision first; kinds without a repair are left out. */
export function kindSummaries(drafts: readonly Draft[], edits: Edits): KindSummary[] {
  const repairs = drafts.flatMap((draft) => edited(draft, edits[draft.draftId]).repairs)
  return KIND_ORDER
    .map((kind) => ({ kind, of: repairs.filter((repair) => repair.kind === kind) }))
    .filter(({ of }) => of.length > 0)
    .map(({ kind, of }) => ({
      kind,
      total: of.length,
      applied: of.filter(({ applied }) => applied).length,
      open: of.filter(({ applied, decided }) => !applied && !decided).length,
    }))
}

/** The user's edits in the form `imports.commit` takes; drafts that no longer exist after a new split are left out. */
export function decisions(drafts: readonly Draft[], edits: Edits): DraftDecision[] {
  return drafts.flatMap(({ draftId }) => {
    const edit = edits[draftId]
    if (edit === undefined) return []
    const { repairs, ...rest } = edit
    const choices = Object.entries(repairs ?? {}).map(([id, choice]) => ({ id, ...choice }))
    return [{ draftId, ...rest, ...(choices.length > 0 ? { repairs: choices } : {}) }]
  })
}
