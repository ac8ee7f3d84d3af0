import type { ImportResult } from '#api'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../components/Icon'
import styles from './import.module.css'

export interface ResultPanelProps {
  result: ImportResult
  undone: boolean
  onUndo: () => void
  onMore: () => void
  /** Without an id the library is opened as a whole. */
  onOpen: (caseId?: string) => void
}

/** What an import wrote, what it left out, and the way back. */
export function ResultPanel({ result, undone, onUndo, onMore, onOpen }: ResultPanelProps) {
  const { t } = useTranslation('import')
  const applied = result.repairs.filter((repair) => repair.applied).length
  const offered = result.repairs.length - applied
  const only = result.imported.length === 1 ? result.imported[0]!.id : undefined

  if (undone) {
    return (
      <section className={styles.page} aria-label={t('result.undone')}>
        <div className={styles.result}>
          <h1 className={styles.heading}>{t('result.undone')}</h1>
          <p className={styles.lead}>{t('result.undoneHint')}</p>
          <div className={styles.actions}>
            <Button type="primary" onClick={onMore}>{t('result.more')}</Button>
            <Button onClick={() => onOpen()}>{t('result.toLibrary')}</Button>
          </div>
        </div>
      </section>
    )
  }

  return (
    <section className={styles.page} aria-label={t('result.title', { count: result.imported.length })}>
      <div className={styles.result}>
        <span className={styles.seal} aria-hidden="true"><Icon name="check" size={26} /></span>
        <div role="status"><h1 className={styles.heading}>{t('result.title', { count: result.imported.length })}</h1></div>
        <ul className={styles.tallies}>
          {applied > 0 && <li>{t('result.applied', { count: applied })}</li>}
          {offered > 0 && <li className={styles.toDecide}>{t('result.offered', { count: offered })}</li>}
          {result.duplicates.length > 0 && <li>{t('result.duplicates', { count: result.duplicates.length })}</li>}
        </ul>
        <div className={styles.actions}>
          <Button type="primary" autoFocus onClick={() => onOpen(only)}>{t('result.toLibrary')}</Button>
          <Button onClick={onMore}>{t('result.more')}</Button>
          {result.change !== null && <Button type="text" icon={<Icon name="undo" size={16} />} onClick={onUndo}>{t('result.undo')}</Button>}
        </div>
        {result.imported.length > 0 && (
          <section className={styles.outcome} aria-label={t('result.imported')}>
            <h2>{t('result.imported')}</h2>
            <ul>
              {result.imported.map(({ id, title }) => (
                <li key={id}><button type="button" aria-label={t('result.open', { title })} onClick={() => onOpen(id)}>{title}</button></li>
              ))}
            </ul>
          </section>
        )}
        {result.duplicates.length > 0 && (
          <section className={styles.outcome} aria-label={t('result.skipped')}>
            <h2>{t('result.skipped')}</h2>
            <ul>
              {result.duplicates.map((duplicate, index) => (
                <li key={index}>
                  <button type="button" onClick={() => onOpen(duplicate.of)}>{duplicate.title}</button>
                </li>
              ))}
            </ul>
          </section>
        )}
        <p className={styles.note}>{t('result.original')}</p>
      </div>
    </section>
  )
}
