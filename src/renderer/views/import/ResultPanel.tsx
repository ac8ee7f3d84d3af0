import type { ImportResult, ImportWarning } from '#api'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../components/Icon'
import styles from './import.module.css'
import { ReportButton } from './ReportButton'
import { useWarningText } from './useWarningText'

export interface ResultPanelProps {
  previewId: string
  result: ImportResult
  /** What is told of files that were not read. */
  failures: readonly ImportWarning[]
  undone: boolean
  onUndo: () => void
  onMore: () => void
  /** Without an id the library is opened as a whole. */
  onOpen: (caseId?: string) => void
}

/** What an import wrote, what it left out, and the way back. */
export function ResultPanel({ previewId, result, failures, undone, onUndo, onMore, onOpen }: ResultPanelProps) {
  const { t } = useTranslation('import')
  const warningText = useWarningText()
  const applied = result.repairs.filter((repair) => repair.applied).length
  const offered = result.repairs.length - applied
  const written = [...result.imported, ...result.updated]
  const only = written.length === 1 ? written[0]!.id : undefined
  const title = result.imported.length === 0 && result.updated.length > 0
    ? t('result.updatedTitle', { count: result.updated.length }) : t('result.title', { count: result.imported.length })

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
    <section className={styles.page} aria-label={title}>
      <div className={styles.result}>
        <span className={styles.seal} aria-hidden="true"><Icon name="check" size={26} /></span>
        <div role="status"><h1 className={styles.heading}>{title}</h1></div>
        <ul className={styles.tallies}>
          {applied > 0 && <li>{t('result.applied', { count: applied })}</li>}
          {offered > 0 && <li className={styles.toDecide}>{t('result.offered', { count: offered })}</li>}
          {result.updated.length > 0 && result.imported.length > 0 && <li>{t('result.updatedCount', { count: result.updated.length })}</li>}
          {result.duplicates.length > 0 && <li>{t('result.duplicates', { count: result.duplicates.length })}</li>}
        </ul>
        <div className={styles.actions}>
          <Button type="primary" autoFocus onClick={() => onOpen(only)}>{t('result.toLibrary')}</Button>
          <Button onClick={onMore}>{t('result.more')}</Button>
          <ReportButton previewId={previewId} />
          {result.change !== null && <Button type="text" icon={<Icon name="undo" size={16} />} onClick={onUndo}>{t('result.undo')}</Button>}
        </div>
        {([['imported', result.imported], ['updated', result.updated]] as const).map(([kind, cases]) => cases.length > 0 && (
          <section key={kind} className={styles.outcome} aria-label={t(`result.${kind}`)}>
            <h2>{t(`result.${kind}`)}</h2>
            <ul>
              {cases.map(({ id, title: name }) => (
                <li key={id}><button type="button" aria-label={t('result.open', { title: name })} onClick={() => onOpen(id)}>{name}</button></li>
              ))}
            </ul>
          </section>
        ))}
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
        {failures.length > 0 && (
          <section className={styles.outcome} aria-label={t('result.failed', { count: failures.length })}>
            <h2>{t('result.failed', { count: failures.length })}</h2>
            <ul className={styles.failures}>
              {failures.map((failure, index) => <li key={index}><span>{failure.file}</span><span>{warningText(failure)}</span></li>)}
            </ul>
          </section>
        )}
        <p className={styles.note}>{t('result.original')}</p>
      </div>
    </section>
  )
}
