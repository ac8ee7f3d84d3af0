import type { TrashedCase } from '#api'
import { Button, Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { useDate } from '../../components/useDate'
import { useTexts } from '../../i18n'
import styles from './trash.module.css'

interface TrashRowProps {
  item: TrashedCase
  title: string
  isTicked: boolean
  onTick: (isOn: boolean) => void
  onRestore: () => void
  onPurge: () => void
}

export function TrashRow({ item, title, isTicked, onTick, onRestore, onPurge }: TrashRowProps) {
  const { t } = useTranslation('trash')
  const { commands } = useTexts()
  const date = useDate()
  const { command, own, organisation, excerpt, deletedAt } = item
  // That it was deleted is said already; what else took it away is worth a word.
  const cause = command === null || command.name === 'case.delete' ? '' : commands[command.name] ?? command.name
  const notes = [organisation === title ? '' : organisation, t('deletedAt', { date: date(deletedAt) }), cause, own ? '' : t('elsewhere')]
  return (
    <li className={styles.case}>
      <Checkbox checked={isTicked} aria-label={t('select', { title })} onChange={({ target }) => onTick(target.checked)} />
      <div className={styles.about}>
        <h2>{title}</h2>
        <p className={styles.note}>{notes.filter((note) => note !== '').join(' · ')}</p>
        {excerpt !== '' && <p className={styles.excerpt}>{excerpt}</p>}
      </div>
      <div className={styles.actions}>
        <Button size="small" type="text" aria-label={t('restoreOf', { title })} onClick={onRestore}>{t('restore')}</Button>
        <Button size="small" type="text" danger aria-label={t('purgeOf', { title })} onClick={onPurge}>{t('purge')}</Button>
      </div>
    </li>
  )
}
