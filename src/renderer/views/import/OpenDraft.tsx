import type { Draft, ImportPreview, Reshape } from '#api'
import { useMemo } from 'react'
import { edited, type DraftEdit, type Edits } from './decisions'
import { DraftPanel } from './DraftPanel'
import { DuplicatePanel } from './DuplicatePanel'
import { chosenRepair, withRepair, type RepairChoices } from './repair-choices'
import type { Place } from './spots'
import type { ImportActions } from './useImport'
import type { Reading } from './useReading'
import { inWhole } from './whole-offsets'

export interface OpenDraftProps {
  preview: ImportPreview
  reading: Reading
  /** As the importer gave it. */
  delivered: Draft
  edits: Edits
  choices: RepairChoices
  onEdit: (draftId: string, change: DraftEdit) => void
  onChoices: (change: (before: RepairChoices) => RepairChoices) => void
  /** Changes the preview; `arrival` is what is to be open then. */
  onReshape: (act: Parameters<ImportActions['reshape']>[0], arrival?: Place) => Promise<void>
}

/** The draft that is open, under the user's edits. */
export function OpenDraft({ preview, reading, delivered, edits, choices, onEdit, onChoices, onReshape }: OpenDraftProps) {
  const { draftId, part, parts } = delivered
  const file = preview.files.find((each) => each.file === delivered.file)
  const textId = file?.textId ?? ''
  const draft = useMemo(() => shownDraft(delivered, edits[draftId], choices, textId), [delivered, edits, draftId, choices, textId])
  const partStart = parts[part]!.start
  const draftStart = preview.drafts.find((each) => each.draftId === draftId)?.start ?? 0
  const neighbour = reading.before
  const before = useMemo(
    () => (neighbour === null ? null : shownDraft(neighbour, edits[neighbour.draftId], choices, textId)),
    [neighbour, edits, choices, textId],
  )
  const shape = (operation: Reshape) => onReshape(
    (imports, previewId) => imports.reshape({ previewId, file: delivered.file, operation: inWhole(operation, partStart) }),
    // What a case is joined to ends where the case began.
    operation.kind === 'mergeCase' && neighbour !== null ? { draftId: neighbour.draftId, part: neighbour.part } : undefined,
  )
  return (
    <DraftPanel
      draft={draft} delivered={delivered} isRow={file?.templateId === 'stated' && file.tables.length > 0} isPast={draftId !== reading.openId}
      lead={<DuplicatePanel previewId={preview.previewId} draft={draft} edit={edits[draftId]} onEdit={(change) => onEdit(draftId, change)} />}
      spot={reading.spot} position={reading.position}
      onEdit={(change) => onEdit(draftId, change)}
      onSpot={(repairId) => reading.setSpot({ draftId, repairId })}
      onChoose={(repairId, choice) => {
        const repair = delivered.repairs.find(({ id }) => id === repairId)
        if (repair !== undefined) onChoices((before) => withRepair(before, textId, repair, draftStart + partStart, choice))
      }}
      onStep={reading.step} onPart={reading.openPart}
      before={before} onShape={shape}
    />
  )
}

function shownDraft(draft: Draft, edit: DraftEdit | undefined, choices: RepairChoices, textId: string): Draft {
  return { ...edited(draft, edit), repairs: draft.repairs.map((repair) => chosenRepair(repair, choices, textId)) }
}
