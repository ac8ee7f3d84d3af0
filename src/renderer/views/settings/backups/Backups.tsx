import type { Backup } from '#api'
import { useQuery } from '@tanstack/react-query'
import { Button, Spin } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi, useClient } from '../../../app/client'
import { useChange } from '../../../app/useChange'
import { useFailureText } from '../../../app/useFailure'
import { useCapabilities } from '../../../app/useStatus'
import { BackupRow } from './BackupRow'
import styles from './backups.module.css'
import { RestoreDialog } from './RestoreDialog'

/** The backups there are; what each would bring back, and making one. */
export function Backups() {
  const { t } = useTranslation('settings')
  const client = useClient()
  const change = useChange()
  const textOf = useFailureText()
  const { write } = useCapabilities()
  // The timer of the host makes backups too, so that what was read before may be out of date.
  const { data: backups, error, isPending } = useQuery(useApi().backups.list.queryOptions({ refetchOnMount: 'always' }))
  const [working, setWorking] = useState(false)
  const [chosen, setChosen] = useState<Backup | null>(null)

  const backUp = async (): Promise<void> => {
    setWorking(true)
    await change(() => client.backups.create(), { done: ({ cases }) => t('backupMade', { count: cases }) })
    setWorking(false)
  }

  return (
    <section aria-label={t('backups')} id="backups">
      <h2>{t('backups')}{write && <Button loading={working} onClick={() => void backUp()}>{t('backupNow')}</Button>}</h2>
      <p className={styles.about}>{t('backupsAbout')}</p>
      {isPending && <p className={styles.about}><Spin size="small" /></p>}
      {error !== null && <p className={styles.about} role="alert">{textOf(error).message}</p>}
      {backups?.length === 0 && <p className={styles.about}>{t('noBackups')}</p>}
      <ul className={styles.list}>
        {backups?.map((backup) => <BackupRow key={backup.name} backup={backup} canRestore={write} onRestore={() => setChosen(backup)} />)}
      </ul>
      {chosen !== null && <RestoreDialog backup={chosen} onClose={() => setChosen(null)} />}
    </section>
  )
}
