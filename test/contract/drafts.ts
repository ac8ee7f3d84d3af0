import type { Client, Draft, ImportPreview } from '#api'

export type PreviewWithTexts = Omit<ImportPreview, 'drafts'> & { drafts: Draft[] }

/** A preview with the texts of its drafts, each whole. */
export async function withTexts(client: Client, preview: ImportPreview): Promise<PreviewWithTexts> {
  const drafts = []
  for (const { draftId } of preview.drafts) drafts.push(await wholeDraft(client, preview.previewId, draftId))
  return { ...preview, drafts }
}

async function wholeDraft(client: Client, previewId: string, draftId: string): Promise<Draft> {
  const draft = await client.imports.draft({ previewId, draftId })
  for (const { start } of draft.parts.slice(1)) {
    const next = await client.imports.draft({ previewId, draftId, part: draft.parts.findIndex((part) => part.start === start) })
    draft.original += next.original
    draft.repairs.push(...next.repairs.map((repair) => ({ ...repair, start: repair.start + start, end: repair.end + start })))
  }
  return draft
}
