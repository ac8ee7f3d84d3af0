import type { ColumnUse, ImportPreview } from '#api'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../app/client'
import { Icon } from '../../components/Icon'
import { ColumnMapping } from './ColumnMapping'
import styles from './list.module.css'
import { TemplatesDialog } from './templates/TemplatesDialog'

const WHOLE = 'whole'
/** No way to split: opens the dialog with the user's own templates. */
const OWN = 'own templates'

export interface FileRowProps {
  file: ImportPreview['files'][number]
  onResplit: (template: string) => void
  onRecode: (encoding: string) => void
  onRemap: (table: number, columns: ColumnUse[]) => void
}

/** A file of the preview and the choice of how it is split into cases. */
export function FileRow({ file, onResplit, onRecode, onRemap }: FileRowProps) {
  const { t } = useTranslation('import')
  const api = useApi()
  const { data: templates = [] } = useQuery(api.imports.templates.queryOptions())

  const [choosing, setChoosing] = useState(false)
  const nameOf = (id: string) => {
    if (id === WHOLE || id === 'paragraphs' || id === 'headings' || id === 'stated') return t(`split.${id}`)
    if (id.startsWith('headings-')) return t('split.level', { level: id.slice('headings-'.length) })
    return templates.find((template) => template.id === id)?.name ?? id
  }
  const current = file.templateId ?? WHOLE
  const counted = new Map(file.splits.map((split) => [split.templateId, split.cases]))
  counted.set(current, file.drafts)
  counted.set(WHOLE, 1)
  const own = templates.filter(({ id, own: isOwn }) => isOwn && !counted.has(id))
  const options = [
    ...[...counted].map(([value, count]) => ({ value, label: t('split.option', { name: nameOf(value), count }) })),
    ...own.map(({ id, name }) => ({ value: id, label: name })),
    { value: OWN, label: t('templates.open') },
  ]

  return (
    <div className={styles.file}>
      <span className={styles.fileName} title={file.file}>
        <Icon name="original" size={16} />
        <span>{file.file}</span>
      </span>
      <label className={styles.split}>
        <span>{t('split.label')}</span>
        <Select
          size="small" value={current} options={options} popupMatchSelectWidth={false}
          onChange={(value) => (value === OWN ? setChoosing(true) : onResplit(value))} aria-label={t('split.label')}
        />
      </label>
      {choosing && <TemplatesDialog templates={templates.filter((template) => template.own)} onUse={onResplit} onClose={() => setChoosing(false)} />}
      {file.encodings.length > 0 && (
        <label className={styles.split}>
          <span>{t('shape.encoding', { percent: Math.floor(file.encodingConfidence * 100) })}</span>
          <Select
            size="small" value={file.encoding} popupMatchSelectWidth={false} aria-label={t('shape.encodingOf')}
            options={[...new Set([file.encoding, ...file.encodings])].map((value) => ({ value, label: value.toUpperCase() }))} onChange={onRecode}
          />
        </label>
      )}
      {file.tables.map((table, index) => <ColumnMapping key={`${index} ${table.name}`} table={table} onChange={(columns) => onRemap(index, columns)} />)}
    </div>
  )
}
