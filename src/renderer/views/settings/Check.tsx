import { problemText } from '#api/i18n'
import { Button } from 'antd'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../app/client'
import { useFailure } from '../../app/useFailure'
import { useLanguage } from '../../i18n'
import styles from './settings.module.css'

/** Verifies the library on demand and says what was found. */
export function Check() {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const fail = useFailure()
  const { mutate, data, isPending } = useMutation({ ...useApi().library.check.mutationOptions(), onError: fail })
  return (
    <div className={styles.line}>
      <span className={styles.label}>{t('check')}</span>
      <span className={styles.value}>
        <Button loading={isPending} onClick={() => mutate(undefined)}>{t('checkNow')}</Button>
        <span className={styles.note} role="status">
          {data === undefined ? t('checkHint') : data.ok ? t('checkFine') : t('checkProblems', { count: data.problems.length })}
        </span>
        {data !== undefined && data.problems.length > 0 && <span className={styles.problems}>{data.problems.map((problem) => problemText(problem, language)).join('\n')}</span>}
      </span>
    </div>
  )
}
