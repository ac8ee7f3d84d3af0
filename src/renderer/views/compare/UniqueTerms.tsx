import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TermChip } from './TermChip'
import styles from './terms.module.css'
import type { Term } from './term-marks'

const SHOWN_AT_FIRST = 6

export interface UniqueTermsProps {
  title: string
  terms: readonly Term[]
  active: string | null
  onHover: (id: string | null) => void
  onGoTo: (term: Term) => void
}

/** What only one case has, in its own column. */
export function UniqueTerms({ title, terms, active, onHover, onGoTo }: UniqueTermsProps) {
  const { t } = useTranslation('compare')
  const [all, setAll] = useState(false)
  if (terms.length === 0) return <span className={styles.none}>{t('terms.noneUnique')}</span>
  return (
    <ul className={styles.chips}>
      {(all ? terms : terms.slice(0, SHOWN_AT_FIRST)).map((term) => (
        <li key={term.id}><TermChip term={term} active={term.id === active} title={t('terms.only', { title })} onHover={onHover} onGoTo={onGoTo} /></li>
      ))}
      {terms.length > SHOWN_AT_FIRST && (
        <li>
          <button type="button" className={styles.more} onClick={() => setAll(!all)}>
            {all ? t('terms.less') : t('terms.more', { count: terms.length - SHOWN_AT_FIRST })}
          </button>
        </li>
      )}
    </ul>
  )
}
