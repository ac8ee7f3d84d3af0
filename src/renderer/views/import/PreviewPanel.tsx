import type { DraftDecision, ImportPreview, ImportWarning, RepairKind } from '#api'
import { App, Button } from 'antd'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigation } from '../../app/navigation'
import { confirmed, decisions, edited, isIncluded, kindSummaries, rehomed, withEdit, withIncluded, withKind, withRepair, type DraftEdit, type Edits, type RepairChoice } from './decisions'
import { DraftList } from './DraftList'
import { DraftPanel } from './DraftPanel'
import { DuplicatePanel } from './DuplicatePanel'
import { OcrPanel } from './OcrPanel'
import styles from './preview.module.css'
import { RepairSummary } from './RepairSummary'
import { ShapeSteps } from './ShapeSteps'
import { spotsOf, stepSpot, type Spot } from './spots'
import { useStepKeys } from './useStepKeys'
import { useUndoKeys } from './useUndoKeys'
import type { ImportActions } from './useImport'
import { Warnings } from './Warnings'

export interface PreviewPanelProps {
  preview: ImportPreview
  /** What is told of files that are in no preview. */
  unsent: ImportWarning[]
  busy: boolean
  onReshape: ImportActions['reshape']
  onRecognised: (preview: ImportPreview) => void
  onCommit: (decisions: DraftDecision[]) => void
  onDiscard: () => void
}

