import type { ImportPreview } from '#api'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../app/client'
import { Icon } from '../../components/Icon'
import styles from './list.module.css'

const WHOLE = 'whole'

export interface FileRowProps {
  file: ImportPreview['files'][number]
  busy: boolean
  onResplit: (template: string) => void
}

/** A file of the preview and the choice of how it is split into cases. */
export function FileRow({ file, busy, onResplit }: FileRowProps) {
  const { t } = useTranslation('import')
  const api = useApi()
  const { data: templates = [] } = useQuery(api.imports.templates.queryOptions())

  const nameOf = (id: string) => {
    if (id === WHOLE || id === 'paragraphs' || id === 'headings') return t(`split.${id}`)
    return templates.find((template) => template.id === id)?.name ?? id
  }
  const current = file.templateId ?? WHOLE
  const counted = new Map(file.splits.map((split) => [split.templateId, split.cases]))
  counted.set(current, file.drafts)
  counted.set(WHOLE, 1)
  const options = [...counted].map(([value, count]) => ({ value, label: t('split.option', { name: nameOf(value), count }) }))

  return (
    <div className={styles.file}>
      <span className={styles.fileName} title={file.file}>
        <Icon name="original" size={16} />
        <span>{file.file}</span>
      </span>
      <label className={styles.split}>
        <span>{t('split.label')}</span>
        <Select
          size="small" value={current} options={options} disabled={busy || options.length < 2} popupMatchSelectWidth={false}
          onChange={onResplit} aria-label={t('split.label')}
        />
      </label>
    </div>
  )
}
