import type { Comparison } from '#api'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { Place } from '../../app/LibraryState'
import { CellContent } from './CellContent'
import { ColumnHead } from './ColumnHead'
import { moved, type RowGroup } from './rows'
import styles from './table.module.css'
import type { PlaceIndex, Term } from './term-marks'
import { COLUMN_WIDTHS, type ColumnWidth } from './Toolbar'
import { UniqueTerms } from './UniqueTerms'

const LABEL_WIDTH = 112

export interface ComparisonTableProps {
  ref: Ref<HTMLDivElement>
  comparison: Comparison
  ids: string[]
  groups: readonly RowGroup[]
  width: ColumnWidth
  unique: readonly Term[]
  places: PlaceIndex
  active: string | null
  expanded: ReadonlySet<string>
  onExpand: (rowId: string) => void
  onReorder: (ids: string[]) => void
  onHover: (id: string | null) => void
  onGoTo: (term: Term) => void
  onOpen: (caseId: string, place?: Place) => void
}

export function ComparisonTable({
  ref, comparison, ids, groups, width, unique, places, active, expanded, onExpand, onReorder, onHover, onGoTo, onOpen,
}: ComparisonTableProps) {
  const { t } = useTranslation('compare')
  const labels = new Map(groups.flatMap(({ rows }) => rows.map(({ id, label }) => [id, label])))
  const columns = ids.flatMap((id) => comparison.cases.find((each) => each.id === id) ?? [])
  return (
    <div ref={ref} className={styles.scroll} tabIndex={0} role="region" aria-label={t('title')}>
      <table className={styles.table} aria-label={t('table')} style={{ minWidth: LABEL_WIDTH + columns.length * COLUMN_WIDTHS[width] }}>
        <colgroup>
          <col style={{ width: LABEL_WIDTH }} />
          {columns.map(({ id }) => <col key={id} />)}
        </colgroup>
        <thead>
          <tr>
            <td className={styles.corner} />
            {columns.map((column, index) => (
              <ColumnHead
                key={column.id} column={column} index={index} count={columns.length} onOpen={() => onOpen(column.id)}
                onRemove={() => onReorder(ids.filter((id) => id !== column.id))}
                onMove={(to) => onReorder(moved(ids, index, to))} onTake={(from) => onReorder(moved(ids, from, index))}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          <tr className={styles.uniqueRow}>
            <th scope="row" className={styles.label}>{t('terms.unique')}</th>
            {columns.map(({ id, title }) => (
              <td key={id} className={styles.cell}>
                <UniqueTerms title={title} terms={unique.filter(({ caseIds }) => caseIds[0] === id)} active={active} onHover={onHover} onGoTo={onGoTo} />
              </td>
            ))}
          </tr>
          {comparison.rows.map((row) => {
            const label = row.label === '' ? labels.get(row.id) ?? row.id : row.label
            return (
              <tr key={row.id}>
                <th scope="row" className={styles.label}>{label}</th>
                {columns.map(({ id, title }) => (
                  <td key={id} className={styles.cell}>
                    <CellContent
                      kind={row.kind} cell={row.cells.find(({ caseId }) => caseId === id)} title={title} label={label} places={places}
                      active={active} expanded={expanded.has(row.id)} onExpand={() => onExpand(row.id)} onHover={onHover}
                      onOpen={(at) => onOpen(id, at)}
                    />
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
