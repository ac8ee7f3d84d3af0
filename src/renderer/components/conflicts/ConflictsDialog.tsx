import type { OpenConflict } from '#api'
import { useQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { useApi, useClient } from '../../app/client'
import { useLibrary } from '../../app/LibraryState'
import { useChange } from '../../app/useChange'
import { useCapabilities } from '../../app/useStatus'
import { ConflictItem } from './ConflictItem'
import styles from './conflicts.module.css'

export interface ConflictsDialogProps {
  /** The record it is about; null is all of them. */
  id: string | null
  onClose: () => void
}

/** What two people changed without knowing of each other, both versions side by side, to be decided on. */
export function ConflictsDialog({ id, onClose }: ConflictsDialogProps) {
  const { t } = useTranslation('conflicts')
  const client = useClient()
  const change = useChange()
  const { write } = useCapabilities()
  const { data } = useQuery({ ...useApi().conflicts.list.queryOptions({ input: {} }), placeholderData: (before) => before })
  const conflicts = data?.conflicts.filter((conflict) => id === null || conflict.id === id) ?? []
  const records = [...new Set(conflicts.map((conflict) => conflict.id))].map((each) => conflicts.filter((conflict) => conflict.id === each))

  const settleAll = (side: 'shown' | 'theirs') => void change(
    () => client.conflicts.settleAll({ ids: records.map(([first]) => first!.id), side }),
    { done: ({ settled }) => t('settledAll', { count: settled }), undo: true },
  )
  return (
    <Modal open title={t('title')} footer={null} onCancel={onClose} width={920} className={styles.dialog!}>
      {data !== undefined && conflicts.length === 0 && <p className={styles.lead} role="status">{t('none')}</p>}
      {conflicts.length > 0 && (
        <>
          <p className={styles.lead}>{t('lead')}</p>
          {write && conflicts.length > 1 && (
            <div className={styles.all}>
              <Button onClick={() => settleAll('shown')}>{t('keepAll')}</Button>
              <Button onClick={() => settleAll('theirs')}>{t('takeAll')}</Button>
            </div>
          )}
          {records.map((ofRecord) => <RecordConflicts key={ofRecord[0]!.id} conflicts={ofRecord} device={data?.device ?? ''} named={id === null} onClose={onClose} />)}
        </>
      )}
    </Modal>
  )
}

interface RecordConflictsProps {
  conflicts: OpenConflict[]
  device: string
  /** Says whose they are; where the dialog is about one record, its reader shows it already. */
  named: boolean
  onClose: () => void
}

function RecordConflicts({ conflicts, device, named, onClose }: RecordConflictsProps) {
  const { t } = useTranslation('conflicts')
  const { openCase } = useLibrary()
  const { kind, title, caseId } = conflicts[0]!
  const known = ['case', 'collection', 'theme', 'passage', 'fact'] as const
  const kindName = t(`kinds.${known.find((each) => each === kind) ?? 'other'}`)
  return (
    <section className={styles.record} aria-label={title}>
      {named && (
        <header>
          <h3>{title === '' ? t('untitled') : title}</h3>
          <span>{kindName}</span>
          {caseId !== null && <Button type="link" size="small" onClick={() => { openCase(caseId); onClose() }}>{t('openCase')}</Button>}
        </header>
      )}
      {conflicts.map((conflict) => <ConflictItem key={conflict.field} conflict={conflict} device={device} />)}
    </section>
  )
}
