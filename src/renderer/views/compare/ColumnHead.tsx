import type { Comparison } from '#api'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../components/Icon'
import styles from './table.module.css'

const DRAG_TYPE = 'application/x-jingjian-column'

export interface ColumnHeadProps {
  column: Comparison['cases'][number]
  index: number
  count: number
  onOpen: () => void
  onRemove: () => void
  /** Moves this column. */
  onMove: (to: number) => void
  /** Takes the column at `from` to this place. */
  onTake: (from: number) => void
}

/** A case at the head of its column; dragged or stepped to another place. */
export function ColumnHead({ column, index, count, onOpen, onRemove, onMove, onTake }: ColumnHeadProps) {
  const { t } = useTranslation('compare')
  const [over, setOver] = useState(false)
  const { title } = column
  return (
    <th
      scope="col" className={styles.head} data-over={over || undefined} draggable title={t('column.drag')}
      onDragStart={(event) => {
        event.dataTransfer.setData(DRAG_TYPE, String(index))
        event.dataTransfer.effectAllowed = 'move'
      }}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(DRAG_TYPE)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false)
        const from = event.dataTransfer.getData(DRAG_TYPE)
        if (from === '') return
        event.preventDefault()
        if (Number(from) !== index) onTake(Number(from))
      }}
    >
      <div className={styles.headContent}>
        <button type="button" className={styles.caseTitle} title={t('column.open', { title })} onClick={onOpen}>{title}</button>
        <p className={styles.caseFacts}>
          {column.organisation !== title && <span>{column.organisation}</span>}
          {column.modelName !== title && <span className={styles.model}>{column.modelName}</span>}
        </p>
        <div className={styles.headActions}>
          <Button type="text" size="small" disabled={index === 0} aria-label={t('column.left', { title })} title={t('column.left', { title })} icon={<Icon name="left" size={16} />} onClick={() => onMove(index - 1)} />
          <Button type="text" size="small" disabled={index === count - 1} aria-label={t('column.right', { title })} title={t('column.right', { title })} icon={<Icon name="right" size={16} />} onClick={() => onMove(index + 1)} />
          <Button type="text" size="small" aria-label={t('column.remove', { title })} title={t('column.remove', { title })} icon={<Icon name="close" size={16} />} onClick={onRemove} />
        </div>
      </div>
    </th>
  )
}
