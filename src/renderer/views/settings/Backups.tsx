import type { Backup } from '#api'
import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useApi, useClient } from '../../app/client'
import { useChange } from '../../app/useChange'
import { useDate } from '../../components/useDate'
import { useLanguage } from '../../i18n'
import styles from './settings.module.css'

export function Backups() {
  const { t } = useTranslation(['settings', 'shell'])
  const client = useClient()
  const change = useChange()
  const date = useDate()
  const language = useLanguage()
  const { modal } = App.useApp()
  const { data: backups } = useQuery(useApi().backups.list.queryOptions())
  const size = (bytes: number): string => new Intl.NumberFormat(language, { style: 'unit', unit: bytes < 1e6 ? 'kilobyte' : 'megabyte', maximumFractionDigits: 1 }).format(bytes / (bytes < 1e6 ? 1e3 : 1e6))

  const backUp = () => change(() => client.backups.create(), { done: ({ cases }) => t('backupMade', { count: cases }) })
  const restore = (backup: Backup): void => {
    modal.confirm({
      icon: null, title: t('restoreAsk', { date: date(backup.createdAt) }), content: t('restoreHint'), okText: t('restore'), cancelText: t('shell:cancel'),
      onOk: () => change(() => client.backups.restore({ name: backup.name }), { done: t('restored', { count: backup.cases }), undo: true }),
    })
  }

  return (
    <section aria-label={t('backups')}>
      <h2>{t('backups')}<Button onClick={() => void backUp()}>{t('backupNow')}</Button></h2>
      {backups?.length === 0 && <p className={styles.note}>{t('noBackups')}</p>}
      <ul className={styles.backups}>
        {backups?.map((backup) => (
          <li key={backup.name}>
            <span className={styles.when}>{date(backup.createdAt)}</span>
            <span className={styles.note}>{t('backupLine', { count: backup.cases, size: size(backup.bytes) })}</span>
            <Button size="small" type="text" onClick={() => restore(backup)}>{t('restore')}</Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
