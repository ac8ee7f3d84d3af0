import type { RepairKind } from '#api'
import { Button } from 'antd'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { KindSummary } from './repair-choices'
import { useTexts } from '../../i18n'
import styles from './preview.module.css'

export interface RepairSummaryProps {
  summaries: readonly KindSummary[]
  onStep: (kind: RepairKind) => void
  onAll: (kind: RepairKind, applied: boolean) => void
}

/** How many repairs of each kind there are and how they stand, with all of a kind accepted or restored at once. */
export function RepairSummary({ summaries, onStep, onAll }: RepairSummaryProps) {
  const { t } = useTranslation('import')
  const texts = useTexts()
  if (summaries.length === 0) return <p className={styles.noRepairs}>{t('repairs.none')}</p>
  return (
    <ul className={styles.kinds} aria-label={t('repairs.label')}>
      {summaries.map((summary) => {
        const kind = texts.repairs[summary.kind]
        return (
          <li key={summary.kind} className={styles.kind} data-kind={summary.kind}>
            <button type="button" className={styles.kindName} onClick={() => onStep(summary.kind)} title={t('repairs.goTo', { kind })}>
              <span className={styles.dot} aria-hidden="true" />
              <span>{kind}</span>
              <strong>{t('repairs.count', { count: summary.total })}</strong>
              <span className={styles.kindState} data-open={summary.open > 0 || undefined}>{stateOf(summary, t)}</span>
            </button>
            <Button
              type="text" size="small" disabled={summary.applied === summary.total}
              aria-label={t('repairs.acceptAllOf', { kind })} onClick={() => onAll(summary.kind, true)}
            >
              {t('repairs.acceptAll')}
            </Button>
            <Button
              type="text" size="small" disabled={summary.applied === 0 && summary.open === 0}
              aria-label={t('repairs.rejectAllOf', { kind })} onClick={() => onAll(summary.kind, false)}
            >
              {t('repairs.rejectAll')}
            </Button>
          </li>
        )
      })}
    </ul>
  )
}

function stateOf({ total, applied, open }: KindSummary, t: TFunction<'import'>): string {
  if (applied === total) return t('repairs.done')
  if (open === total) return t('repairs.undecided')
  if (open > 0) return t('repairs.mixedOpen', { applied, open })
  return applied === 0 ? t('repairs.refused') : t('repairs.mixed', { applied, kept: total - applied })
}
