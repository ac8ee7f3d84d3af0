import type { TagSuggestion } from '#api'
import { useTranslation } from 'react-i18next'
import { Icon } from '../Icon'
import styles from './tag-offers.module.css'

/** Tags that are offered, each taken with a click; why it is offered stands in its hint. */
export function TagOffers({ offers, onTake }: { offers: TagSuggestion[]; onTake: (tag: string) => void }) {
  const { t } = useTranslation('library')
  return (
    <span className={styles.offers}>
      {offers.map(({ tag, reason, count }) => (
        <button
          key={tag} type="button" className={styles.offer} aria-label={t('suggestions.take', { tag })}
          title={t(`suggestions.reasons.${reason}`, { count })} onClick={() => onTake(tag)}
        >
          <Icon name="plus" size={13} />{tag}
        </button>
      ))}
    </span>
  )
}
