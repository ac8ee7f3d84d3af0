import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef, useState, type ChangeEvent, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../app/client'
import { chosenFiles, droppedFiles } from '../../app/incoming-files'
import { useFailure } from '../../app/useFailure'
import { useToast } from '../../app/ToastProvider'
import { Icon } from '../../components/Icon'
import { modifier } from '../../shell/modifier'
import styles from './import.module.css'
import { UnfinishedImports } from './UnfinishedImports'
import { usePasteButton } from './usePaste'

/** Not yet among the attributes that React's types know. */
const OF_FOLDERS = { webkitdirectory: '' }

export interface DropZoneProps {
  /** The last attempt was cancelled. */
  cancelled: boolean
  onFiles: (files: File[]) => void
  onResume: (previewId: string) => void
}

/** Takes files and folders by drop, by the chooser and from the clipboard, and offers imports that were cut short. */
export function DropZone({ cancelled, onFiles, onResume }: DropZoneProps) {
  const { t } = useTranslation('import')
  const api = useApi()
  const { data: formats = [] } = useQuery(api.imports.formats.queryOptions())
  const [over, setOver] = useState(false)
  const fail = useFailure()
  const toast = useToast()
  const paste = usePasteButton(onFiles)
  const chooser = useRef<HTMLInputElement>(null)
  const folderChooser = useRef<HTMLInputElement>(null)
  const extensions = formats.flatMap((format) => format.extensions).map((extension) => `.${extension.replace(/^\./, '')}`)

  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    droppedFiles(event.dataTransfer).then(take).catch(fail)
  }
  const take = (files: File[]) => {
    if (files.length > 0) onFiles(files)
    else toast({ text: t('drop.folderEmpty') })
  }
  const takeChosen = (event: ChangeEvent<HTMLInputElement>) => {
    const files = chosenFiles(event.target.files)
    event.target.value = ''
    take(files)
  }
  const drag = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }

  return (
    <section className={styles.page} aria-label={t('title')}>
      <div className={styles.entrance}>
        <UnfinishedImports onResume={onResume} />
        <div
          className={styles.drop} data-over={over || undefined}
          onDragEnter={drag} onDragOver={drag} onDragLeave={() => setOver(false)} onDrop={drop}
        >
          <span className={styles.dropIcon}><Icon name="import" size={36} /></span>
          <h1 className={styles.heading}>{over ? t('drop.active') : t('drop.title')}</h1>
          <p className={styles.lead}>{t('lead')}</p>
          <div className={styles.actions}>
            <Button type="primary" size="large" onClick={() => chooser.current?.click()}>{t('drop.choose')}</Button>
            <Button size="large" onClick={() => folderChooser.current?.click()}>{t('drop.folder')}</Button>
            <Button size="large" onClick={paste}>{t('drop.paste')}</Button>
          </div>
          <input
            ref={chooser} type="file" multiple hidden accept={extensions.length === 0 ? undefined : [...extensions, '.jingjian'].join(',')}
            onChange={takeChosen}
          />
          <input ref={folderChooser} type="file" {...OF_FOLDERS} hidden onChange={takeChosen} />
          <p className={styles.note}>
            {t('drop.ways', { key: modifier })}<br />
            {extensions.length > 0 && <>{t('drop.formats', { list: extensions.join(' ') })}<br /></>}
            {t('drop.bundle')}
          </p>
          {cancelled && <p className={styles.note} role="status">{t('progress.cancelled')}</p>}
        </div>
      </div>
    </section>
  )
}
