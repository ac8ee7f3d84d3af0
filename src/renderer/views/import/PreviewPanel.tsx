import type { ImportPreview, ImportWarning } from '#api'
import { App, Button } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigation } from '../../app/navigation'
import { confirmed, decisions, edited, isIncluded, withEdit, withIncluded, type DraftEdit, type Edits } from './decisions'
import { DraftList } from './DraftList'
import { OcrPanel } from './OcrPanel'
import { OpenDraft, type OpenDraftProps } from './OpenDraft'
import styles from './preview.module.css'
import { draftTallies, kindSummaries, NO_CHOICES, repairDecisions, withKind } from './repair-choices'
import { RepairSummary } from './RepairSummary'
import { ShapeSteps } from './ShapeSteps'
import type { CommitWishes, ImportActions } from './useImport'
import { useReading } from './useReading'
import { useStepKeys } from './useStepKeys'
import { useUndoKeys } from './useUndoKeys'
import { Warnings } from './Warnings'

export interface PreviewPanelProps {
  preview: ImportPreview
  /** What is told of files that are in no preview. */
  unsent: ImportWarning[]
  busy: boolean
  onReshape: ImportActions['reshape']
  onRecognised: ImportActions['recognised']
  onCommit: (wishes: CommitWishes) => void
  onDiscard: () => void
}

/** What an import would write: the drafts, their repairs, and the choice of what goes in. Nothing is written yet. */
export function PreviewPanel({ preview, unsent, busy, onReshape, onRecognised, onCommit, onDiscard }: PreviewPanelProps) {
  const { t } = useTranslation(['import', 'shell'])
  const { modal } = App.useApp()
  const { setLeaveGuard } = useNavigation()
  const [edits, setEdits] = useState<Edits>({})
  const [choices, setChoices] = useState(NO_CHOICES)

  const { drafts, files } = preview
  const reading = useReading(preview)
  const shown = useMemo(() => drafts.map((draft) => edited(draft, edits[draft.draftId])), [drafts, edits])
  const included = drafts.filter((draft) => isIncluded(draft, edits[draft.draftId]))
  const summaries = useMemo(() => kindSummaries(drafts, files, choices), [drafts, files, choices])
  const tallies = useMemo(() => draftTallies(drafts, files, choices), [drafts, files, choices])
  useStepKeys(reading.step, () => reading.setSpot(null))

  const reshape: OpenDraftProps['onReshape'] = (act, arrival) => onReshape(act, (next) => reading.makeReady(next, arrival))
  const undo = () => reshape((imports, previewId) => imports.undo({ previewId }))
  const redo = () => reshape((imports, previewId) => imports.redo({ previewId }))
  useUndoKeys(() => preview.canUndo && undo(), () => preview.canRedo && redo())
  const edit = (draftId: string, change: DraftEdit) => setEdits((before) => withEdit(before, draftId, change))

  const touched = Object.keys(edits).length > 0 || choices !== NO_CHOICES
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
            {t('preview.summary', { files: files.length, cases: drafts.length, repairs: reading.position.count })}
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
          onClick={() => { setLeaveGuard(null); onCommit({ decisions: decisions(drafts, edits), kinds: choices.kinds, repairs: repairDecisions(files, choices) }) }}
        >
          {included.length === 0 ? t('preview.commitNone') : t('preview.commit', { count: included.length })}
        </Button>
      </header>
      <div id="import-blocked" role="status">{blocked !== null && <p className={styles.blocked}>{blocked}</p>}</div>
      <Warnings warnings={[...unsent, ...preview.warnings]} />
      <OcrPanel preview={preview} onRecognised={(next) => onRecognised(next, reading.makeReady)} />
      {drafts.length === 0 ? preview.pictures.length === 0 && (
        <div className={styles.nothing}>
          <h2>{t('preview.nothingRead')}</h2>
          <p>{t('preview.nothingReadHint')}</p>
          <Button type="primary" onClick={onDiscard}>{t('preview.addFiles')}</Button>
        </div>
      ) : (
        <>
          <RepairSummary
            summaries={summaries}
            onStep={(kind) => reading.step(1, kind)}
            onAll={(kind, applied) => setChoices((before) => withKind(before, kind, applied))}
          />
          <div className={styles.body}>
            <DraftList
              files={files} drafts={shown} tallies={tallies} edits={edits} openId={reading.openId}
              onOpen={reading.open}
              onInclude={(ids, include) => setEdits((before) => withIncluded(before, drafts, ids, include))}
              onResplit={(file, template) => reshape((imports, previewId) => imports.resplit({ previewId, file, template }))}
              onRecode={(file, encoding) => reshape((imports, previewId) => imports.recode({ previewId, file, encoding }))}
              onRemap={(file, table, columns) => reshape((imports, previewId) => imports.remap({ previewId, file, table, columns }))}
            />
            {reading.draft !== undefined && (
              <OpenDraft
                key={reading.draft.draftId} preview={preview} reading={reading} delivered={reading.draft} edits={edits}
                choices={choices} onEdit={edit} onChoices={setChoices} onReshape={reshape}
              />
            )}
          </div>
        </>
      )}
    </section>
  )
}
