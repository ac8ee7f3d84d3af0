import type { Cell, CellPassage, Row } from '#api'
import { useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Place } from '../../app/LibraryState'
import { Icon } from '../../components/Icon'
import { MarkedText } from '../../components/marked-text'
import styles from './cell.module.css'
import { passageMarks, type PlaceIndex } from './term-marks'

export interface CellContentProps {
  kind: Row['kind']
  cell: Cell | undefined
  title: string
  label: string
  places: PlaceIndex
  active: string | null
  expanded: boolean
  onExpand: () => void
  onHover: (id: string | null) => void
  onOpen: (place: Place) => void
}

/** A cell's summary and passages. A long one is cut short until its row is expanded. */
export function CellContent({ kind, cell, title, label, places, active, expanded, onExpand, onHover, onOpen }: CellContentProps) {
  const { t } = useTranslation('compare')
  const box = useRef<HTMLDivElement>(null)
  const [overflows, setOverflows] = useState(false)

  useLayoutEffect(() => {
    const element = box.current
    if (element === null || expanded) return
    const measure = () => setOverflows(element.scrollHeight > element.clientHeight + 1)
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [expanded, cell])

  if (cell === undefined || (cell.summary === '' && cell.passages.length === 0)) {
    return <span className={styles.empty} role="img" aria-label={t('cell.emptyLabel')}>{t('cell.empty')}</span>
  }
  return (
    <>
      <div ref={box} className={styles.content} data-kind={kind} data-clamped={!expanded || undefined} data-overflows={(overflows && !expanded) || undefined}>
        {cell.summary !== '' && <p className={styles.summary}>{cell.summary}</p>}
        {cell.passages.map((passage) => (
          <Passage
            key={passage.id} caseId={cell.caseId} passage={passage} title={title} places={places} active={active} onHover={onHover} onOpen={onOpen}
          />
        ))}
      </div>
      {(overflows || expanded) && (
        <button type="button" className={styles.expand} aria-expanded={expanded} aria-label={`${expanded ? t('cell.collapse') : t('cell.expand')}: ${label}`} onClick={onExpand}>
          {expanded ? t('cell.collapse') : t('cell.expand')}
          <Icon name={expanded ? 'up' : 'down'} size={14} />
        </button>
      )}
    </>
  )
}

interface PassageProps extends Pick<CellContentProps, 'title' | 'places' | 'active' | 'onHover' | 'onOpen'> {
  caseId: string
  passage: CellPassage
}

function Passage({ caseId, passage, title, places, active, onHover, onOpen }: PassageProps) {
  const { t } = useTranslation('compare')
  return (
    <p
      className={styles.passage}
      onClick={() => {
        // Whoever has just selected words wants to copy them.
        if (window.getSelection()?.isCollapsed !== false) onOpen(passage)
      }}
    >
      {passage.origin === 'suggested' && <span className={styles.suggested} title={t('cell.suggestedHint')}>{t('cell.suggested')}</span>}
      <MarkedText text={passage.text} marks={passageMarks(places, caseId, passage)} active={active} onHover={onHover} />
      <button
        type="button" className={styles.source} title={t('cell.source')} aria-label={t('cell.openPassage', { title })}
        onClick={(event) => { event.stopPropagation(); onOpen(passage) }}
      >
        <Icon name="right" size={14} />
      </button>
    </p>
  )
}
