import { useQuery } from '@tanstack/react-query'
import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../app/client'
import { useDate } from '../../../components/useDate'
import { useTexts } from '../../../i18n'
import styles from './history.module.css'

/** Every command that touched a case, newest first. */
export function History({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('library')
  const { commands, fields } = useTexts()
  const date = useDate()
  const { data: entries } = useQuery(useApi().history.list.queryOptions({ input: { id } }))
  const named = (name: string): string => commands[name] ?? name
  const fieldName = (field: string): string | undefined => field === 'deleted' ? undefined : (fields as Record<string, string>)[field.split('/')[0]!]

  return (
    <Modal open title={t('history.title')} footer={null} onCancel={onClose} width={520}>
      {entries?.length === 0 && <p>{t('history.none')}</p>}
      <ol className={styles.entries}>
        {entries?.map((entry) => {
          // A new case has all its fields from the same command, which tells nothing.
          const isNew = entry.changes.some(({ field }) => field === 'createdAt')
          const touched = isNew ? [] : [...new Set(entry.changes.map(({ field }) => fieldName(field)).filter((name) => name !== undefined))]
          return (
            <li key={entry.commandId}>
              <p>{named(entry.name)}</p>
              <p className={styles.note}>{[date(entry.at), touched.length > 0 ? t('history.fields', { fields: touched.join('、') }) : ''].filter(Boolean).join(' · ')}</p>
            </li>
          )
        })}
      </ol>
    </Modal>
  )
}