/** What an import would write: the drafts, their repairs, and the choice of what goes in. Nothing is written yet. */
export function PreviewPanel({ preview, unsent, busy, onReshape, onRecognised, onCommit, onDiscard }: PreviewPanelProps) {
  const { t } = useTranslation(['import', 'shell'])
  const { modal } = App.useApp()
  const { setLeaveGuard } = useNavigation()
  const [made, setEdits] = useState<Edits>({})
  const [openId, setOpenId] = useState<string | undefined>(undefined)
  const [spot, setSpot] = useState<Spot | null>(null)

  const { drafts } = preview
  const edits = useMemo(() => rehomed(drafts, made), [drafts, made])
  const shown = useMemo(() => drafts.map((draft) => edited(draft, edits[draft.draftId])), [drafts, edits])
  const included = drafts.filter((draft) => isIncluded(draft, edits[draft.draftId]))
  const summaries = useMemo(() => kindSummaries(drafts, edits), [drafts, edits])
  const allSpots = useMemo(() => spotsOf(drafts), [drafts])
  const openIndex = Math.max(0, drafts.findIndex(({ draftId }) => draftId === openId))
  const openDraft = shown[openIndex]
  const openFile = preview.files.find(({ file }) => file === openDraft?.file)

  const goTo = useCallback((next: Spot | null) => {
    if (next === null) return
    setSpot(next)
    setOpenId(next.draftId)
  }, [])
  const step = (direction: 1 | -1, kind?: RepairKind) => {
    const spots = kind === undefined ? allSpots : spotsOf(drafts, kind)
    goTo(stepSpot(spots, spot, direction, openDraft?.draftId))
  }
  useStepKeys(step, () => setSpot(null))

  const undo = () => onReshape((imports, previewId) => imports.undo({ previewId }))
  const redo = () => onReshape((imports, previewId) => imports.redo({ previewId }))
  useUndoKeys(() => preview.canUndo && undo(), () => preview.canRedo && redo())
  const edit = (draftId: string, change: DraftEdit) => setEdits((before) => withEdit(before, draftId, change))
  const choose = (draftId: string, repairId: string, choice: RepairChoice) =>
    setEdits((before) => withRepair(before, draftId, repairId, choice))

  const touched = Object.keys(edits).length > 0
  useEffect(() => {
    if (!touched) return
    setLeaveGuard(() => new Promise((resolve) => {
      modal.confirm({
        title: t('preview.leaveTitle'), content: t('preview.leaveHint'), okText: t('preview.discard'), cancelText: t('preview.stay'),
        icon: null, autoFocusButton: 'cancel', onOk: () => resolve(true), onCancel: () => resolve(false),
      })
    }))
    return () => setLeaveGuard(null)
  }, [touched, setLeaveGuard, modal, t])

  const blocked = included.length > 0 || drafts.length === 0
    ? null
    : drafts.every(({ duplicateOf }) => duplicateOf !== null) ? t('preview.allDuplicates') : t('preview.noneIncluded')

  return (
    <section className={styles.preview} aria-label={t('preview.title')} aria-busy={busy}>
      <header className={styles.header}>
        <div className={styles.headline}>
          <h1 className={styles.title}>{t('preview.title')}</h1>
          <p className={styles.summary}>
            {t('preview.summary', { files: preview.files.length, cases: drafts.length, repairs: allSpots.length })}
            <span className={styles.unwritten}>{t('preview.nothingWritten')}</span>
          </p>
        </div>
        <ShapeSteps preview={preview} onUndo={() => void undo()} onRedo={() => void redo()} />
        <Button
          disabled={shown.every(({ proposed }) => proposed.length === 0)}
          onClick={() => setEdits((before) => shown.reduce((next, draft) => withEdit(next, draft.draftId, confirmed(draft)), before))}
        >
          {t('shape.confirmAll')}
        </Button>
        <Button onClick={onDiscard}>{t('preview.discard')}</Button>
        <Button
          type="primary" disabled={included.length === 0} loading={busy} aria-describedby="import-blocked"
          onClick={() => { setLeaveGuard(null); onCommit(decisions(drafts, edits)) }}
        >
          {included.length === 0 ? t('preview.commitNone') : t('preview.commit', { count: included.length })}
        </Button>
      </header>
      <div id="import-blocked" role="status">{blocked !== null && <p className={styles.blocked}>{blocked}</p>}</div>
      <Warnings warnings={[...unsent, ...preview.warnings]} />
      <OcrPanel preview={preview} onRecognised={onRecognised} />
      {openDraft === undefined ? preview.pictures.length === 0 && (
        <div className={styles.nothing}>
          <h2>{t('preview.nothingRead')}</h2>
          <p>{t('preview.nothingReadHint')}</p>
          <Button type="primary" onClick={onDiscard}>{t('preview.addFiles')}</Button>
        </div>
      ) : (
        <>
          <RepairSummary
            summaries={summaries}
            onStep={(kind) => step(1, kind)}
            onAll={(kind, applied) => setEdits((before) => withKind(before, drafts, kind, applied))}
          />
          <div className={styles.body}>
            <DraftList
              files={preview.files} drafts={shown} edits={edits} openId={openDraft.draftId}
              onOpen={(draftId) => { setOpenId(draftId); setSpot(null) }}
              onInclude={(ids, include) => setEdits((before) => withIncluded(before, drafts, ids, include))}
              onResplit={(file, template) => onReshape((imports, previewId) => imports.resplit({ previewId, file, template }))}
              onRecode={(file, encoding) => onReshape((imports, previewId) => imports.recode({ previewId, file, encoding }))}
              onRemap={(file, table, columns) => onReshape((imports, previewId) => imports.remap({ previewId, file, table, columns }))}
            />
            <DraftPanel
              key={openDraft.draftId} draft={openDraft} delivered={drafts[openIndex]!} isRow={openFile?.templateId === 'stated' && openFile.tables.length > 0}
              lead={<DuplicatePanel previewId={preview.previewId} draft={openDraft} edit={edits[openDraft.draftId]} onEdit={(change) => edit(openDraft.draftId, change)} />}
              spot={spot} spots={allSpots}
              onEdit={(change) => edit(openDraft.draftId, change)}
              onSpot={(repairId) => setSpot({ draftId: openDraft.draftId, repairId })}
              onChoose={(repairId, choice) => choose(openDraft.draftId, repairId, choice)}
              onStep={step}
              before={drafts[openIndex - 1]?.file === openDraft.file ? drafts[openIndex - 1]! : null}
              onShape={(operation) => {
                if (operation.kind === 'mergeCase') setOpenId(drafts[openIndex - 1]?.draftId)
                return onReshape((imports, previewId) => imports.reshape({ previewId, file: openDraft.file, operation }))
              }}
            />
          </div>
        </>
      )}
    </section>
  )
}
