import type { Hit } from '#api'
import { memo, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldLabel } from '../../../components/field-label'
import { Highlighted } from '../../../components/Highlighted'
import { Icon } from '../../../components/Icon'
import { plainRange, plainText } from '../../../components/plain-text'
import { regionText } from '../../../components/region'
import { useTexts } from '../../../i18n'
import type { Row } from '../useRows'
import styles from './list.module.css'

interface CaseRowProps {
  id: string
  row: Row
  index: number
  top: number
  height: number
  /** Shown in the reader. */
  current: boolean
  ticked: boolean
  /** Something is ticked, so every row shows its box. */
  ticking: boolean
  onClick: (event: MouseEvent, index: number, id: string) => void
  onTick: (id: string) => void
}

/** Remembered, because the list renders all its rows with every scroll. */
export const CaseRow = memo(function CaseRow({ id, row, index, top, height, current, ticked, ticking, onClick, onTick }: CaseRowProps) {
  const { t } = useTranslation(['library', 'search'])
  const { hit } = row
  const title = row.title || t('list.untitled')
  const titleMarks = hit?.matches.filter(({ field }) => field === 'title').map(({ start, end }) => [start, end] as const) ?? []
  const showsSnippet = hit !== undefined && hit.snippet.field !== 'title' && hit.snippet.text !== ''
  const place = regionText(row.region)
  const kind = hit === undefined || hit.kind === 'exact' ? null : hit.kind
  const details = [
    row.modelName !== '' && <span key="model" className={styles.model}>{row.modelName}</span>,
    row.organisation !== '' && row.organisation !== row.title && <span key="organisation">{row.organisation}</span>,
    place !== '' && <span key="place">{place}</span>,
    kind !== null && <span key="kind" className={styles.kind} title={t(`search:hitHints.${kind}`)}>{t(`search:hits.${kind}`)}</span>,
  ].filter((detail) => detail !== false)

  return (
    <div
      id={id} role="row" aria-rowindex={index + 1} aria-selected={ticked} data-case={row.id}
      className={styles.row} data-current={current || undefined} data-ticked={ticked || undefined} data-ticking={ticking || undefined}
      style={{ transform: `translateY(${top}px)`, height }}
      onClick={(event) => onClick(event, index, row.id)}
    >
      <div role="gridcell" className={styles.tick} onClick={(event) => event.stopPropagation()}>
        <input type="checkbox" checked={ticked} tabIndex={-1} aria-label={t('list.select', { title })} onChange={() => onTick(row.id)} />
      </div>
      <div role="gridcell" className={styles.body}>
        <p className={styles.title}>
          <span className={styles.titleText}><Highlighted text={title} ranges={titleMarks} /></span>
          {row.proposedTitle && <span className={styles.proposed}>{t('list.proposed')}</span>}
          {row.openRepairs > 0 && (
            <span className={styles.repairs} title={t('list.repairs', { count: row.openRepairs })}>
              <Icon name="warning" size={14} /><span className="visually-hidden">{t('list.repairs', { count: row.openRepairs })}</span>
            </span>
          )}
        </p>
        {details.length > 0 && <p className={styles.meta}>{details}</p>}
        <p className={styles.excerpt} data-long={details.length === 0 || undefined}>
          {showsSnippet ? <Snippet {...hit.snippet} /> : plainText(row.excerpt).text}
        </p>
      </div>
    </div>
  )
})

/** Stands where a row has not been read yet. */
export function RowPlaceholder({ index, top, height }: { index: number; top: number; height: number }) {
  return (
    <div role="row" aria-rowindex={index + 1} aria-busy="true" className={styles.row} data-loading style={{ transform: `translateY(${top}px)`, height }}>
      <div role="gridcell"><span /><span /><span /></div>
    </div>
  )
}

/** Running text speaks for itself; of anything else it is told where it stands. */
function Snippet({ field, text, ranges }: Hit['snippet']) {
  const texts = useTexts()
  const plain = plainText(text)
  return (
    <>
      {!field.startsWith('sections/') && <span className={styles.where}>{fieldLabel(field, texts)}</span>}
      <Highlighted
        text={plain.text}
        ranges={ranges.map(([from, to]) => {
          const { start, end } = plainRange(plain, from, to)
          return [start, end] as const
        })}
      />
    </>
  )
}
