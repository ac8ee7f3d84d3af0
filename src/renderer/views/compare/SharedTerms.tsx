import type { Comparison } from '#api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TermChip } from './TermChip'
import styles from './terms.module.css'
import type { Term } from './term-marks'

const SHOWN_AT_FIRST = 14

export interface SharedTermsProps {
  terms: readonly Term[]
  cases: Comparison['cases']
  /** Ids in the order of the columns. */
  order: readonly string[]
  active: string | null
  onHover: (id: string | null) => void
  onGoTo: (term: Term) => void
}

/** What cases share, each term with a small square per column that shows which of them have it. */
export function SharedTerms({ terms, cases, order, active, onHover, onGoTo }: SharedTermsProps) {
  const { t } = useTranslation('compare')
  const [all, setAll] = useState(false)
  const titles = new Map(cases.map(({ id, title }) => [id, title]))
  return (
    <div className={styles.strip}>
      <h2 className={styles.stripLabel}>{t('terms.shared')}</h2>
      {terms.length === 0 && <p className={styles.none}>{t('terms.noneShared')}</p>}
      <ul className={styles.chips}>
        {(all ? terms : terms.slice(0, SHOWN_AT_FIRST)).map((term) => (
          <li key={term.id}>
            <TermChip
              term={term} active={term.id === active} onHover={onHover} onGoTo={onGoTo}
              title={t('terms.inCases', { count: term.caseIds.length, titles: term.caseIds.map((id) => titles.get(id)).join(t('terms.and')) })}
            >
              <span className={styles.members} aria-hidden="true">
                {order.map((id) => <i key={id} data-has={term.caseIds.includes(id) || undefined} />)}
              </span>
            </TermChip>
          </li>
        ))}
        {terms.length > SHOWN_AT_FIRST && (
          <li>
            <button type="button" className={styles.more} onClick={() => setAll(!all)}>
              {all ? t('terms.less') : t('terms.more', { count: terms.length - SHOWN_AT_FIRST })}
            </button>
          </li>
        )}
      </ul>
    </div>
  )
}
