import type { AppContext } from '../context'
import { inSlices } from '../slices'
import type { PreparedCase } from './draft'
import { KnownTexts, textKeys } from './duplicates'
import { NearDuplicates } from './near-duplicates'

const SLICE_MILLISECONDS = 10

/** Marks drafts whose text the library, or an earlier draft, already has, letter by letter or nearly so. */
export async function markDuplicates(context: AppContext, files: readonly { cases: readonly PreparedCase[] }[]): Promise<void> {
  const prepared = files.flatMap(({ cases }) => cases)
  await inSlices(exact(context, prepared), SLICE_MILLISECONDS)
  const near = new NearDuplicates(prepared.map(({ draft }) => (
    { id: draft.draftId, title: draft.title, sections: draft.sections, isKnown: draft.duplicateOf !== null })))
  const found = await inSlices(near.compare(context.cases.all()), SLICE_MILLISECONDS)
  for (const [index, { draft }] of prepared.entries()) {
    const of = found[index] ?? null
    if (of !== null) draft.duplicateOf = { ...of, kind: 'near' }
  }
}

function* exact(context: AppContext, prepared: readonly PreparedCase[]): Generator<undefined, void> {
  const known = new KnownTexts([])
  for (const item of context.cases.all()) {
    known.addCase(item)
    yield undefined
  }
  for (const { draft, statedId } of prepared) {
    const keys = textKeys(draft.original, draft.sections)
    const of = known.find(keys, statedId)
    draft.duplicateOf = of === null ? null : { ...of, kind: 'exact', similarity: 1 }
    if (of === null) known.add(keys, { id: draft.draftId, title: draft.title, inLibrary: false })
    yield undefined
  }
}
