import type { Draft, ImportPreview, Reshape } from '#api'
import { useMemo } from 'react'
import { edited, type DraftEdit } from './decisions'
import { DraftPanel } from './DraftPanel'
import { DuplicatePanel } from './DuplicatePanel'
import { chosenRepair, withRepair, type RepairChoices } from './repair-choices'
import type { ImportActions } from './useImport'
import type { Reading } from './useReading'
import { inWhole } from './whole-offsets'

export interface OpenDraftProps {
  preview: ImportPreview
  reading: Reading
  /** As the importer gave it. */
  delivered: Draft
  edit: DraftEdit | undefined
  choices: RepairChoices
  onEdit: (draftId: string, change: DraftEdit) => void
  onChoices: (change: (before: RepairChoices) => RepairChoices) => void
  onReshape: ImportActions['reshape']
}

/** The draft that is open, under the user's edits. */
export function OpenDraft({ preview, reading, delivered, edit, choices, onEdit, onChoices, onReshape }: OpenDraftProps) {
  const { draftId, part, parts } = delivered
  const file = preview.files.find((each) => each.file === delivered.file)
  const textId = file?.textId ?? ''
  const draft = useMemo(
    () => ({ ...edited(delivered, edit), repairs: delivered.repairs.map((repair) => chosenRepair(repair, choices, textId)) }),
    [delivered, edit, choices, textId],
  )
  const partStart = parts[part]!.start
  const at = preview.drafts.findIndex((each) => each.draftId === draftId)
  const draftStart = preview.drafts[at]?.start ?? 0
  const shape = (operation: Reshape) => {
    if (operation.kind === 'mergeCase') reading.open(preview.drafts[at - 1]?.draftId)
    return onReshape((imports, previewId) => imports.reshape({ previewId, file: delivered.file, operation: inWhole(operation, partStart) }))
  }
  return (
    <DraftPanel
      draft={draft} delivered={delivered} isRow={file?.templateId === 'stated' && file.tables.length > 0}
      lead={<DuplicatePanel previewId={preview.previewId} draft={draft} edit={edit} onEdit={(change) => onEdit(draftId, change)} />}
      spot={reading.spot} position={reading.position}
      onEdit={(change) => onEdit(draftId, change)}
      onSpot={(repairId) => reading.setSpot({ draftId, repairId })}
      onChoose={(repairId, choice) => {
        const repair = delivered.repairs.find(({ id }) => id === repairId)
        if (repair !== undefined) onChoices((before) => withRepair(before, textId, repair, draftStart + partStart, choice))
      }}
      onStep={reading.step} onPart={reading.openPart}
      before={reading.before ?? null} onShape={shape}
    />
  )
}
