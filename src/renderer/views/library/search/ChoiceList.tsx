import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Highlighted } from '../../../components/Highlighted'
import type { Choice } from './useChoices'
import styles from './search.module.css'

interface ChoiceListProps {
  id: string
  choices: Choice[]
  active: number
  onHover: (index: number) => void
  onTake: (choice: Choice) => void
  /** Forgets the earlier queries. */
  onClear: () => void
}

/** What the box offers, beneath it. */
export function ChoiceList({ id, choices, active, onHover, onTake, onClear }: ChoiceListProps) {
  const { t } = useTranslation('search')
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [active])

  const headed = choices[0]?.kind === 'recent' && choices.at(-1)?.kind === 'syntax'

  return (
    // The focus stays in the box, except to go to the button.
    <div className={styles.choices} onMouseDown={(event) => event.preventDefault()}>
      {headed && (
        <p className={styles.choicesHead}>
          <span>{t('recentTitle')}</span>
          <button type="button" onClick={onClear}>{t('clearRecent')}</button>
        </p>
      )}
      <div ref={list} id={id} role="listbox" aria-label={t('suggestions')} className={styles.choiceList}>
        {choices.map((choice, index) => (
          <div
            key={`${choice.kind} ${choice.text} ${choice.query}`} id={`${id}-${index}`} role="option" aria-selected={index === active} className={styles.choice}
            data-first-hint={(choice.kind === 'syntax' && choices[index - 1]?.kind === 'recent') || undefined}
            onMouseMove={() => onHover(index)} onClick={() => onTake(choice)}
          >
            <span className={styles.choiceText}><Highlighted text={choice.text} ranges={choice.ranges} /></span>
            {choice.count !== null && <span className={styles.choiceCount}>{choice.count}</span>}
            <span className={styles.choiceKind}>{headed && choice.kind === 'recent' ? '' : choice.hint === null ? t(`kinds.${choice.kind}`) : t(`hints.${choice.hint}`)}</span>
          </div>
        ))}
      </div>
      <p className={styles.choicesKeys}>{t('keys')}</p>
    </div>
  )
}
