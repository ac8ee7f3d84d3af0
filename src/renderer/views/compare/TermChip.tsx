import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './terms.module.css'
import type { Term } from './term-marks'

export interface TermChipProps {
  term: Term
  title: string
  active: boolean
  onHover: (id: string | null) => void
  onGoTo: (term: Term) => void
  children?: ReactNode
}

/** A shared or unique term: pointing at it shows its places, pressing it goes there. */
export function TermChip({ term, title, active, onHover, onGoTo, children }: TermChipProps) {
  const { t } = useTranslation('compare')
  return (
    <button
      type="button" className={styles.chip} data-tone={term.tone} data-active={active || undefined} title={title}
      aria-label={`${t('terms.goTo', { term: term.text })}, ${title}`}
      onClick={() => onGoTo(term)} onPointerEnter={() => onHover(term.id)} onPointerLeave={() => onHover(null)}
      onFocus={() => onHover(term.id)} onBlur={() => onHover(null)}
    >
      {term.text}
      {children}
    </button>
  )
}
