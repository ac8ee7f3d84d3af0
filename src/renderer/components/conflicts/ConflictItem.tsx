import type { OpenConflict, TextPiece } from '#api'
import { conflictFieldText, conflictValueText } from '#api/i18n'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from '../../app/client'
import { useChange } from '../../app/useChange'
import { useCapabilities } from '../../app/useStatus'
import { useTexts } from '../../i18n'
import { useDate } from '../useDate'
import styles from './conflicts.module.css'

type Other = OpenConflict['others'][number]

/** One field: the version shown and each other one, with what differs marked and a button to use it. */
export function ConflictItem({ conflict, device }: { conflict: OpenConflict; device: string }) {
  const { t } = useTranslation('conflicts')
  const texts = useTexts()
  const client = useClient()
  const change = useChange()
  const { id, field, shown, others } = conflict
  const label = conflictFieldText(conflict, texts)
  const isDeletion = field === 'deleted' || /^sections\/[^/]+$/u.test(field)
  const settle = (other: Other | null) => void change(
    () => client.conflicts.settle({ id, field, ...(other === null ? {} : { take: { device: other.device, time: other.time } }) }),
    { done: t(other === null ? 'kept' : 'taken'), undo: true },
  )
  // With several others there is no one text that the shown one differs from.
  const pieces = others.length === 1 ? others[0]!.pieces : undefined
  return (
    <section className={styles.item} aria-label={label}>
      <h4>{label}</h4>
      {field === 'deleted' && <p className={styles.hint}>{t('deletedHint')}</p>}
      <div className={styles.versions}>
        <VersionBox version={shown} field={field} device={device} isShown pieces={pieces} action={t('keep')} label={label} onChoose={() => settle(null)} />
        {others.map((other) => (
          <VersionBox
            key={`${other.device} ${other.time}`} version={other} field={field} device={device} isShown={false} pieces={other.pieces}
            action={isDeletion && other.value === (field === 'deleted') ? t('deleteAfterAll') : t('take')} label={label}
            onChoose={() => settle(other)}
          />
        ))}
      </div>
    </section>
  )
}

interface VersionBoxProps {
  version: OpenConflict['shown']
  field: string
  device: string
  isShown: boolean
  pieces: TextPiece[] | undefined
  action: string
  label: string
  onChoose: () => void
}

function VersionBox({ version, field, device, isShown, pieces, action, label, onChoose }: VersionBoxProps) {
  const { t } = useTranslation('conflicts')
  const texts = useTexts()
  const date = useDate()
  const { write } = useCapabilities()
  const value = conflictValueText(field, version.value, texts)
  return (
    <div className={styles.version} data-shown={isShown || undefined}>
      <p className={styles.writer}>
        <strong>{t(version.device === device ? 'here' : 'colleague')}</strong>
        <span>{date(version.at)}</span>
        {isShown && <span className={styles.shown}>{t('shown')}</span>}
      </p>
      <div className={styles.value} tabIndex={0} role="group" aria-label={label}>
        {pieces === undefined || version.value === '' ? value : marked(pieces, isShown)}
      </div>
      {write && <Button type={isShown ? 'default' : 'primary'} aria-label={t('chooseFor', { action, field: label })} onClick={onChoose}>{action}</Button>}
    </div>
  )
}

/** The pieces of one side: what only this one has is marked. */
function marked(pieces: TextPiece[], isShown: boolean): ReactNode {
  const own = isShown ? 'removed' : 'added'
  return pieces.filter(({ kind }) => kind === 'same' || kind === own)
    .map(({ kind, text }, index) => (kind === 'same' ? text : <mark key={index}>{text}</mark>))
}
