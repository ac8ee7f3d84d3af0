import type { Backup, CaseNames } from '#api'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Modal, Spin } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi, useClient } from '../../../app/client'
import { useChange } from '../../../app/useChange'
import { useFailureText } from '../../../app/useFailure'
import { useDate } from '../../../components/useDate'
import styles from './backups.module.css'

/** Shows what restoring a backup would change, and restores it. */
export function RestoreDialog({ backup, onClose }: { backup: Backup; onClose(): void }) {
  const { t } = useTranslation(['settings', 'shell'])
  const client = useClient()
  const change = useChange()
  const textOf = useFailureText()
  const date = useDate()
  const { name, createdAt } = backup
  const { data: preview, error } = useQuery(useApi().backups.preview.queryOptions({ input: { name }, gcTime: 0, refetchOnMount: 'always' }))
  const [working, setWorking] = useState(false)

  const restore = async (): Promise<void> => {
    setWorking(true)
    const restored = await change(() => client.backups.restore({ name }), { done: ({ cases }) => t('restored', { count: cases }), undo: true })
    setWorking(false)
    if (restored !== undefined) onClose()
  }
  const changes = preview === undefined ? 0 : preview.returning.total + preview.going.total + preview.changing.total + preview.others
  const failure = error === null ? null : textOf(error)

  return (
    <Modal
      open width={560} title={t('restoreAsk', { date: date(createdAt) })} onCancel={onClose} mask={{ closable: !working }} closable={!working}
      footer={[
        <Button key="cancel" disabled={working} onClick={onClose}>{t('shell:cancel')}</Button>,
        <Button key="restore" type="primary" loading={working} disabled={changes === 0} onClick={() => void restore()}>{t('restore')}</Button>,
      ]}
    >
      {failure !== null && <Alert type="error" title={failure.message} description={failure.hint} />}
      {preview === undefined && failure === null && <p className={styles.reading} role="status"><Spin size="small" />{t('previewReading')}</p>}
      {preview !== undefined && (
        <div className={styles.preview}>
          {changes === 0 ? <p>{t('previewSame')}</p> : (
            <>
              <Cases kind="returning" names={preview.returning} />
              <Cases kind="going" names={preview.going} />
              <Cases kind="changing" names={preview.changing} />
              {preview.others > 0 && <p className={styles.others}>{t('previewOthers', { count: preview.others })}</p>}
              <p className={styles.safe}>{t('restoreHint')}</p>
            </>
          )}
        </div>
      )}
    </Modal>
  )
}

function Cases({ kind, names }: { kind: 'returning' | 'going' | 'changing'; names: CaseNames }) {
  const { t } = useTranslation('settings')
  if (names.total === 0) return null
  const heading = t(`preview.${kind}`, { count: names.total })
  const left = names.total - names.cases.length
  return (
    <section aria-label={heading} className={styles.kind} data-kind={kind}>
      <h3>{heading}</h3>
      {/* Reachable by key, since a long list scrolls. */}
      <ul tabIndex={0}>
        {names.cases.map(({ id, title }) => <li key={id}>{title === '' ? t('previewUntitled') : title}</li>)}
        {left > 0 && <li className={styles.others}>{t('previewMore', { count: left })}</li>}
      </ul>
    </section>
  )
}
