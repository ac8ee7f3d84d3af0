import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef, useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../app/client'
import { Icon } from '../../components/Icon'
import styles from './import.module.css'

export interface DropZoneProps {
  /** The last attempt was cancelled. */
  cancelled: boolean
  onFiles: (files: File[]) => void
}

/** Takes files by drop or by the file chooser. */
export function DropZone({ cancelled, onFiles }: DropZoneProps) {
  const { t } = useTranslation('import')
  const api = useApi()
  const { data: formats = [] } = useQuery(api.imports.formats.queryOptions())
  const [over, setOver] = useState(false)
  const chooser = useRef<HTMLInputElement>(null)
  const extensions = formats.flatMap((format) => format.extensions).map((extension) => `.${extension.replace(/^\./, '')}`)

  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const files = [...event.dataTransfer.files]
    if (files.length > 0) onFiles(files)
  }
  const drag = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }

  return (
    <section className={styles.page} aria-label={t('title')}>
      <div
        className={styles.drop} data-over={over || undefined}
        onDragEnter={drag} onDragOver={drag} onDragLeave={() => setOver(false)} onDrop={drop}
      >
        <span className={styles.dropIcon}><Icon name="import" size={36} /></span>
        <h1 className={styles.heading}>{over ? t('drop.active') : t('drop.title')}</h1>
        <p className={styles.lead}>{t('lead')}</p>
        <Button type="primary" size="large" onClick={() => chooser.current?.click()}>{t('drop.choose')}</Button>
        <input
          ref={chooser} type="file" multiple hidden accept={extensions.length === 0 ? undefined : [...extensions, '.jingjian'].join(',')}
          onChange={(event) => {
            const files = [...(event.target.files ?? [])]
            event.target.value = ''
            if (files.length > 0) onFiles(files)
          }}
        />
        <p className={styles.note}>
          {extensions.length > 0 && <>{t('drop.formats', { list: extensions.join(' ') })}<br /></>}
          {t('drop.bundle')}
        </p>
        {cancelled && <p className={styles.note} role="status">{t('progress.cancelled')}</p>}
      </div>
    </section>
  )
}
