import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from '../app/client'
import { useChange } from '../app/useChange'
import { useStatus } from '../app/useStatus'
import { Icon } from '../components/Icon'
import { useTexts } from '../i18n'
import styles from './notices.module.css'
import { RecoveryDialog } from './RecoveryDialog'

/** What the user has to know about the library before anything else: read-only, recovered, or without its backup. */
export function Notices() {
  const { t } = useTranslation('shell')
  const { backupFailures } = useTexts()
  const client = useClient()
  const change = useChange()
  const status = useStatus()
  const [opened, setOpened] = useState(false)
  const [working, setWorking] = useState(false)
  if (status === undefined) return null
  // A library without a place, that of a handed-over page, is read-only by its nature: nothing to be told of.
  const { readOnly, recovery, location, backupFailure } = status

  const dismiss = (): void => {
    setOpened(false)
    void change(() => client.library.dismissRecovery())
  }
  const backUp = async (): Promise<void> => {
    setWorking(true)
    await change(() => client.backups.create(), { done: t('backupFailure.made') })
    setWorking(false)
  }

  return (
    <>
      {readOnly !== null && location !== '' && (
        <div className={styles.notice} role="status">
          <Icon name="lock" size={16} />
          <strong>{t('readOnly.title')}</strong>
          <span>{t(`readOnly.${readOnly.code}`, { holder: readOnly.holder })}</span>
        </div>
      )}
      {backupFailure !== null && readOnly === null && (
        <div className={styles.notice} role="status">
          <Icon name="warning" size={16} />
          <strong>{t('backupFailure.title')}</strong>
          <span>{backupFailures[backupFailure.code]}</span>
          <span className={styles.actions}><Button size="small" type="text" loading={working} onClick={() => void backUp()}>{t('backupFailure.again')}</Button></span>
        </div>
      )}
      {recovery.length > 0 && (
        <div className={styles.notice} role="status">
          <Icon name="warning" size={16} />
          <strong>{t('recovery.title')}</strong>
          <span>{t('recovery.detail', { count: recovery.length })}</span>
          <span className={styles.actions}>
            <Button size="small" type="text" onClick={() => setOpened(true)}>{t('recovery.more')}</Button>
            <Button size="small" type="text" onClick={dismiss}>{t('recovery.dismiss')}</Button>
          </span>
        </div>
      )}
      {opened && <RecoveryDialog status={status} onClose={() => setOpened(false)} onDismiss={dismiss} />}
    </>
  )
}
