import type { DraftHead, PreviewFile, Repair, RepairDecision, RepairKind } from '#api'

export interface RepairChoice {
  applied: boolean
  after?: string
}

interface MadeChoice extends RepairChoice {
  kind: RepairKind
  /** Offset into the text of the file. */
  at: number
  /** Whether the importer would have applied it. */
  wasApplied: boolean
}

/**
 * What the user decided about repairs: for all of a kind, and for single ones, by their text's id and their own. They
 * go with the text, so that they stay where cases are cut otherwise, and are there again where a text comes back.
 */
export interface RepairChoices {
  kinds: Readonly<Partial<Record<RepairKind, boolean>>>
  single: Readonly<Record<string, Readonly<Record<string, MadeChoice>>>>
}

export const NO_CHOICES: RepairChoices = { kinds: {}, single: {} }

export interface KindSummary {
  kind: RepairKind
  total: number
  applied: number
  /** Offered and not yet decided. */
  open: number
}

type Files = readonly Pick<PreviewFile, 'file' | 'textId'>[]

const KIND_ORDER: RepairKind[] = ['damage', 'encoding', 'ocr', 'line', 'page', 'pinyin', 'ruby', 'punctuation', 'radical', 'layout']

/** A repair as it stands under the user's choices. */
export function chosenRepair(repair: Repair, { kinds, single }: RepairChoices, textId: string): Repair {
  const choice = single[textId]?.[repair.id]
  const applied = choice?.applied ?? kinds[repair.kind]
  if (applied === undefined) return repair
  const after = choice?.after ?? repair.after
  return { ...repair, applied, after, alternatives: [repair.after, ...repair.alternatives].filter((reading) => reading !== after), decided: true }
}

/** @param draftStart offset of the repair's draft, or of the part of it that it was sent with, into the text of the file. */
export function withRepair(choices: RepairChoices, textId: string, repair: Repair, draftStart: number, choice: RepairChoice): RepairChoices {
  const made: MadeChoice = { ...choice, kind: repair.kind, at: draftStart + repair.start, wasApplied: repair.applied }
  return { ...choices, single: { ...choices.single, [textId]: { ...choices.single[textId], [repair.id]: made } } }
}

/** Accepts or refuses every repair of one kind. A reading the user picked by hand is kept. */
export function withKind({ kinds, single }: RepairChoices, kind: RepairKind, applied: boolean): RepairChoices {
  const changed = Object.entries(single).map(([textId, choices]) => [textId, Object.fromEntries(
    Object.entries(choices).map(([id, choice]) => [id, choice.kind === kind ? { ...choice, applied } : choice]))])
  return { kinds: { ...kinds, [kind]: applied }, single: Object.fromEntries(changed) as RepairChoices['single'] }
}

/** Repairs per kind, kinds that may need a decision first; kinds without a repair are left out. */
export function kindSummaries(drafts: readonly DraftHead[], files: Files, choices: RepairChoices): KindSummary[] {
  const all = summaries(drafts, files, choices)
  return KIND_ORDER.flatMap((kind) => {
    const parts = [...all.values()].flatMap((kinds) => kinds.get(kind) ?? [])
    return parts.length === 0 ? [] : [{ kind, total: sum(parts, 'total'), applied: sum(parts, 'applied'), open: sum(parts, 'open') }]
  })
}

/** Repairs of each draft, by its id: all of them, and those that wait for a decision. */
export type RepairTallies = ReadonlyMap<string, { total: number; open: number }>

export function draftTallies(drafts: readonly DraftHead[], files: Files, choices: RepairChoices): RepairTallies {
  return new Map([...summaries(drafts, files, choices)].map(([draftId, kinds]) => {
    const parts = [...kinds.values()]
    return [draftId, { total: sum(parts, 'total'), open: sum(parts, 'open') }]
  }))
}

/** The choices about single repairs of the texts that are in the preview now, as `imports.commit` takes them. */
export function repairDecisions(files: Files, { single }: RepairChoices): RepairDecision[] {
  return files.flatMap(({ file, textId }) => Object.entries(single[textId] ?? {}).map(([id, { applied, after }]) => (
    { file, id, applied, ...(after === undefined ? {} : { after }) })))
}

function summaries(drafts: readonly DraftHead[], files: Files, { kinds, single }: RepairChoices): Map<string, Map<RepairKind, KindSummary>> {
  const byDraft = new Map<string, Map<RepairKind, KindSummary>>()
  for (const { draftId, repairs } of drafts) {
    const counts = Object.entries(repairs) as [RepairKind, { total: number; applied: number }][]
    byDraft.set(draftId, new Map(counts.map(([kind, { total, applied }]) => {
      const all = kinds[kind]
      return [kind, all === undefined ? { kind, total, applied, open: total - applied } : { kind, total, applied: all ? total : 0, open: 0 }]
    })))
  }
  for (const { file, textId } of files) {
    const choices = Object.values(single[textId] ?? {})
    const ofFile = choices.length === 0 ? [] : drafts.filter((draft) => draft.file === file)
    for (const { kind, at, applied, wasApplied } of choices) {
      const home = ofFile.find(({ start, characters }) => start <= at && at < start + characters)
      const summary = home && byDraft.get(home.draftId)?.get(kind)
      if (summary === undefined) continue
      summary.applied += Number(applied) - Number(kinds[kind] ?? wasApplied)
      if (kinds[kind] === undefined && !wasApplied) summary.open--
    }
  }
  return byDraft
}

function sum(summaries: readonly KindSummary[], field: 'total' | 'applied' | 'open'): number {
  return summaries.reduce((total, summary) => total + summary[field], 0)
}
