import type { Draft, Reshape } from '#api'
import { Switch } from 'antd'
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { MarkedText } from '../../components/marked-text'
import type { DraftEdit } from './decisions'
import { BorderMoves } from './borders/BorderMoves'
import { CaseBorder } from './CaseBorder'
import { DraftFields } from './DraftFields'
import { DraftTags } from './DraftTags'
import styles from './draft.module.css'
import { PartSteps } from './PartSteps'
import { blocksShown, readingBlocks } from './reading-blocks'
import type { RepairChoice } from './repair-choices'
import { RepairedReading } from './RepairedReading'
import { SpotBar } from './SpotBar'
import type { Spot, SpotPosition } from './spots'

export interface DraftPanelProps {
  /** With the user's edits. */
  draft: Draft
  /** As the importer gave it: its sections' texts belong to these repairs. */
  delivered: Draft
  /** It is a row of a table: what is in no section of it is in its fields. */
  isRow: boolean
  /** Another draft was asked for, whose text is not there yet. */
  isPast: boolean
  /** Stands above the fields. */
  lead: ReactNode
  spot: Spot | null
  position: SpotPosition
  onEdit: (change: DraftEdit) => void
  onSpot: (repairId: string) => void
  onChoose: (repairId: string, choice: RepairChoice) => void
  onStep: (direction: 1 | -1) => void
  /** Goes to another part of a long text. */
  onPart: (part: number) => void
  /** The draft before it in its file. */
  before: Draft | null
  onShape: (operation: Reshape) => void | Promise<void>
}

/** One draft: its fields, its text with every repair at its place, and the original beside it on request. */
export function DraftPanel({ draft, delivered, isRow, isPast, lead, spot, position, onEdit, onSpot, onChoose, onStep, onPart, before, onShape }: DraftPanelProps) {
  const { t } = useTranslation('import')
  const [withOriginal, setWithOriginal] = useState(false)
  const panel = useRef<HTMLDivElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const blocks = useMemo(() => readingBlocks(delivered).filter(({ section }) => section !== null || !isRow), [delivered, isRow])
  const shown = useMemo(() => blocksShown(draft, blocks), [draft, blocks])
  const currentId = spot?.draftId === draft.draftId ? spot.repairId : null
  const current = draft.repairs.find(({ id }) => id === currentId) ?? null
  const marks = useMemo(
    () => draft.repairs.map(({ id, start, end }) => ({ id, start, end, tone: 'spot' })),
    [draft.repairs],
  )

  useEffect(() => {
    if (currentId === null) return
    const reading = panel.current?.querySelector<HTMLElement>(`[data-spot="${CSS.escape(currentId)}"]`)
    reading?.focus({ preventScroll: true })
    reading?.scrollIntoView({ block: 'center' })
    panel.current?.querySelector('mark[data-active]')?.scrollIntoView({ block: 'center' })
  }, [currentId, draft.part, withOriginal])

  return (
    <div className={styles.panel} ref={panel} inert={isPast}>
      <div className={styles.scroll} ref={scroller}>
        {lead}
        <DraftFields draft={draft} onEdit={onEdit} />
        <DraftTags draft={draft} onEdit={onEdit} />
        <div className={styles.readingHead}>
          <h2>{t('reading.label')}</h2>
          <span className={styles.encoding}>{t('reading.encoding', { encoding: draft.encoding.toUpperCase() })}</span>
          <label className={styles.toggle}>
            <span>{t('reading.compareOriginal')}</span>
            <Switch size="small" checked={withOriginal} onChange={setWithOriginal} />
          </label>
        </div>
        <div className={styles.texts} data-split={withOriginal || undefined}>
          {withOriginal && (
            <section className={styles.original} aria-label={t('reading.original')}>
              <h3 className={styles.columnHead}>{t('reading.original')}</h3>
              <p className={styles.originalText}><MarkedText text={draft.original} marks={marks} active={currentId} /></p>
            </section>
          )}
          <section className={styles.repaired} aria-label={t('reading.repaired')}>
            {withOriginal && <h3 className={styles.columnHead}>{t('reading.repaired')}</h3>}
            <PartSteps above part={draft.part} parts={draft.parts.length} onPart={onPart} />
            <BorderMoves draft={draft} shown={shown} before={before} isRow={isRow} scroller={scroller} onShape={onShape}>
              {before !== null && <CaseBorder draft={draft} before={before} onShape={onShape} />}
              <RepairedReading draft={draft} blocks={shown} currentId={currentId} onSpot={onSpot} onShape={onShape} />
            </BorderMoves>
            <PartSteps part={draft.part} parts={draft.parts.length} onPart={onPart} />
          </section>
        </div>
      </div>
      {position.count > 0 && <SpotBar repair={current} position={position} onChoose={onChoose} onStep={onStep} />}
    </div>
  )
}
