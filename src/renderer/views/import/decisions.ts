import type { DraftDecision, DraftHead, DuplicateChoice } from '#api'

/** What the user changed in one draft of a preview; what is absent stays as the importer proposed it. */
export type DraftEdit = Omit<DraftDecision, 'draftId'>

/** By draft id. */
export type Edits = Readonly<Record<string, DraftEdit>>

type Fields = Pick<DraftHead, 'title' | 'organisation' | 'modelName' | 'region' | 'period' | 'tags' | 'proposed'>

/** A draft as it would be written now: the importer's proposal under the user's edits. */
export function edited<Edited extends Fields>(draft: Edited, edit: DraftEdit = {}): Edited {
  const { title, organisation, modelName, region, period, tags } = edit
  return {
    ...draft,
    title: title ?? draft.title,
    organisation: organisation ?? draft.organisation,
    modelName: modelName ?? draft.modelName,
    region: region ?? draft.region,
    period: period ?? draft.period,
    tags: tags ?? draft.tags,
    proposed: draft.proposed.filter((field) => edit[field] === undefined),
  }
}

/** Every proposed field of a draft as it stands, so that it counts as confirmed. */
export function confirmed({ proposed, title, organisation, modelName, region, period }: Fields): DraftEdit {
  const all = { title, organisation, modelName, region, period }
  return Object.fromEntries(proposed.map((field) => [field, all[field]])) as DraftEdit
}

type Duplicate = Pick<DraftHead, 'draftId' | 'duplicateOf'>

/**
 * What becomes of a draft that the library, or an earlier draft, has already; null where it is no duplicate. Exact ones
 * stay out unless the user takes them in by hand; near ones are told of, and come in.
 */
export function choiceOf({ duplicateOf }: Pick<Duplicate, 'duplicateOf'>, edit: DraftEdit | undefined): DuplicateChoice | null {
  if (duplicateOf === null) return null
  const proposed = duplicateOf.kind === 'exact' ? 'skip' : 'keep'
  if (edit?.duplicate === 'update' && !duplicateOf.inLibrary) return proposed
  if (edit?.duplicate !== undefined) return edit.duplicate
  return edit?.include === undefined ? proposed : edit.include ? 'keep' : 'skip'
}

export function isIncluded(draft: Pick<Duplicate, 'duplicateOf'>, edit: DraftEdit | undefined): boolean {
  const choice = choiceOf(draft, edit)
  return choice === null ? edit?.include ?? true : choice !== 'skip'
}

/** Ticks drafts, or takes the tick away. Of a duplicate it is the choice that changes; one that comes in anyway keeps it. */
export function withIncluded(edits: Edits, drafts: readonly Duplicate[], draftIds: readonly string[], include: boolean): Edits {
  const chosen = new Set(draftIds)
  const changes = drafts
    .filter((draft) => chosen.has(draft.draftId) && isIncluded(draft, edits[draft.draftId]) !== include)
    .map(({ draftId, duplicateOf }): [string, DraftEdit] => (
      [draftId, { ...edits[draftId], ...(duplicateOf === null ? { include } : { include: undefined, duplicate: include ? 'keep' as const : 'skip' as const }) }]))
  return { ...edits, ...Object.fromEntries(changes) }
}

export function withEdit(edits: Edits, draftId: string, change: DraftEdit): Edits {
  return { ...edits, [draftId]: { ...edits[draftId], ...change } }
}

/** The user's edits in the form `imports.commit` takes; drafts that no longer exist after a new split are left out. */
export function decisions(drafts: readonly Duplicate[], edits: Edits): DraftDecision[] {
  return drafts.flatMap(({ draftId }) => {
    const edit = edits[draftId]
    return edit === undefined ? [] : [{ draftId, ...edit }]
  })
}
