import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import styles from './import.module.css'

export interface StoppedPanelProps {
  read: number
  total: number
  onGoOn: () => void
  onDiscard: () => void
}

/** Asks what becomes of the files that were read before an import was stopped. */
export function StoppedPanel({ read, total, onGoOn, onDiscard }: StoppedPanelProps) {
  const { t } = useTranslation('import')
  const title = t('stopped.title', { read, total })
  return (
    <section className={styles.page} aria-label={title}>
      <div className={styles.result} role="alertdialog" aria-label={title} aria-describedby="import-stopped">
        <h1 className={styles.heading}>{title}</h1>
        <p id="import-stopped" className={styles.lead}>{t('stopped.hint')}</p>
        <div className={styles.actions}>
          <Button type="primary" autoFocus onClick={onGoOn}>{t('stopped.goOn', { count: read })}</Button>
          <Button onClick={onDiscard}>{t('stopped.discard')}</Button>
        </div>
      </div>
    </section>
  )
}
