import type { Cell, Row } from '#api'
import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Place } from '../../app/LibraryState'
import { Icon } from '../../components/Icon'
import { MarkedText, type TextMark } from '../../components/marked-text'
import { plainRange, plainText } from '../../components/plain-text'
import { linesOf, type CellLine } from './cell-lines'
import styles from './cell.module.css'
import { passageMarks, type PlaceIndex } from './term-marks'

/** In CSS pixels: about nine lines. */
const CLAMPED_HEIGHT = 252

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
    if (element === null) return
    const measure = () => setOverflows(element.scrollHeight > CLAMPED_HEIGHT + 1)
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [cell])

  if (cell === undefined || (cell.summary === '' && cell.passages.length === 0)) {
    return <span className={styles.empty} role="img" aria-label={t('cell.emptyLabel')}>{t('cell.empty')}</span>
  }
  return (
    <>
      <div ref={box} className={styles.content} style={expanded ? undefined : { maxHeight: CLAMPED_HEIGHT }} data-overflows={(overflows && !expanded) || undefined}>
        {linesOf(kind, cell).map(({ text, passage, note }, index) => (
          <Line
            key={index} text={text} note={note} passage={passage} title={title} active={active} onHover={onHover} onOpen={onOpen}
            marks={passage === undefined || passage.text !== text ? [] : passageMarks(places, cell.caseId, passage)}
            suggested={kind === 'theme' && passage?.origin === 'suggested'}
          />
        ))}
      </div>
      {overflows && (
        <button type="button" className={styles.expand} aria-expanded={expanded} aria-label={`${expanded ? t('cell.collapse') : t('cell.expand')}: ${label}`} onClick={onExpand}>
          {expanded ? t('cell.collapse') : t('cell.expand')}
          <Icon name={expanded ? 'up' : 'down'} size={14} />
        </button>
      )}
    </>
  )
}

interface LineProps extends Pick<CellContentProps, 'title' | 'active' | 'onHover' | 'onOpen'>, CellLine {
  marks: readonly TextMark[]
  suggested: boolean
}

function Line({ text, note, passage, marks, suggested, title, active, onHover, onOpen }: LineProps) {
  const { t } = useTranslation('compare')
  const shown = useMemo(() => {
    const plain = plainText(text)
    return { text: plain.text, marks: marks.map((mark) => ({ ...mark, ...plainRange(plain, mark.start, mark.end) })) }
  }, [text, marks])
  if (passage === undefined) return <p className={styles.plain}>{shown.text}</p>
  return (
    <p
      className={styles.passage}
      onClick={(event) => {
        // Whoever has just selected words wants to copy them.
        if (window.getSelection()?.isCollapsed === false) return
        const term = (event.target as Element).closest('mark')
        onOpen({ field: passage.field, text: term?.textContent ?? passage.text })
      }}
    >
      {suggested && <span className={styles.suggested} title={t('cell.suggestedHint')}>{t('cell.suggested')}</span>}
      <MarkedText text={shown.text} marks={shown.marks} active={active} onHover={onHover} />
      {note !== '' && <span className={styles.note}>{note}</span>}
      <button
        type="button" className={styles.source} title={t('cell.source')} aria-label={t('cell.openPassage', { title })}
        onClick={(event) => { event.stopPropagation(); onOpen({ field: passage.field, text: passage.text }) }}
      >
        <Icon name="right" size={14} />
      </button>
    </p>
  )
}
