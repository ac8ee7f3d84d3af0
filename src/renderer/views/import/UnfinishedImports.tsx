import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useApi, useClient } from '../../app/client'
import { useFailure } from '../../app/useFailure'
import { Icon } from '../../components/Icon'
import { useLanguage } from '../../i18n'
import styles from './import.module.css'

/** Imports that were stopped, or cut short with the program: each can be gone on with, or given up. */
export function UnfinishedImports({ onResume }: { onResume: (previewId: string) => void }) {
  const { t } = useTranslation('import')
  const api = useApi()
  const client = useClient()
  const fail = useFailure()
  const language = useLanguage()
  const { data: unfinished = [], refetch } = useQuery({ ...api.imports.unfinished.queryOptions(), staleTime: 0, gcTime: 0 })
  if (unfinished.length === 0) return null

  const discard = async (previewId: string) => {
    try {
      await client.imports.discard({ previewId })
      await refetch()
    } catch (error) {
      fail(error)
    }
  }
  return (
    <ul className={styles.unfinished} aria-label={t('unfinished.label')}>
      {unfinished.map(({ previewId, startedAt, read, failed, waiting }) => {
        const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(startedAt))
        return (
          <li key={previewId}>
            <span className={styles.unfinishedIcon}><Icon name="history" size={20} /></span>
            <div>
              <p>{t('unfinished.title', { at: read + failed, total: read + failed + waiting.length })}</p>
              <p className={styles.unfinishedHint}>{t('unfinished.hint', { when, read })}</p>
            </div>
            <Button type="primary" aria-label={t('unfinished.resumeOf', { when })} onClick={() => onResume(previewId)}>{t('unfinished.resume')}</Button>
            <Button aria-label={t('unfinished.discardOf', { when })} onClick={() => void discard(previewId)}>{t('unfinished.discard')}</Button>
          </li>
        )
      })}
    </ul>
  )
}
