import type { Backup } from '#api'
import { sizeText } from '#api/size-text'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../../components/Icon'
import { useDate } from '../../../components/useDate'
import { useTexts } from '../../../i18n'
import styles from './backups.module.css'

export function BackupRow({ backup, canRestore, onRestore }: { backup: Backup; canRestore: boolean; onRestore(): void }) {
  const { t } = useTranslation('settings')
  const { backupReasons } = useTexts()
  const date = useDate()
  const { createdAt, reason, bytes, cases, state } = backup
  const isGood = state === 'good'

  return (
    <li className={styles.row} data-state={state}>
      <span className={styles.when}>{date(createdAt)}</span>
      <span className={styles.reason}>{backupReasons[reason]}</span>
      <span className={styles.facts}>{isGood ? t('backupLine', { count: cases, size: sizeText(bytes) }) : sizeText(bytes)}</span>
      {isGood
        ? canRestore && <Button size="small" type="text" aria-label={t('restoreOf', { date: date(createdAt) })} onClick={onRestore}>{t('restoreMore')}</Button>
        : <span className={styles.damaged}><Icon name="warning" size={14} />{t('backupDamaged')}</span>}
    </li>
  )
}
