import type { DraftHead } from '#api'
import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import styles from './list.module.css'

export interface DraftRowProps {
  draft: DraftHead
  /** Its repairs, and those of them that wait for a decision. */
  tally: { total: number; open: number }
  included: boolean
  open: boolean
  onOpen: () => void
  onInclude: (include: boolean) => void
}

export function DraftRow({ draft, tally, included, open, onOpen, onInclude }: DraftRowProps) {
  const { t } = useTranslation('import')
  const title = draft.title === '' ? t('list.untitled') : draft.title
  const isNear = draft.duplicateOf?.kind === 'near'
  return (
    <div className={styles.draft} data-open={open || undefined} data-excluded={!included || undefined}>
      <Checkbox checked={included} aria-label={t('list.include', { title })} onChange={(event) => onInclude(event.target.checked)} />
      <button type="button" className={styles.draftButton} aria-current={open || undefined} onClick={onOpen}>
        <span className={styles.draftTitle}>{title}</span>
        <span className={styles.draftFacts}>
          {draft.duplicateOf !== null && (
            <span className={styles.duplicate} title={t(isNear ? 'list.nearTo' : 'list.duplicateOf', { title: draft.duplicateOf.title })}>
              {isNear ? t('list.near', { percent: Math.floor(draft.duplicateOf.similarity * 100) }) : t('list.duplicate')}
            </span>
          )}
          {draft.proposed.includes('title') && <span className={styles.proposed}>{t('proposed')}</span>}
          <span>{tally.total === 0 ? t('list.clean') : t('list.repaired', { count: tally.total })}</span>
          {tally.open > 0 && <span className={styles.undecided}>{t('list.open', { count: tally.open })}</span>}
        </span>
      </button>
    </div>
  )
}
