import { Button, Checkbox, Modal, Popover, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ExportDialog } from '../../components/export-dialog/ExportDialog'
import { Icon } from '../../components/Icon'
import { CasePicker } from './CasePicker'
import styles from './toolbar.module.css'
import { MOST_CASES } from './limits'
import { DEFAULT_ROWS, type RowGroup } from './rows'

export const COLUMN_WIDTHS = { narrow: 220, medium: 300, wide: 460 }
export type ColumnWidth = keyof typeof COLUMN_WIDTHS

export interface ToolbarProps {
  ids: string[]
  onChange: (ids: string[]) => void
  groups: readonly RowGroup[]
  rows: string[]
  onRows: (rows: string[]) => void
  width: ColumnWidth
  onWidth: (width: ColumnWidth) => void
  marked: { shared: boolean; unique: boolean }
  onMarked: (marked: { shared: boolean; unique: boolean }) => void
}

/** What is compared, how it is shown, and the way out into a file. */
export function Toolbar({ ids, onChange, groups, rows, onRows, width, onWidth, marked, onMarked }: ToolbarProps) {
  const { t } = useTranslation('compare')
  const [adding, setAdding] = useState<string[] | null>(null)
  const [exporting, setExporting] = useState(false)
  return (
    <header className={styles.toolbar}>
      <h1 className={styles.title}>{t('title')}<span className={styles.count}>{t('summaryCount', { count: ids.length })}</span></h1>
      <div className={styles.legend} role="group" aria-label={t('legend.label')}>
        {(['shared', 'unique'] as const).map((tone) => (
          <Checkbox
            key={tone} checked={marked[tone]} title={t(`legend.${tone}`)}
            onChange={(event) => onMarked({ ...marked, [tone]: event.target.checked })}
          >
            <span className={styles.sample} data-tone={tone}>{t(tone === 'shared' ? 'terms.showShared' : 'terms.showUnique')}</span>
          </Checkbox>
        ))}
      </div>
      <div className={styles.controls}>
        <Popover trigger="click" placement="bottomRight" content={<RowChoice groups={groups} rows={rows} onRows={onRows} />}>
          <Button icon={<Icon name="all" />} aria-label={t('rowsTitle')}>{t('rows')}</Button>
        </Popover>
        <Segmented
          value={width} onChange={onWidth} aria-label={t('width')}
          options={(Object.keys(COLUMN_WIDTHS) as ColumnWidth[]).map((value) => ({ value, label: t(`widths.${value}`), title: t('width') }))}
        />
        <Button icon={<Icon name="plus" />} disabled={ids.length >= MOST_CASES} onClick={() => setAdding(ids)}>{t('add')}</Button>
        <Button type="primary" icon={<Icon name="export" />} onClick={() => setExporting(true)}>{t('export')}</Button>
      </div>
      {adding !== null && (
        <Modal
          open title={t('addTitle', { count: MOST_CASES - adding.length })} onCancel={() => setAdding(null)}
          okButtonProps={{ disabled: adding.length < 2 }} okText={t('empty.start', { count: adding.length })}
          onOk={() => { onChange(adding); setAdding(null) }}
        >
          <CasePicker chosen={adding} onChange={setAdding} />
        </Modal>
      )}
      {exporting && <ExportDialog open selection={{ cases: ids }} onClose={() => setExporting(false)} />}
    </header>
  )
}

function RowChoice({ groups, rows, onRows }: Pick<ToolbarProps, 'groups' | 'rows' | 'onRows'>) {
  const { t } = useTranslation('compare')
  return (
    <div className={styles.choice} role="group" aria-label={t('rowsTitle')}>
      <div className={styles.choiceHead}>
        <strong>{t('rowsTitle')}</strong>
        <Button type="link" size="small" onClick={() => onRows(DEFAULT_ROWS)}>{t('rowsReset')}</Button>
      </div>
      {groups.map((group) => (
        <fieldset key={group.kind} className={styles.group}>
          <legend>{t(`rowGroups.${group.kind}`)}</legend>
          {group.rows.map(({ id, label }) => (
            <Checkbox
              key={id} checked={rows.includes(id)}
              onChange={(event) => onRows(event.target.checked ? [...rows, id] : rows.filter((row) => row !== id))}
            >
              {label}
            </Checkbox>
          ))}
        </fieldset>
      ))}
    </div>
  )
}
