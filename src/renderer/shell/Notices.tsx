import { problemText } from '#api/i18n'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStatus } from '../app/useStatus'
import { Icon } from '../components/Icon'
import { useLanguage } from '../i18n'
import styles from './notices.module.css'

/** What the user has to know about the library before anything else: that it is read-only, or had to be recovered. */
export function Notices() {
  const { t } = useTranslation('shell')
  const language = useLanguage()
  const status = useStatus()
  const [dismissed, setDismissed] = useState(false)
  const [detailed, setDetailed] = useState(false)
  if (status === undefined) return null
  // A library without a place, that of a handed-over page, is read-only by its nature: nothing to be told of.
  const { readOnly, recovery, location } = status

  return (
    <>
      {readOnly !== null && location !== '' && (
        <div className={styles.notice} role="status">
          <Icon name="lock" size={16} />
          <strong>{t('readOnly.title')}</strong>
          <span>{t(`readOnly.${readOnly.code}`, { holder: readOnly.holder })}</span>
        </div>
      )}
      {recovery.length > 0 && !dismissed && (
        <div className={styles.notice} role="status">
          <Icon name="warning" size={16} />
          <strong>{t('recovery.title')}</strong>
          <span>{t('recovery.detail', { count: recovery.length })}</span>
          {detailed && <span className={styles.detail}>{recovery.map((problem) => problemText(problem, language)).join('\n')}</span>}
          <span className={styles.actions}>
            {!detailed && <Button size="small" type="text" onClick={() => setDetailed(true)}>{t('recovery.more')}</Button>}
            <Button size="small" type="text" onClick={() => setDismissed(true)}>{t('recovery.dismiss')}</Button>
          </span>
        </div>
      )}
    </>
  )
}
